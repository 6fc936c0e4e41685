/**
 * Daily series as such: gaps, jumps, averages, blocks of days, changes of level, lags, synchrony.
 */
package org.cityeval.numeric.timeseries;
