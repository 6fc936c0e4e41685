package org.cityeval.testing;

import java.util.List;
import java.util.Map;
import org.cityeval.place.District;

/** The districts of {@link TinyLake}, as they are listed. */
public final class TinyDistricts {
  private TinyDistricts() {}

  public static List<District> all() {
    return TinyLake.DISTRICTS.stream()
        .map(id -> new District(id, id, null, "tiny", "tiny", null, 1000, List.of(), null))
        .toList();
  }

  /** A district that lies in a region of the kind {@code part}. */
  public static District inPart(String id, String part) {
    return new District(
        id,
        id,
        null,
        "tiny",
        "tiny",
        null,
        1000,
        List.of(),
        null,
        Map.of("part", part),
        Map.of(),
        Map.of());
  }
}
