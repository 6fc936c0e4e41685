package org.cityeval.job.ingest;

import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.SOURCE_ID;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.cityeval.run.Run;
import org.cityeval.table.ops.QuarantineTable;
import org.cityeval.warehouse.StoredRow;

/** What stands in quarantine: for which reason most often, of which districts, and an example. */
final class Refusals {
  private static final int LONGEST_RECORD = 200;

  private final List<Refusal> all;

  /**
   * Records of one source and district that were refused for one reason.
   *
   * @param district null where they name none
   * @param position of the first of them
   * @param told the reason in a sentence, with the value found there
   */
  private record Refusal(
      String source,
      String district,
      String reason,
      long records,
      String position,
      String told,
      String record) {
    static Refusal of(StoredRow row, boolean isWithheld) {
      return new Refusal(
          row.get(SOURCE_ID),
          row.get(DISTRICT_ID),
          row.get(QuarantineTable.REASON_CODE),
          1,
          row.get(QuarantineTable.POSITION),
          isWithheld ? "see ops.quarantine" : row.get(QuarantineTable.REASON),
          isWithheld ? null : row.get(QuarantineTable.RECORD));
    }

    /** Both together, with the record that stands first. */
    Refusal with(Refusal other) {
      Refusal first = FIRST.compare(this, other) <= 0 ? this : other;
      return new Refusal(
          source,
          district,
          reason,
          records + other.records,
          first.position,
          first.told,
          first.record);
    }
  }

  private static final Comparator<Refusal> FIRST =
      Comparator.comparing(Refusal::position)
          .thenComparing(Refusal::told)
          .thenComparing(Refusal::record, Comparator.nullsFirst(Comparator.naturalOrder()));

  private Refusals(List<Refusal> all) {
    this.all = all;
  }

  /** Those of some sources, whichever run refused them. */
  static Refusals read(Run run, Collection<String> sourceIds) {
    Map<String, Refusal> all = new TreeMap<>();
    // A refused record may hold a count that is too small to print.
    boolean isWithheld = run.config().smallCounts().limit().withholds();
    run.warehouse()
        .stored()
        .rows(QuarantineTable.SPEC)
        .columns(
            SOURCE_ID,
            DISTRICT_ID,
            QuarantineTable.REASON_CODE,
            QuarantineTable.POSITION,
            QuarantineTable.REASON,
            QuarantineTable.RECORD)
        .whereAny(SOURCE_ID, Set.copyOf(sourceIds))
        .each(row -> all.merge(key(row), Refusal.of(row, isWithheld), Refusal::with));
    return new Refusals(List.copyOf(all.values()));
  }

  private static String key(StoredRow row) {
    String district = Objects.requireNonNullElse(row.get(DISTRICT_ID), "");
    return String.join("\0", row.get(SOURCE_ID), district, row.get(QuarantineTable.REASON_CODE));
  }

  private Refusals where(Predicate<Refusal> which) {
    return new Refusals(all.stream().filter(which).toList());
  }

  /** Those of one source. */
  Refusals ofSource(String sourceId) {
    return where(refusal -> refusal.source().equals(sourceId));
  }

  /** Those of one district. */
  Refusals ofDistrict(String districtId) {
    return where(refusal -> Objects.equals(refusal.district(), districtId));
  }

  /** The commonest reason, how often it was given, and the first record it was given for. */
  String commonest() {
    Map<String, Long> reasons = new TreeMap<>();
    all.forEach(refusal -> reasons.merge(refusal.reason(), refusal.records(), Long::sum));
    Optional<String> most = most(reasons).stream().findFirst();
    return most.map(
            reason -> {
              Refusal first =
                  all.stream()
                      .filter(refusal -> refusal.reason().equals(reason))
                      .min(Comparator.comparing(Refusal::position))
                      .orElseThrow();
              return String.format(
                  Locale.ROOT,
                  "%,d of them %s, such as at %s: %s%s",
                  reasons.get(reason),
                  reason,
                  first.position(),
                  first.told(),
                  first.record() == null ? "" : ", in " + cut(first.record()));
            })
        .orElse("");
  }

  /**
   * The districts that lost most, with how many records.
   *
   * @param names of districts by id
   */
  String districts(Map<String, String> names, int most) {
    Map<String, Long> districts = new TreeMap<>();
    all.stream()
        .filter(refusal -> refusal.district() != null)
        .forEach(refusal -> districts.merge(refusal.district(), refusal.records(), Long::sum));
    return String.join(
        ", ",
        most(districts).stream()
            .limit(most)
            .map(
                id ->
                    String.format(
                        Locale.ROOT,
                        "%s (%s) %,d",
                        names.getOrDefault(id, id),
                        id,
                        districts.get(id)))
            .toList());
  }

  /** The keys by falling numbers, equal ones by alphabet. */
  private static List<String> most(Map<String, Long> numbers) {
    return numbers.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String cut(String record) {
    return record.length() <= LONGEST_RECORD ? record : record.substring(0, LONGEST_RECORD) + "...";
  }
}
