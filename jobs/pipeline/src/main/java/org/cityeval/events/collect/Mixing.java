package org.cityeval.events.collect;

/**
 * Spreads the bits of a number over all 64, one to one (Stafford's mix 13 of Murmur's finaliser).
 */
public final class Mixing {
  private Mixing() {}

  /** One more number of a sequence that is hashed; {@link #of(long)} ends it. */
  public static long step(long hash, long value) {
    return Long.rotateLeft(hash, 29) * 0x9e3779b97f4a7c15L + value;
  }

  public static long of(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  /** A hash of bytes; different bytes may share it. */
  public static long of(byte[] bytes, int from, int to) {
    long hash = (long) to - from;
    for (int i = from; i < to; i++) {
      hash = (hash ^ bytes[i]) * 0x100000001b3L;
    }
    return of(hash);
  }
}
