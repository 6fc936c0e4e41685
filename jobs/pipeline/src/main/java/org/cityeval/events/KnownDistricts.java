package org.cityeval.events;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;
import org.cityeval.events.cell.CellKey;
import org.cityeval.events.collect.Mixing;
import org.cityeval.place.District;

/** The evaluation's districts, each by a number, and the numbers by what events call them. */
final class KnownDistricts implements Serializable {
  private static final long serialVersionUID = 1;

  /** The number of a district that is not on the list. */
  static final int UNKNOWN = -1;

  /** Ids that lie so close together are looked up in an array. */
  private static final int WIDEST_ARRAY = 1 << 20;

  private final String[] ids;
  private final String[] cities;
  private final Map<String, Integer> numbers = new HashMap<>();
  private transient Map<UTF8String, Integer> byText;
  private transient Map<Long, Integer> byNumber;
  private transient int[] byOffset;
  private transient long lowest;

  KnownDistricts(List<District> districts) {
    List<District> sorted =
        districts.stream().sorted(Comparator.comparing(District::districtId)).toList();
    if (sorted.size() > CellKey.MOST_DISTRICTS) {
      throw new IllegalArgumentException("More districts than " + CellKey.MOST_DISTRICTS);
    }
    this.ids = sorted.stream().map(District::districtId).toArray(String[]::new);
    this.cities = sorted.stream().map(District::cityId).toArray(String[]::new);
    // An event of a part happens in the whole.
    for (int i = 0; i < sorted.size(); i++) {
      for (String id : sorted.get(i).ids()) {
        numbers.put(id, i);
      }
    }
  }

  String id(int district) {
    return ids[district];
  }

  String city(int district) {
    return cities[district];
  }

  /** A hash of each id, which unlike its number does not depend on the others. */
  long[] hashes() {
    long[] hashes = new long[ids.length];
    for (int i = 0; i < ids.length; i++) {
      byte[] bytes = ids[i].getBytes(StandardCharsets.UTF_8);
      hashes[i] = Mixing.of(bytes, 0, bytes.length);
    }
    return hashes;
  }

  int number(UTF8String id) {
    if (byText == null) {
      byText = new HashMap<>();
      numbers.forEach((text, number) -> byText.put(UTF8String.fromString(text), number));
    }
    return byText.getOrDefault(id, UNKNOWN);
  }

  /** An id that events give as a number is the text of that number. */
  int number(long id) {
    if (byNumber == null) {
      byNumber = numbers();
      byOffset = offsets();
    }
    if (byOffset.length > 0) {
      long offset = id - lowest;
      return offset >= 0 && offset < byOffset.length ? byOffset[(int) offset] : UNKNOWN;
    }
    return byNumber.getOrDefault(id, UNKNOWN);
  }

  private Map<Long, Integer> numbers() {
    Map<Long, Integer> found = new HashMap<>();
    numbers.forEach(
        (id, district) -> {
          try {
            long number = Long.parseLong(id);
            if (Long.toString(number).equals(id)) {
              found.put(number, district);
            }
          } catch (NumberFormatException notANumber) {
            // No number that an event gives can mean it.
          }
        });
    return found;
  }

  private int[] offsets() {
    lowest = byNumber.keySet().stream().mapToLong(Long::longValue).min().orElse(0);
    long highest = byNumber.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
    if (highest - lowest < 0 || highest - lowest >= WIDEST_ARRAY) {
      return new int[0];
    }
    int[] offsets = new int[(int) (highest - lowest) + 1];
    Arrays.fill(offsets, UNKNOWN);
    byNumber.forEach((number, district) -> offsets[(int) (number - lowest)] = district);
    return offsets;
  }
}
