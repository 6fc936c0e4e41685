/** Daily series as such: gaps, jumps, averages, blocks of days. */
package org.cityeval.numeric.timeseries;
