package org.cityeval.config.check;

import java.time.DateTimeException;
import java.time.ZoneId;

/** What may stand for a time zone. */
final class ZoneRules {
  private ZoneRules() {}

  static void check(Findings findings, String key, String zone) {
    try {
      ZoneId.of(zone);
    } catch (DateTimeException unknown) {
      findings.add(
          key,
          "unknown time zone `" + zone + "`",
          String.valueOf(unknown.getMessage()),
          "write an IANA name such as Asia/Shanghai or America/New_York, or an offset such as +08:00");
    }
  }
}
