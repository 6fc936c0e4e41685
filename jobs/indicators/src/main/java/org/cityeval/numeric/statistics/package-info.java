/** Ranks, moments, quantiles and intervals that the other packages share. */
package org.cityeval.numeric.statistics;
