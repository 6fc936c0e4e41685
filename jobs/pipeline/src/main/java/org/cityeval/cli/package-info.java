/** The command line. Alone here a Spark session is built and the clock is read. */
package org.cityeval.cli;
