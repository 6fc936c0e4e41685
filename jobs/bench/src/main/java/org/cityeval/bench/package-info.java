/** Benchmarks of whole runs: a new process each time, measured from outside. */
package org.cityeval.bench;
