package org.cityeval.bench.structures;

import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * One way to do a piece of work.
 *
 * @param fill puts everything in, and gives what then holds it
 * @param answer reads everything out of that, as a hash; equal work has equal answers
 * @param <T> what holds it
 */
record Contender<T>(String title, Supplier<T> fill, ToLongFunction<T> answer) {}
