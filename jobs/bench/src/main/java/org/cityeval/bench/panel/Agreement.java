package org.cityeval.bench.panel;

import java.util.Locale;

/**
 * How far a column of the pipeline's panel is the script's.
 *
 * @param compared cells, those without a value included
 * @param values cells that hold one
 * @param different cells that are there, or hold a value, in one of the two alone, or whose values
 *     differ
 * @param largest difference of two values, as a part of the value where that is above 1
 */
record Agreement(String column, long compared, long values, long different, double largest) {
  /** A row of a Markdown table. */
  String row() {
    return String.format(
        Locale.ROOT,
        "| `%s` | %,d | %,d | %,d | %.1e |%n",
        column,
        compared,
        values,
        different,
        largest);
  }
}
