/** The command line. Alone in it and its parts a Spark session is built and the clock is read. */
package org.cityeval.cli;
