/** Flat (扁平化): through how many hands a citizen's request goes, and how long that takes. */
package org.cityeval.indicator.flatness;
