package org.cityeval.events.cell;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cityeval.events.collect.Mixing;
import org.cityeval.ingest.Reason;

/** Reasons as small numbers, which columns and arrays hold within one run. */
public final class ReasonCodes {
  private static final List<Reason> ALL = List.of(Reason.values());

  public static final int NONE = of(Reason.NONE);
  public static final int NO_VALUE = of(Reason.NO_VALUE);
  static final int UNPARSABLE_NUMBER = of(Reason.UNPARSABLE_NUMBER);
  static final int NEGATIVE_COUNT = of(Reason.NEGATIVE_COUNT);
  static final int OUT_OF_RANGE = of(Reason.OUT_OF_RANGE);
  public static final int UNPARSABLE_DATE = of(Reason.UNPARSABLE_DATE);
  public static final int IMPLAUSIBLE_DATE = of(Reason.IMPLAUSIBLE_DATE);

  private static final boolean[] IS_UNREADABLE = new boolean[ALL.size()];

  static {
    ALL.forEach(reason -> IS_UNREADABLE[of(reason)] = reason.isUnreadable());
  }

  private ReasonCodes() {}

  /** Whether the reason of the code is that nothing of the row could be read. */
  public static boolean isUnreadable(int code) {
    return IS_UNREADABLE[code];
  }

  public static int count() {
    return ALL.size();
  }

  public static int of(Reason reason) {
    return ALL.indexOf(reason);
  }

  public static Reason reason(int code) {
    return ALL.get(code);
  }

  /** A hash of each reason's name, by its number, which unlike the number stays. */
  public static long[] hashes() {
    return ALL.stream()
        .mapToLong(
            reason -> {
              byte[] name = reason.code().getBytes(StandardCharsets.UTF_8);
              return Mixing.of(name, 0, name.length);
            })
        .toArray();
  }
}
