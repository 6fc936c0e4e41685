package org.cityeval.numeric.epidemic;

import java.io.Serializable;
import java.util.Locale;

/**
 * One wave of an epidemic; days are indices into the series it was found in.
 *
 * @param start first day: the trough before it, or for the first wave its rise
 * @param peak day of its highest value
 * @param end last day, included
 * @param size sum of the observed values from start to end
 */
public record Wave(int start, int peak, int end, double size) implements Serializable {
  public Wave {
    if (start < 0 || peak < start || end < peak) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A wave has 0 <= start <= peak <= end, not %d, %d and %d",
              start,
              peak,
              end));
    }
  }

  /** Days from start to end, both counted. */
  public int days() {
    return end - start + 1;
  }
}
