/**
 * Pure functions on arrays and records: no I/O, no clock, no seed of its own. Each class states
 * units, domain, range and source. Knows only the JDK, Hipparchus and, for linear programs, ojAlgo.
 * One package per field; {@code statistics} and {@code timeseries} serve the others.
 */
package org.cityeval.numeric;
