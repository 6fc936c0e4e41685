package org.cityeval.bench.methods;

import java.util.function.Consumer;

/** A method with all its input there: what is left to do is what is measured. */
@FunctionalInterface
interface Work {
  /** Gives the results piece by piece, a district's or a map's, in the same order every time. */
  void answer(Consumer<double[]> results);
}
