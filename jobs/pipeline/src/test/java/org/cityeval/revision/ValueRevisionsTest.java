package org.cityeval.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.cityeval.warehouse.StoredRow;
import org.junit.jupiter.api.Test;

/** Cells are value, ci_low, ci_high, status, parameters, method_version, data_hash. */
class ValueRevisionsTest {
  private static final CauseRule DATA_ALONE = SampleResults.DATA_ALONE;

  private static Map<String, ValueRevision> revisions() {
    return SampleResults.byDistrict(
        SampleResults.values(DATA_ALONE, SampleResults.VALUES_A, SampleResults.VALUES_B));
  }

  private static String because(CauseRule rule, StoredRow a, StoredRow b) {
    return Cause.words(SampleResults.values(rule, List.of(a), List.of(b)).get(0).causes());
  }

  private static StoredRow x(Object... cells) {
    return SampleResults.value("x", cells);
  }

  @Test
  void everyRowHasOneOutcome() {
    Map<String, String> outcomes = new TreeMap<>();
    revisions().forEach((id, one) -> outcomes.put(id, one.word()));

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
    Map<String, ValueRevision> rows = revisions();

    assertThat(rows.get("value").within()).isTrue();
    assertThat(rows.get("value").change()).isEqualTo(.25);
    // 1 lies in [-1.5, 1.2], but -1 not in [0.5, 1.5].
    assertThat(rows.get("far").within()).isFalse();
    assertThat(rows.get("status").within()).isNull();
    assertThat(rows.get("same").causes()).isEmpty();
  }

  /**
   * A's values 1, 0, 1, 1, 3 and 9: mean 2.5, squares 1.5² · 3 + 2.5² + .5² + 6.5² = 55.5 over 5.
   */
  @Test
  void aChangeIsMeasuredByTheStandardDeviationOfAsValues() {
    Map<String, ValueRevision> rows = revisions();

    assertThat(rows.get("value").size()).isEqualTo(.25 / Math.sqrt(11.1), within(1e-15));
    assertThat(rows.get("far").size()).isEqualTo(2 / Math.sqrt(11.1), within(1e-15));
    assertThat(rows.get("status").size()).isNull();
    // One value has no deviation, and like ones none above 0.
    assertThat(
            SampleResults.values(
                    DATA_ALONE,
                    List.of(x(1.0, null, null, "ok", "p", 1, "d")),
                    List.of(x(2.0, null, null, "ok", "p", 1, "e")))
                .get(0)
                .size())
        .isNull();
  }

  @Test
  void valuesOfAnotherPeriodAreNoMeasureOfAChange() {
    List<StoredRow> a = new ArrayList<>(SampleResults.VALUES_A);
    a.add(SampleResults.valueIn("wave-1", "value", 500.0, null, null, "ok", "p", 1, "d"));
    List<ValueRevision> all = SampleResults.values(DATA_ALONE, a, SampleResults.VALUES_B);

    assertThat(all)
        .filteredOn(one -> one.change() != null && one.change() == .25)
        .singleElement()
        .satisfies(one -> assertThat(one.size()).isEqualTo(.25 / Math.sqrt(11.1), within(1e-15)));
  }

  @Test
  void theOrderOfTheRowsDecidesNothing() {
    List<StoredRow> a = new ArrayList<>(SampleResults.VALUES_A);
    List<StoredRow> b = new ArrayList<>(SampleResults.VALUES_B);
    Collections.shuffle(a, new Random(3));
    Collections.shuffle(b, new Random(4));

    assertThat(SampleResults.values(DATA_ALONE, a, b))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("key", "a", "b")
        .isEqualTo(
            SampleResults.values(DATA_ALONE, SampleResults.VALUES_A, SampleResults.VALUES_B));
  }

  @Test
  void theCauseIsWhatIsStoredBesideTheValue() {
    StoredRow before = x(1.0, null, null, "ok", "p", 1, "d");
    CauseRule config = new CauseRule(false, true, true, false);

    assertThat(because(DATA_ALONE, before, x(2.0, null, null, "ok", "p", 1, "e")))
        .isEqualTo("data");
    assertThat(because(config, before, x(2.0, null, null, "ok", "q", 1, "d")))
        .isEqualTo("config of indicators");
    assertThat(because(config, before, x(2.0, null, null, "ok", "q", 1, "e")))
        .isEqualTo("config of input + config of indicators");
    assertThat(because(DATA_ALONE, before, x(2.0, null, null, "ok", "p", 2, "e")))
        .isEqualTo("data + method");
    assertThat(
            because(
                new CauseRule(true, true, false, false),
                before,
                x(2.0, null, null, "ok", "p", 1, "e")))
        .isEqualTo("data + config of input");
    // Nothing stored differs, so neither source nor config did it.
    assertThat(because(DATA_ALONE, before, x(2.0, null, null, "ok", "p", 1, "d")))
        .isEqualTo("code or districts");
    assertThat(
            because(
                new CauseRule(false, false, false, false),
                before,
                x(2.0, null, null, "ok", "p", 1, "e")))
        .isEqualTo("code or districts");
  }

  /** An equal value may rest on other days; the composites that it enters may then move. */
  @Test
  void touchedIsWhereAValueRestsOnSomethingElse() {
    ValueRevisions values = new ValueRevisions(DATA_ALONE);
    List<StoredRow> a =
        List.of(
            x(1.0, null, null, "ok", "p", 1, "d"),
            SampleResults.valueIn("wave-1", "x", 1.0, null, null, "ok", "p", 1, "d"));
    List<StoredRow> b =
        List.of(
            x(1.0, null, null, "ok", "p", 1, "e"),
            SampleResults.valueIn("wave-1", "x", 1.0, null, null, "ok", "p", 1, "d"));
    values.each(a::forEach, b::forEach, one -> assertThat(one.word()).isEqualTo("equal"));

    assertThat(values.touched())
        .containsExactly(new ValueRevisions.LevelPeriod("district", "span"));
  }
}
