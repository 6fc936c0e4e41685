package org.cityeval.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.cityeval.table.OpsTables;

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
      String record) {}

  private Refusals(List<Refusal> all) {
    this.all = all;
  }

  /** Those of some sources, whichever run refused them. */
  static Refusals of(Run run, Collection<String> sourceIds) {
    List<Refusal> all = new ArrayList<>();
    if (sourceIds.isEmpty()) {
      return new Refusals(all);
    }
    for (Row row :
        run.warehouse()
            .read(OpsTables.QUARANTINE)
            .where(col("source_id").isin(sourceIds.toArray()))
            .groupBy("source_id", "district_id", "reason_code")
            .agg(count(lit(1)), min(struct(col("position"), col("reason"), col("record"))))
            .orderBy("source_id", "district_id", "reason_code")
            .collectAsList()) {
      Row example = row.getStruct(4);
      all.add(
          new Refusal(
              row.getString(0),
              row.getString(1),
              row.getString(2),
              row.getLong(3),
              example.getString(0),
              example.getString(1),
              example.getString(2)));
    }
    return new Refusals(all);
  }

  private Refusals where(java.util.function.Predicate<Refusal> which) {
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
