/** The small data structures of the event path beside libraries that could stand in their place. */
package org.cityeval.bench.structures;
