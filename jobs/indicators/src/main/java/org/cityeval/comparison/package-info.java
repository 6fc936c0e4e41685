/** Scores, and ranks with intervals. Knows {@code indicator} and {@code numeric}. */
package org.cityeval.comparison;
