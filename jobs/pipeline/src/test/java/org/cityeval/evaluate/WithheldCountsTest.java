package org.cityeval.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.disclosure.SmallCount;
import org.cityeval.indicator.CountUse;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.Indicators;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.Trace;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.withholding.Withheld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scala.jdk.javaapi.CollectionConverters;

/** A series of 10 to 19 March 2020; counts below 5 are withheld. */
class WithheldCountsTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 3, 10);
  private static final StructType GATHERED =
      new StructType().add(Withheld.DATES, DataTypes.createArrayType(DataTypes.DateType));

  private static WithheldCounts on(Integer... daysOfMarch) {
    List<LocalDate> dates =
        Arrays.stream(daysOfMarch).map(day -> LocalDate.of(2020, 3, day)).toList();
    Row gathered =
        new GenericRowWithSchema(
            new Object[] {CollectionConverters.asScala(dates).toSeq()}, GATHERED);
    return WithheldCounts.of(gathered, new SmallCount(5));
  }

  private static DistrictSeries series(double population) {
    return new DistrictSeries("c", "A", Level.DISTRICT, population, FIRST, 10, Map.of());
  }

  private static Indicator that(CountUse use) {
    return Indicators.ALL.stream()
        .filter(indicator -> indicator.spec().countUse() == use)
        .findFirst()
        .orElseThrow();
  }

  private static Status status(WithheldCounts counts, CountUse use, Result result) {
    return counts.publishable(that(use), series(100_000), Parameters.DEFAULTS, result).status();
  }

  @Test
  void aTotalTellsEveryDayOfItsPeriod() {
    Result total = Result.ok(40).withCoverage(0.5);

    assertThat(status(on(10), CountUse.TOTAL, total)).isEqualTo(Status.SUPPRESSED);
    assertThat(status(on(19), CountUse.TOTAL, total)).isEqualTo(Status.SUPPRESSED);
    assertThat(status(on(9, 20), CountUse.TOTAL, total)).isEqualTo(Status.OK);
    assertThat(
            on(10)
                .publishable(that(CountUse.TOTAL), series(1), Parameters.DEFAULTS, total)
                .coverage())
        .isEqualTo(0.5);
  }

  @Test
  void whatTellsOfNoCountStands() {
    assertThat(status(on(10), CountUse.NONE, Result.ok(40))).isEqualTo(Status.OK);
  }

  @Test
  void thatThereIsNoInputTellsNothing() {
    assertThat(status(on(10), CountUse.TOTAL, Result.none(Status.MISSING_INPUT, "no cases")))
        .isEqualTo(Status.MISSING_INPUT);
  }

  /** A fit from the 14th on, whose highest mean is made of the week from the 8th. */
  @ParameterizedTest
  @CsvSource({"7, OK", "8, SUPPRESSED", "17, SUPPRESSED", "18, OK"})
  void aFitTellsItsDaysAndTheWeekUpToTheFirst(int day, Status expected) {
    Result fit =
        Result.ok(4).with(CountUse.FIT_FROM, "2020-03-14").with(CountUse.FIT_TO, "2020-03-17");

    assertThat(status(on(day), CountUse.FIT, fit)).isEqualTo(expected);
  }

  /** Without a fit the whole period was looked at. */
  @Test
  void aFitThatWasNotFoundTellsThePeriod() {
    Result none = Result.none(Status.INSUFFICIENT, "no decline");

    assertThat(status(on(19), CountUse.FIT, none)).isEqualTo(Status.SUPPRESSED);
    assertThat(status(on(9), CountUse.FIT, none)).isEqualTo(Status.INSUFFICIENT);
  }

  /**
   * The day by which three cases had come tells that one or two had come before; of the first case,
   * or of five, it tells no small count.
   */
  @ParameterizedTest
  @CsvSource({"0.5, OK", "1, OK", "3, SUPPRESSED", "4.9, SUPPRESSED", "5, OK", "60, OK"})
  void anOnsetTellsACountWhereFewCasesMakeIt(double needed, Status expected) {
    double population = needed * 10_000 / Parameters.DEFAULTS.response().onsetPer10k();

    assertThat(
            on(12)
                .publishable(
                    that(CountUse.ONSET), series(population), Parameters.DEFAULTS, Result.ok(4))
                .status())
        .isEqualTo(expected);
  }

  @Test
  void anOnsetOfAPeriodWithoutWithheldDaysStands() {
    double population = 3 * 10_000 / Parameters.DEFAULTS.response().onsetPer10k();

    assertThat(
            on(9)
                .publishable(
                    that(CountUse.ONSET), series(population), Parameters.DEFAULTS, Result.ok(4))
                .status())
        .isEqualTo(Status.OK);
  }

  @Test
  void whatASeriesLeavesForOthersIsWithheldBeforeItMeetsThem() {
    Trace trace = new Trace(Status.OK, "", 10, 0.9, new double[] {1, 2});

    Trace withheld =
        on(12).publishable(that(CountUse.TOTAL), series(1), Parameters.DEFAULTS, trace);

    assertThat(withheld.status()).isEqualTo(Status.SUPPRESSED);
    assertThat(withheld.values()).isEmpty();
    assertThat(withheld.n()).isEqualTo(10);
    assertThat(withheld.coverage()).isEqualTo(0.9);
    assertThat(on(9).publishable(that(CountUse.TOTAL), series(1), Parameters.DEFAULTS, trace))
        .isSameAs(trace);
  }

  @Test
  void whereNothingIsWithheldTheDaysAreNotLookedFor() {
    Row without = new GenericRowWithSchema(new Object[0], new StructType());
    WithheldCounts none = WithheldCounts.of(without, new SmallCount(0));

    assertThat(status(none, CountUse.TOTAL, Result.ok(1))).isEqualTo(Status.OK);
  }
}
