package org.cityeval.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.spark.sql.Row;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.Interval;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.efficiency.ResponseLag;
import org.cityeval.indicator.efficiency.ResumptionLossArea;
import org.cityeval.series.Level;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.spec.Keys;
import org.junit.jupiter.api.Test;

class ValueRowTest {
  private static final Indicator AREA = new ResumptionLossArea();
  private static final Indicator LAG = new ResponseLag();

  private static Row row(EvaluationScope scope, Indicator indicator, Result result, String inputs) {
    return EvaluatedCity.named(
        ValueRow.of(
            scope,
            new ValueRow.Subject("c", "A", Level.DISTRICT, "span"),
            indicator,
            result,
            7,
            inputs));
  }

  private static Row row(Result result) {
    return row(EvaluatedCity.scope(0), AREA, result, "in");
  }

  @Test
  void aValueHasItsIntervalAndWhatItIsOf() {
    Row row =
        row(
            Result.ok(12.5)
                .withInterval(new Interval(10, 16, 0.95, 8, "long_run_t"))
                .withN(9)
                .withCoverage(0.9));

    assertThat(Keys.DISTRICT_ID.of(row)).isEqualTo("A");
    assertThat(Keys.LEVEL.of(row)).isEqualTo("district");
    assertThat(Keys.INDICATOR_ID.of(row)).isEqualTo("E4");
    assertThat(IndicatorValueTable.VALUE.of(row)).isEqualTo(12.5);
    assertThat(IndicatorValueTable.CI_WIDTH.of(row)).isEqualTo(6.0);
    assertThat(IndicatorValueTable.DEGREES_OF_FREEDOM.of(row)).isEqualTo(8.0);
    assertThat(IndicatorValueTable.CI_METHOD.of(row)).isEqualTo("long_run_t");
    assertThat(IndicatorValueTable.STATUS.of(row)).isEqualTo("ok");
    assertThat(IndicatorValueTable.REASON.of(row)).isNull();
    assertThat(IndicatorValueTable.N.of(row)).isEqualTo(9L);
    assertThat(IndicatorValueTable.SEED.of(row)).isEqualTo(7L);
  }

  /** Its follow-up is the lower end; the upper is open, and so is the width. */
  @Test
  void aCensoredValueHasALowerEndAlone() {
    Row row = row(Result.censored(30, "not over"));

    assertThat(IndicatorValueTable.VALUE.of(row)).isNull();
    assertThat(IndicatorValueTable.CI_LOW.of(row)).isEqualTo(30.0);
    assertThat(IndicatorValueTable.CI_HIGH.of(row)).isNull();
    assertThat(IndicatorValueTable.CI_WIDTH.of(row)).isNull();
    assertThat(IndicatorValueTable.CI_LEVEL.of(row)).isNull();
    assertThat(IndicatorValueTable.DEGREES_OF_FREEDOM.of(row)).isNull();
    assertThat(IndicatorValueTable.REASON.of(row)).isEqualTo("not over");
  }

  /** How many days it rests on would tell of the counts. */
  @Test
  void whatIsSuppressedTellsNoNumberOfDays() {
    assertThat(IndicatorValueTable.N.of(row(Result.none(Status.SUPPRESSED, "few")))).isNull();
    assertThat(IndicatorValueTable.N.of(row(Result.none(Status.INSUFFICIENT, "few"))))
        .isEqualTo(0L);
  }

  @Test
  void whatIsNoNumberIsNullInJson() {
    Row row = row(Result.ok(1).with("a", Double.NaN).with("b", 2.5).with("c", "day"));

    assertThat(IndicatorValueTable.PARTS.of(row)).isEqualTo("{\"a\":null,\"b\":2.5,\"c\":\"day\"}");
  }

  /** Other parameters are no other data. */
  @Test
  void theHashOfTheDataLeavesOutHowTheyWereJudged() {
    EvaluationScope scope = EvaluatedCity.scope(0);
    EvaluationScope other =
        new EvaluationScope(
            "e",
            scope.asOf(),
            scope.periods(),
            Map.of(),
            Map.of(),
            scope.parameters(),
            "{\"other\":1}",
            scope.small());
    Row one = row(scope, AREA, Result.ok(1), "in");
    Row two = row(other, AREA, Result.ok(1), "in");
    Row three = row(scope, AREA, Result.ok(1), "other");

    assertThat(IndicatorValueTable.DATA_HASH.of(two))
        .isEqualTo(IndicatorValueTable.DATA_HASH.of(one));
    assertThat(Keys.INPUT_HASH.of(two)).isNotEqualTo(Keys.INPUT_HASH.of(one));
    assertThat(IndicatorValueTable.DATA_HASH.of(three))
        .isNotEqualTo(IndicatorValueTable.DATA_HASH.of(one));
    assertThat(Keys.INPUT_HASH.of(three)).isNotEqualTo(Keys.INPUT_HASH.of(one));
  }

  /** Whoever tries all small counts would find those that give the hash of the inputs. */
  @Test
  void whereCountsAreWithheldAHashIsOfWhatIsPublished() {
    EvaluationScope withheld = EvaluatedCity.scope(5);
    Row one = row(withheld, LAG, Result.ok(1), "in");

    assertThat(Keys.INPUT_HASH.of(row(withheld, LAG, Result.ok(1), "other")))
        .isEqualTo(Keys.INPUT_HASH.of(one));
    assertThat(Keys.INPUT_HASH.of(row(withheld, LAG, Result.ok(2), "in")))
        .isNotEqualTo(Keys.INPUT_HASH.of(one));
    assertThat(Keys.INPUT_HASH.of(row(withheld, LAG, Result.ok(1).with("day", 3), "in")))
        .isNotEqualTo(Keys.INPUT_HASH.of(one));
    // No count of persons is in the activity of enterprises.
    assertThat(Keys.INPUT_HASH.of(row(withheld, AREA, Result.ok(1), "other")))
        .isNotEqualTo(Keys.INPUT_HASH.of(row(withheld, AREA, Result.ok(1), "in")));
  }
}
