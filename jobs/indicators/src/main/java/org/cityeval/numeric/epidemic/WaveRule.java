package org.cityeval.numeric.epidemic;

import java.io.Serializable;

/**
 * What counts as a wave of its own.
 *
 * @param separationDays peaks, and troughs, closer than this belong to one wave; a peak and a
 *     trough closer than half of it are a ripple
 * @param prominence least rise of a peak above the higher of the lows on its two sides, in the unit
 *     of the series
 * @param relativeProminence least share of a peak's height that this rise must make up, 0..1
 */
public record WaveRule(double separationDays, double prominence, double relativeProminence)
    implements Serializable {
  public WaveRule {
    if (!(separationDays >= 0 && prominence >= 0)
        || !(relativeProminence >= 0 && relativeProminence <= 1)) {
      throw new IllegalArgumentException(
          "A wave rule has separation days and a prominence of 0 or more, and a relative prominence"
              + " within 0..1");
    }
  }
}
