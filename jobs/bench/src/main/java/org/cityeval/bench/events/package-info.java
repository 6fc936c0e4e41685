/**
 * Benchmark of the path from events to district-days: a generator of lakes, and contenders that
 * give the same answer, each in a process of its own.
 */
package org.cityeval.bench.events;
