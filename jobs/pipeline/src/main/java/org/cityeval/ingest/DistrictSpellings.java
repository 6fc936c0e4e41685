package org.cityeval.ingest;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cityeval.lake.CellText;
import org.cityeval.place.Crosswalk;
import org.cityeval.place.NearestSpelling;
import org.cityeval.place.Spelling;

/** Says which district a key means on a day, or why none. It knows nothing of the engine. */
final class DistrictSpellings implements Serializable {
  private final Map<String, List<Crosswalk.Meaning>> meanings;
  private final Map<String, String> cities;
  private final boolean asTheyAre;
  private final Reason unknown;
  private final NearestSpelling nearest;

  /**
   * What is said of a key.
   *
   * @param districtId null where the key itself stands for it
   * @param cityId null where the district is not known
   * @param reason that keeps the row from a district; null if none does, or if no day is known
   * @param told what follows the key where the reason is told
   */
  record Found(String districtId, String cityId, Reason reason, String told) {}

  private DistrictSpellings(
      Crosswalk crosswalk, Map<String, String> cities, boolean asTheyAre, Reason unknown) {
    this.meanings = new HashMap<>(crosswalk.meanings());
    this.cities = new HashMap<>(cities);
    this.asTheyAre = asTheyAre;
    this.unknown = unknown;
    this.nearest = new NearestSpelling(crosswalk.meanings().keySet());
  }

  /**
   * By the key as it is, blanks around it aside.
   *
   * @param cities of the districts of the list, by id
   * @param unknown the reason against a key that means none of them
   */
  static DistrictSpellings exact(Crosswalk crosswalk, Map<String, String> cities, Reason unknown) {
    return new DistrictSpellings(crosswalk, cities, true, unknown);
  }

  /** By all that {@link Spelling} takes for one spelling, likewise. */
  static DistrictSpellings anySpelling(
      Crosswalk crosswalk, Map<String, String> cities, Reason unknown) {
    return new DistrictSpellings(crosswalk, cities, false, unknown);
  }

  /** The reason against a key that means none of the districts. */
  Reason unknown() {
    return unknown;
  }

  /** Whether what any key means depends on the day. */
  boolean dependOnDays() {
    return meanings.values().stream().anyMatch(of -> !isAlways(of));
  }

  /** Whether what this key means depends on the day. */
  boolean dependsOnDay(String key) {
    List<Crosswalk.Meaning> of = meanings(key);
    return of != null && !isAlways(of);
  }

  /**
   * What a key means.
   *
   * @param day of the row, or null
   */
  Found find(String key, LocalDate day) {
    List<Crosswalk.Meaning> of = meanings(key);
    if (of == null) {
      return new Found(null, null, unknown, nearest.hint(key));
    }
    if (isAlways(of)) {
      return found(of.get(0).districtIds().get(0), key);
    }
    List<String> ids = idsOn(of, day);
    if (ids == null) {
      return new Found(null, null, null, null);
    }
    if (ids.isEmpty()) {
      return new Found(null, null, Reason.CODE_NOT_VALID, " on " + day);
    }
    if (ids.size() > 1) {
      return new Found(null, null, Reason.AMBIGUOUS_DISTRICT, ": " + String.join(" or ", ids));
    }
    return found(ids.get(0), key);
  }

  /** A crosswalk may tell of districts that are not on the list. */
  private Found found(String districtId, String key) {
    String city = cities.get(districtId);
    return city == null
        ? new Found(districtId, null, unknown, nearest.hint(key))
        : new Found(districtId, city, null, null);
  }

  private List<Crosswalk.Meaning> meanings(String key) {
    return meanings.get(asTheyAre ? CellText.stripped(key) : Spelling.normal(key));
  }

  private static boolean isAlways(List<Crosswalk.Meaning> of) {
    return of.size() == 1 && of.get(0).districtIds().size() == 1;
  }

  /** Null where no meaning is known on the day, or no day. */
  private static List<String> idsOn(List<Crosswalk.Meaning> of, LocalDate day) {
    if (day == null) {
      return null;
    }
    for (Crosswalk.Meaning meaning : of) {
      if (!day.isBefore(meaning.firstDay()) && !day.isAfter(meaning.lastDay())) {
        return meaning.districtIds();
      }
    }
    return null;
  }
}
