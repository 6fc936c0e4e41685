package org.cityeval.numeric.timeseries;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * By how much more the days count along the slow cosines of {@link LongRunError}. Many series have
 * as many days, and a cosine takes longer than what most values make of a day. So those found last
 * are kept.
 *
 * @param swings by cosine and day; not to be changed
 */
record SlowCosines(int days, double[][] swings) {
  private static final int KEPT = 32;

  /** Longer series are few, and would fill the memory: half a megabyte each at most. */
  private static final int MOST_KEPT = 1 << 16;

  private static final AtomicReferenceArray<SlowCosines> FOUND = new AtomicReferenceArray<>(KEPT);

  /** The cosines of a series of so many days, at least 3. */
  static SlowCosines of(int days) {
    SlowCosines found = FOUND.get(days % KEPT);
    if (found == null || found.days != days) {
      found = found(days);
      if ((long) found.swings.length * days <= MOST_KEPT) {
        FOUND.set(days % KEPT, found);
      }
    }
    return found;
  }

  private static SlowCosines found(int days) {
    int components = Math.max(2, (int) (0.4 * Math.cbrt((double) days * days)));
    double[][] swings = new double[components][days];
    for (int j = 0; j < components; j++) {
      for (int day = 0; day < days; day++) {
        swings[j][day] =
            LongRunError.AMPLITUDE * Math.sqrt(2) * Math.cos(frequency(j, days) * (day + 0.5));
      }
    }
    return new SlowCosines(days, swings);
  }

  /** Of a cosine, in radians a day. */
  static double frequency(int component, int days) {
    return Math.PI * (component + 1) / days;
  }
}
