package org.cityeval.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.table.ops.QualityCheckTable;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows are district, value, ci_low, ci_high, status, parameters, method_version, data_hash. */
@ExtendWith(SparkExtension.class)
class ValueRevisionsTest {
  private static final Causes DATA_ALONE = new Causes(new CauseRule(true, false, false, false));
  private static final String A =
      """
      ('same', 1.0, 0.5, 1.5, 'ok', 'p', 1, 'd'),
      ('null', null, null, null, 'insufficient', 'p', 1, 'd'),
      ('zero', 0.0, null, null, 'ok', 'p', 1, 'd'),
      ('value', 1.0, 0.5, 1.5, 'ok', 'p', 1, 'd'),
      ('far', 1.0, 0.5, 1.5, 'ok', 'p', 1, 'd'),
      ('status', 3.0, 2.0, 4.0, 'ok', 'p', 1, 'd'),
      ('follow', null, 30.0, null, 'censored', 'p', 1, 'd'),
      ('gone', 9.0, null, null, 'ok', 'p', 1, 'd')""";
  private static final String B =
      """
      ('same', 1.0, 0.5, 1.5, 'ok', 'p', 1, 'e'),
      ('null', null, null, null, 'insufficient', 'p', 1, 'd'),
      ('zero', -0.0, null, null, 'ok', 'p', 1, 'd'),
      ('value', 1.25, 0.75, 1.75, 'ok', 'p', 1, 'e'),
      ('far', -1.0, -1.5, 1.2, 'ok', 'p', 1, 'e'),
      ('status', null, 40.0, null, 'censored', 'p', 1, 'e'),
      ('follow', null, 35.0, null, 'censored', 'p', 1, 'e'),
      ('new', 9.0, null, null, 'ok', 'p', 1, 'd')""";

  private static SparkSession spark;

  @BeforeAll
  static void join(SparkSession session) {
    spark = session;
  }

  private static Dataset<Row> values(String rows) {
    return spark.sql(
        "select 'c' as city_id, district_id, 'district' as level, 'span' as period_id,"
            + " 'P1' as indicator_id, cast(value as double) as value,"
            + " cast(ci_low as double) as ci_low, cast(ci_high as double) as ci_high, status,"
            + " parameters, method_version, data_hash,"
            + " concat(data_hash, parameters, method_version) as input_hash from values "
            + rows
            + " as t(district_id, value, ci_low, ci_high, status, parameters, method_version,"
            + " data_hash)");
  }

  private static Map<String, Row> revisions(Causes causes, String a, String b) {
    Map<String, Row> byDistrict = new TreeMap<>();
    new ValueRevisions(causes)
        .compare(values(a), values(b))
        .collectAsList()
        .forEach(row -> byDistrict.put(DISTRICT_ID.of(row), row));
    return byDistrict;
  }

  private static String because(Causes causes, String a, String b) {
    return revisions(causes, a, b).get("x").getAs("because");
  }

  @Test
  void everyRowHasOneOutcome() {
    Map<String, String> outcomes = new TreeMap<>();
    revisions(DATA_ALONE, A, B)
        .forEach((id, row) -> outcomes.put(id, QualityCheckTable.OUTCOME.of(row)));

    assertThat(outcomes)
        .containsEntry("same", "equal")
        .containsEntry("null", "equal")
        .containsEntry("zero", "equal")
        .containsEntry("value", "value")
        .containsEntry("far", "value")
        .containsEntry("status", "status")
        .containsEntry("follow", "interval")
        .containsEntry("gone", "only_a")
        .containsEntry("new", "only_b")
        .hasSize(9);
  }

  @Test
  void aChangeIsWithinWhereEachLiesInTheOthersInterval() {
    Map<String, Row> rows = revisions(DATA_ALONE, A, B);

    assertThat(rows.get("value").<Boolean>getAs("within")).isTrue();
    assertThat(rows.get("value").<Double>getAs("change")).isEqualTo(.25);
    // 1 lies in [-1.5, 1.2], but -1 not in [0.5, 1.5].
    assertThat(rows.get("far").<Boolean>getAs("within")).isFalse();
    assertThat(rows.get("status").<Boolean>getAs("within")).isNull();
    assertThat(rows.get("same").<String>getAs("because")).isNull();
  }

  @Test
  void countsAddUpByIndicator() {
    Dataset<Row> revisions = new ValueRevisions(DATA_ALONE).compare(values(A), values(B));
    Row row = ValueRevisions.byIndicator(revisions).head();

    assertThat(row.<Long>getAs("in_both")).isEqualTo(7);
    assertThat(row.<Long>getAs("equal")).isEqualTo(3);
    assertThat(row.<Long>getAs("value_changed")).isEqualTo(2);
    assertThat(row.<Long>getAs("interval_changed")).isEqualTo(1);
    assertThat(row.<Long>getAs("status_changed")).isEqualTo(1);
    assertThat(row.<Long>getAs("only_a")).isEqualTo(1);
    assertThat(row.<Long>getAs("only_b")).isEqualTo(1);
    assertThat(row.<Long>getAs("beyond_intervals")).isEqualTo(1);
    assertThat(row.<Double>getAs("largest_change")).isEqualTo(-2);
    assertThat(row.<String>getAs("status_moves")).isEqualTo("ok > censored 1");
    assertThat(row.<String>getAs("because")).isEqualTo("data 6");
  }

  @Test
  void listsTheLargestOfEachOutcomeFirst() {
    Dataset<Row> revisions = new ValueRevisions(DATA_ALONE).compare(values(A), values(B));
    List<String> listed = new ArrayList<>();
    ValueRevisions.largest(revisions, 1)
        .collectAsList()
        .forEach(row -> listed.add(QualityCheckTable.OUTCOME.of(row) + " " + DISTRICT_ID.of(row)));

    assertThat(listed)
        .containsExactly(
            "value far", "status status", "only_b new", "only_a gone", "interval follow");
  }

  @Test
  void theCauseIsWhatIsStoredBesideTheValue() {
    String before = "('x', 1.0, null, null, 'ok', 'p', 1, 'd')";
    Causes config = new Causes(new CauseRule(false, true, true, false));

    assertThat(because(DATA_ALONE, before, "('x', 2.0, null, null, 'ok', 'p', 1, 'e')"))
        .isEqualTo("data");
    assertThat(because(config, before, "('x', 2.0, null, null, 'ok', 'q', 1, 'd')"))
        .isEqualTo("config of indicators");
    assertThat(because(config, before, "('x', 2.0, null, null, 'ok', 'q', 1, 'e')"))
        .isEqualTo("config of input + config of indicators");
    assertThat(because(DATA_ALONE, before, "('x', 2.0, null, null, 'ok', 'p', 2, 'e')"))
        .isEqualTo("data + method");
    assertThat(
            because(
                new Causes(new CauseRule(true, true, false, false)),
                before,
                "('x', 2.0, null, null, 'ok', 'p', 1, 'e')"))
        .isEqualTo("data + config of input");
    // Nothing stored differs, so neither source nor config did it.
    assertThat(because(DATA_ALONE, before, "('x', 2.0, null, null, 'ok', 'p', 1, 'd')"))
        .isEqualTo("code or districts");
    assertThat(
            because(
                new Causes(new CauseRule(false, false, false, false)),
                before,
                "('x', 2.0, null, null, 'ok', 'p', 1, 'e')"))
        .isEqualTo("code or districts");
  }
}
