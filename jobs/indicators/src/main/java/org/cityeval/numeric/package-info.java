/**
 * Pure functions on arrays and records: no I/O, no clock, no seed of its own. Each class states
 * units, domain, range and source. Knows only the JDK, Hipparchus and, for linear programs, ojAlgo.
 * One package per field; {@code statistics} and {@code timeseries} serve the others.
 *
 * <p>On any input a public function gives its value, {@code NaN}, or an IllegalArgumentException
 * that names the argument. It does so within a second for arrays of 1,000. Where its documentation
 * says that time is in proportion to draws or programs, this holds for few of these. Nothing is
 * infinite that the inputs were not, unless that is its value; and no p-value, rank or interval
 * comes from an infinity.
 */
package org.cityeval.numeric;
