package org.cityeval.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.table.spec.Keys;
import org.cityeval.warehouse.StoredRow;

/** Rows of two publications, as a few cells each. */
final class SampleResults {
  static final CauseRule DATA_ALONE = new CauseRule(true, false, false, false);

  private SampleResults() {}

  /**
   * A value of P1 of a district over the span.
   *
   * @param cells value, ci_low, ci_high, status, parameters, method_version, data_hash
   */
  static StoredRow value(String district, Object... cells) {
    return valueIn("span", district, cells);
  }

  /** Over another period. */
  static StoredRow valueIn(String period, String district, Object... cells) {
    List<Object> row = new ArrayList<>(List.of("c", district, "district", period, "P1"));
    row.addAll(Arrays.asList(cells));
    row.add("" + cells[6] + cells[4] + cells[5]);
    return new StoredRow(ValueRevisions.COLUMNS, row.toArray());
  }

  /**
   * A rank over the span.
   *
   * @param cells rank, rank_low, rank_high, class, input_hash
   */
  static StoredRow rank(String group, String district, Object... cells) {
    List<Object> row = new ArrayList<>(List.of("c", group, district, "district", "span", "e"));
    row.add(district.toUpperCase(Locale.ROOT));
    row.addAll(Arrays.asList(cells));
    return new StoredRow(RankRevisions.COLUMNS, row.toArray());
  }

  static List<ValueRevision> values(CauseRule rule, List<StoredRow> a, List<StoredRow> b) {
    List<ValueRevision> all = new ArrayList<>();
    new ValueRevisions(rule).each(a::forEach, b::forEach, all::add);
    return all;
  }

  static Map<String, ValueRevision> byDistrict(List<ValueRevision> all) {
    Map<String, ValueRevision> byDistrict = new TreeMap<>();
    all.forEach(one -> byDistrict.put(one.key().get(Keys.DISTRICT_ID), one));
    return byDistrict;
  }

  /** Of ranks that rest on values which differ over the span, or do not. */
  static List<RankRevision> ranks(
      CauseRule rule, boolean isTouched, List<StoredRow> a, List<StoredRow> b) {
    ValueRevisions values = new ValueRevisions(rule);
    List<StoredRow> before = List.of(value("x", 1.0, null, null, "ok", "p", 1, "d"));
    List<StoredRow> now = List.of(value("x", 1.0, null, null, "ok", "p", 1, isTouched ? "e" : "d"));
    values.each(before::forEach, now::forEach, one -> {});
    List<RankRevision> all = new ArrayList<>();
    new RankRevisions(rule, values).each(a::forEach, b::forEach, all::add);
    return all;
  }

  static final List<StoredRow> VALUES_A =
      List.of(
          value("same", 1.0, 0.5, 1.5, "ok", "p", 1, "d"),
          value("null", null, null, null, "insufficient", "p", 1, "d"),
          value("zero", 0.0, null, null, "ok", "p", 1, "d"),
          value("value", 1.0, 0.5, 1.5, "ok", "p", 1, "d"),
          value("far", 1.0, 0.5, 1.5, "ok", "p", 1, "d"),
          value("status", 3.0, 2.0, 4.0, "ok", "p", 1, "d"),
          value("follow", null, 30.0, null, "censored", "p", 1, "d"),
          value("gone", 9.0, null, null, "ok", "p", 1, "d"));

  static final List<StoredRow> VALUES_B =
      List.of(
          value("same", 1.0, 0.5, 1.5, "ok", "p", 1, "e"),
          value("null", null, null, null, "insufficient", "p", 1, "d"),
          value("zero", -0.0, null, null, "ok", "p", 1, "d"),
          value("value", 1.25, 0.75, 1.75, "ok", "p", 1, "e"),
          value("far", -1.0, -1.5, 1.2, "ok", "p", 1, "e"),
          value("status", null, 40.0, null, "censored", "p", 1, "e"),
          value("follow", null, 35.0, null, "censored", "p", 1, "e"),
          value("new", 9.0, null, null, "ok", "p", 1, "d"));

  static final List<StoredRow> RANKS_A =
      List.of(
          rank("g", "first", 1, 1, 2, "clearly_better", "h"),
          rank("g", "second", 2, 1, 3, "not_distinguishable", "h"),
          rank("g", "third", 3, 2, 3, "not_distinguishable", "h"),
          rank("g", "lost", 4, 4, 4, "clearly_worse", "h"),
          rank("g", "gone", 5, 5, 5, "clearly_worse", "h"),
          rank("all", "first", 1, 1, 2, "clearly_better", "h"),
          rank("all", "never", null, null, null, "not_ranked", "h"));

  static final List<StoredRow> RANKS_B =
      List.of(
          rank("g", "first", 1, 1, 3, "not_distinguishable", "i"),
          rank("g", "second", 3, 2, 3, "not_distinguishable", "i"),
          rank("g", "third", 2, 1, 2, "not_distinguishable", "i"),
          rank("g", "lost", null, null, null, "not_ranked", "i"),
          rank("all", "first", 1, 1, 2, "clearly_better", "h"),
          rank("all", "never", null, null, null, "not_ranked", "h"));
}
