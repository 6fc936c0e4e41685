package org.cityeval.indicator;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * The seed of one value: a hash of what the value is about. So draws do not depend on the order or
 * the place in which districts are computed.
 */
public final class Seed {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private Seed() {}

  /** FNV-1a (64 bit) over the keys, each ended by a NUL, finished by a SplittableRandom step. */
  public static long of(long evaluationSeed, String... keys) {
    long hash = FNV_OFFSET ^ evaluationSeed;
    for (String key : keys) {
      for (byte next : key.getBytes(StandardCharsets.UTF_8)) {
        hash = (hash ^ (next & 0xff)) * FNV_PRIME;
      }
      hash *= FNV_PRIME;
    }
    return new SplittableRandom(hash).nextLong();
  }
}
