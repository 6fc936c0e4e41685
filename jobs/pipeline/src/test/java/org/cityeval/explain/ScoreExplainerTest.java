package org.cityeval.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.cityeval.problem.UserProblem;
import org.cityeval.series.Level;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.gold.GoalpostTable;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.gold.ScorecardTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.testing.PublishedFew;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alder of 100,000 residents and its city of 600,000: weights of .25 and .75, scores of 80, 20. */
class ScoreExplainerTest {
  @TempDir private Path folder;

  private PublishedFew few;

  @BeforeEach
  void write() {
    few =
        new PublishedFew(folder)
            .write(
                DistrictTable.SPEC,
                PublishedFew.row(DistrictTable.SPEC, "tiny")
                    .set(Keys.CITY_ID, "T")
                    .set(Keys.DISTRICT_ID, "A")
                    .set(DistrictTable.NAME, "Alder")
                    .set(DistrictTable.POPULATION, 100_000.0))
            .write(
                CityTable.SPEC,
                PublishedFew.row(CityTable.SPEC, "tiny")
                    .set(Keys.CITY_ID, "T")
                    .set(CityTable.NAME, "Town")
                    .set(CityTable.POPULATION, 600_000.0))
            .write(
                IndicatorValueTable.SPEC,
                value("A", "district", "E4", 250_000.0),
                value("A", "district", "E5", null),
                value("T", "city", "E4", 300_000.0))
            .write(
                GoalpostTable.SPEC,
                goalpost("district", "E4", true, 9.0, 1.0),
                goalpost("district", "E5", false, 90.0, 7.0),
                goalpost("city", "E4", true, 8.0, 0.5));
  }

  private static TableRow value(String id, String level, String indicator, Double value) {
    return PublishedFew.row(IndicatorValueTable.SPEC, "tiny")
        .set(Keys.CITY_ID, "T")
        .set(Keys.DISTRICT_ID, id)
        .set(Keys.LEVEL, level)
        .set(Keys.PERIOD_ID, "span")
        .set(Keys.INDICATOR_ID, indicator)
        .set(IndicatorValueTable.VALUE, value)
        .set(IndicatorValueTable.STATUS, value == null ? "censored" : "ok");
  }

  private static TableRow goalpost(
      String level, String indicator, boolean shared, double worst, double best) {
    return PublishedFew.row(GoalpostTable.SPEC, "tiny")
        .set(Keys.LEVEL, level)
        .set(Keys.PERIOD_ID, "span")
        .set(Keys.INDICATOR_ID, indicator)
        .set(GoalpostTable.PER_RESIDENT, shared)
        .set(GoalpostTable.WORST, worst)
        .set(GoalpostTable.BEST, best);
  }

  private static TableRow score(String id, String level, String status) {
    return PublishedFew.row(ScorecardTable.SPEC, "tiny")
        .set(Keys.CITY_ID, "T")
        .set(Keys.DISTRICT_ID, id)
        .set(Keys.LEVEL, level)
        .set(Keys.PERIOD_ID, "span")
        .set(Keys.WEIGHTING, "efficiency")
        .set(ScorecardTable.STATUS, status);
  }

  /** The contributions are what the weights make of the scores: .25 x 80 and .75 x 20. */
  private static TableRow scored(String id, String level) {
    return score(id, level, "ok")
        .set(ScorecardTable.COMPOSITE, 35.0)
        .set(ScorecardTable.COMPOSITE_LOW, 30.0)
        .set(ScorecardTable.COMPOSITE_HIGH, 42.0)
        .set(ScorecardTable.AGGREGATION, "arithmetic")
        .set(ScorecardTable.SCORES, "{\"E4\": 80, \"E5\": 20.0, \"P1\": 4}")
        .set(ScorecardTable.WEIGHTS, "{\"E4\": 0.25, \"E5\": 0.75, \"P1\": 0}")
        .set(ScorecardTable.CONTRIBUTIONS, "{\"P1\": 0, \"E5\": 15.0, \"E4\": 20}");
  }

