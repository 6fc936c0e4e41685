/**
 * Pure functions on arrays and records: no I/O, no clock, no seed of its own. Each class states
 * units, domain, range and source. Knows only the JDK and Hipparchus.
 */
package org.cityeval.numeric;
