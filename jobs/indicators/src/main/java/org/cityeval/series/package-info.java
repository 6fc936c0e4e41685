/** Days of districts: what was observed when, and in which unit. Knows only the JDK. */
package org.cityeval.series;
