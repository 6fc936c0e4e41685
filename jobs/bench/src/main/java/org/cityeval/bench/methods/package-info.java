/**
 * Benchmarks of single methods on synthetic districts, each in a process of its own, and of R's
 * EpiEstim on the same counts.
 */
package org.cityeval.bench.methods;