  private Account explain(String id, Level level) {
    few.publish("tiny", "{}");
    return new ScoreExplainer(few.tables())
        .explain(new Explainer.Subject(null, id, level, "span"), "efficiency");
  }

  @Test
  void thePartsStandByWhatTheyBringWithWhatTheyAreMadeOf() {
    few.write(ScorecardTable.SPEC, scored("A", "district"));

    Account account = explain("Alder", null);

    assertThat(account.title()).isEqualTo("Score of Alder (A) under efficiency, span: 35");
    assertThat(account.sections().get(0).columns())
        .endsWith(
            "status", "value", "scored_value", "worst", "best", "score", "weight", "contribution");
    assertThat(account.sections().get(0).rows())
        .extracting(row -> row.subList(3, 11))
        .containsExactly(
            // Per resident: 250,000 over 100,000.
            List.of("ok", 250_000.0, 2.5, 9.0, 1.0, 80.0, 0.25, 20.0),
            Arrays.asList("censored", null, null, 90.0, 7.0, 20.0, 0.75, 15.0),
            Arrays.asList("missing_input", null, null, null, null, 4.0, 0.0, 0.0));
    assertThat(account.sections().get(0).rows())
        .extracting(row -> row.get(0))
        .containsExactly("E4", "E5", "P1");
    assertThat(account.facts())
        .containsEntry("sum_of_contributions", 35.0)
        .containsEntry("composite_of_sum", 35.0)
        .containsEntry("as_of", "2020-04-10")
        .containsEntry("composite_low", 30.0)
        .doesNotContainKeys("scores", "weights", "contributions");
  }

  @Test
  void aCityIsDividedByItsOwnResidents() {
    few.write(ScorecardTable.SPEC, scored("T", "city"));

    Account account = explain("T", Level.CITY);

    assertThat(account.title()).startsWith("Score of Town (T)");
    assertThat(account.sections().get(0).rows().get(0).subList(4, 8))
        .containsExactly(300_000.0, 0.5, 8.0, 0.5);
  }

  /** Of a geometric mean the contributions are logarithms. */
  @Test
  void theCompositeOfTheSumFollowsTheAggregation() {
    few.write(
        ScorecardTable.SPEC,
        scored("A", "district")
            .set(ScorecardTable.AGGREGATION, "geometric")
            .set(ScorecardTable.CONTRIBUTIONS, "{\"E4\": 1.0, \"E5\": 2.0}"));

    assertThat(explain("A", null).facts().get("composite_of_sum"))
        .asInstanceOf(InstanceOfAssertFactories.DOUBLE)
        .isCloseTo(20.085536923187668, within(1e-12));
  }

  @Test
  void withoutAnIntervalTheCompositeHasSixDigits() {
    few.write(
        ScorecardTable.SPEC,
        scored("A", "district")
            .set(ScorecardTable.COMPOSITE, 35.123456789)
            .set(ScorecardTable.COMPOSITE_HIGH, null));
    assertThat(explain("A", null).title()).endsWith(": 35.1235");
  }

  @Test
  void aCompositeThatIsNoneIsCalledSo() {
    few.write(ScorecardTable.SPEC, scored("T", "city").set(ScorecardTable.COMPOSITE, null));

    assertThat(explain("T", null).title()).endsWith(", span: none");
  }

  @Test
  void whatAWeightingDoesNotJudgeHasAReasonAndNoParts() {
    few.write(
        ScorecardTable.SPEC,
        score("A", "district", "not_applicable").set(ScorecardTable.REASON, "no weights"));

    Account account = explain("A", null);

    assertThat(account.title())
        .isEqualTo("Score of Alder (A) under efficiency, span: not applicable, no weights");
    assertThat(account.sections().get(0).rows()).isEmpty();
  }

  @Test
  void aWeightingThatIsNotPublishedIsRefused() {
    few.write(ScorecardTable.SPEC, scored("A", "district").set(Keys.WEIGHTING, "public_value"));

    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> explain("A", null))
        .satisfies(
            told ->
                assertThat(told.why())
                    .isEqualTo("1 evaluation was searched for the score under efficiency."));
  }
}
