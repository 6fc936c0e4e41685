package org.cityeval.numeric.epidemic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cityeval.numeric.ReferenceData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReproductionNumberTest {
  private static final double[] INTERVAL = SerialInterval.shiftedGamma(2.6, 1.5);

  @ParameterizedTest
  @CsvSource({
    "Flu1918, rt_cori_flu1918.csv, ''",
    "SARS2003, rt_cori_sars2003.csv, ''",
    "Flu2009, rt_cori_flu2009.csv, ''",
    "Flu1918, rt_cori_flu1918_nonparam.csv, si_flu1918.csv",
    "SARS2003, rt_cori_sars2003_nonparam.csv, si_sars2003.csv"
  })
  void equalsEpiEstimInEveryWindow(String dataSet, String expected, String interval) {
    JsonNode input = ReferenceData.json("rt_inputs.json").get(dataSet);
    double[] cases = ReferenceData.array(input.get("data"));
    double[] serialInterval =
        interval.isEmpty()
            ? SerialInterval.shiftedGamma(
                input.get("mean_si").asDouble(), input.get("sd_si").asDouble())
            : ReferenceData.column(interval, 1);

    var estimates = ReproductionNumber.cori(cases, serialInterval, 7, Prior.EPIESTIM);

    List<double[]> rows = ReferenceData.rows(expected);
    assertThat(rows).hasSize(cases.length - 7);
    for (double[] row : rows) {
      int end = (int) row[1] - 1;
      assertThat(
              new double[] {
                estimates.mean()[end],
                estimates.sd()[end],
                estimates.quantile(0.025)[end],
                estimates.quantile(0.5)[end],
                estimates.quantile(0.975)[end]
              })
          .as("window ending on day %s", end)
          .usingElementComparator(ReproductionNumberTest::relatively)
          .containsExactly(row[2], row[3], row[4], row[7], row[10]);
    }
    assertThat(Arrays.copyOf(estimates.mean(), 7)).containsOnly(Double.NaN);
  }

  /** The references carry 15 digits. */
  private static int relatively(double a, double b) {
    boolean same = Double.isNaN(b) ? Double.isNaN(a) : Math.abs(a - b) <= 1e-9 * Math.abs(b);
    return same ? 0 : Double.compare(a, b) == 0 ? 1 : Double.compare(a, b);
  }

  @Test
  void infectiousnessEqualsEpiEstim() {
    double[] cases = ReferenceData.array(ReferenceData.json("rt_inputs.json").at("/Flu1918/data"));
    double[] infectiousness = ReproductionNumber.infectiousness(cases, INTERVAL);
    // Lambda of days 2 to 6 as EpiEstim 2.2-4 gives it.
    assertThat(Arrays.copyOfRange(infectiousness, 1, 6))
        .containsExactly(
            new double[] {1.1658606, 2.0260691, 2.7481663, 6.3638824, 7.4015688}, within(5e-8));
  }

  @Test
  void countsCasesOfTheWindowOnly() {
    double[] cases = {9, 1, 2, 3, 4, 5, 6, 7};
    double[] inWindow = ReproductionNumber.cori(cases, INTERVAL, 7, Prior.EPIESTIM).casesInWindow();
    assertThat(inWindow[7]).isEqualTo(28);
    assertThat(inWindow[6]).isNaN();
  }

  @Test
  void fallsBackOnThePriorWithoutAnyCase() {
    var estimates = ReproductionNumber.cori(new double[20], INTERVAL, 7, Prior.EPIESTIM);
    assertThat(estimates.mean()[15]).isEqualTo(5);
    // The 2.5 % quantile of an exponential with mean 5 is -5 ln 0.975.
    assertThat(estimates.quantile(0.025)[15])
        .isCloseTo(-5 * Math.log(0.975), withinPercentage(1e-9));
    assertThat(estimates.casesInWindow()[15]).isZero();
  }

  @Test
  void isWorkedByHandAroundAMissingDay() {
    // Interval of one day for sure. Cases 10, NaN, 10, 10; window of two days, both needed.
    double[] nextDay = {0, 1};
    double[] cases = {10, Double.NaN, 10, 10, 20, 20};
    var estimates = ReproductionNumber.cori(cases, nextDay, 2, new Prior(1, 5));
    // Ends on day 2 and on day 1: one usable day of two, below 70 %.
    assertThat(estimates.mean()[2]).isNaN();
    // Days 2 and 3: cases 20; pressure 0 (from the missing day) + 10; (1 + 20) / (1/5 + 10).
    assertThat(estimates.mean()[3]).isCloseTo(21 / 10.2, within(1e-12));
    // Days 4 and 5: cases 40, pressure 10 + 20.
    assertThat(estimates.mean()[5]).isCloseTo(41 / 30.2, within(1e-12));
  }

  @Test
  void leavesOutADayOnWhichTheCumulativeCountFell() {
    double[] missing = {3, 5, 8, 9, Double.NaN, 12, 9, 14, 11, 13, 10, 9};
    double[] fell = missing.clone();
    fell[4] = -40;
    var expected = ReproductionNumber.cori(missing, INTERVAL, 7, Prior.EPIESTIM);
    var actual = ReproductionNumber.cori(fell, INTERVAL, 7, Prior.EPIESTIM);
    assertThat(actual.mean()).isEqualTo(expected.mean());
    assertThat(actual.casesInWindow()[7]).isEqualTo(5 + 8 + 9 + 12 + 9 + 14);
  }

  @Test
  void isUndefinedWithThreeOfSevenDaysMissing() {
    double[] cases = {3, 5, Double.NaN, 9, Double.NaN, 12, Double.NaN, 14};
    assertThat(ReproductionNumber.cori(cases, INTERVAL, 7, Prior.EPIESTIM).mean()[7]).isNaN();
    cases[2] = 4;
    assertThat(ReproductionNumber.cori(cases, INTERVAL, 7, Prior.EPIESTIM).mean()[7]).isFinite();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void ordersItsQuantilesAndIgnoresTheFuture(long seed) {
    double[] cases = new SplittableRandom(seed).doubles(60, 0, 300).map(Math::floor).toArray();
    var all = ReproductionNumber.cori(cases, INTERVAL, 7, Prior.EPIESTIM);
    var early = ReproductionNumber.cori(Arrays.copyOf(cases, 40), INTERVAL, 7, Prior.EPIESTIM);
    assertThat(Arrays.copyOf(all.mean(), 40)).isEqualTo(early.mean());
    for (int day = 7; day < 60; day++) {
      assertThat(all.quantile(0.025)[day]).isPositive().isLessThan(all.quantile(0.5)[day]);
      assertThat(all.quantile(0.5)[day])
          .isLessThan(all.mean()[day])
          .isLessThan(all.quantile(0.975)[day]);
    }
  }

  @ParameterizedTest
  @CsvSource({"4.7, 2.9", "30, 10", "60, 40", "100, 100"})
  void isOneWhereEveryDayIsLikeTheOther(double mean, double sd) {
    double[] interval = SerialInterval.shiftedGamma(mean, sd);
    double[] cases = new double[interval.length + 7];
    Arrays.fill(cases, 1000);
    double[] r = ReproductionNumber.cori(cases, interval, 7, Prior.EPIESTIM).mean();
    // Once the interval lies within the series the pressure is 1000 a day, too.
    assertThat(r[cases.length - 1]).isCloseTo(7001 / 7000.2, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e13, 1e14, 1e100, 1e300})
  void takesCountsOfAnySize(double count) {
    double[] cases = new double[1000];
    Arrays.fill(cases, count);
    var estimates = ReproductionNumber.cori(cases, INTERVAL, 7, Prior.EPIESTIM);
    double sd = 1 / Math.sqrt(7 * count);
    // The limit of many cases: normal about 1, with the relative error of their number.
    assertThat(estimates.mean()[999]).isCloseTo(1, within(1e-12));
    assertThat(estimates.sd()[999]).isCloseTo(sd, withinPercentage(1e-6));
    assertThat(estimates.quantile(0.025)[999]).isCloseTo(1 - 1.959963984540054 * sd, within(1e-12));
    assertThat(estimates.quantile(0.975)[999]).isCloseTo(1 + 1.959963984540054 * sd, within(1e-12));
  }

  @Test
  void isUndefinedWhereAnInfiniteCountReaches() {
    double[] cases = new double[100];
    Arrays.fill(cases, 10);
    cases[30] = Double.POSITIVE_INFINITY;
    double[] nextDays = {0, 0.75, 0.25};
    var estimates = ReproductionNumber.cori(cases, nextDays, 7, Prior.EPIESTIM);
    // Its own windows end on days 30 to 36; it infects until day 32, whose windows end by 38.
    for (int day = 7; day < 100; day++) {
      boolean reached = day >= 30 && day <= 38;
      assertThat(Double.isNaN(estimates.mean()[day])).as("day %d", day).isEqualTo(reached);
      assertThat(Double.isNaN(estimates.quantile(0.975)[day])).as("day %d", day).isEqualTo(reached);
    }
  }

  static Stream<double[]> noIntervals() {
    return Stream.of(
        new double[0],
        new double[] {1},
        new double[] {0, 0, 0},
        new double[] {0, 1.5, -0.5},
        new double[] {0.5, 0.5},
        new double[] {0, 0.6, 0.2},
        new double[] {0, 0.6, Double.NaN},
        new double[] {0, Double.POSITIVE_INFINITY});
  }

  @ParameterizedTest
  @MethodSource("noIntervals")
  void refusesWhatIsNoDistributionOfIntervals(double[] interval) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReproductionNumber.cori(new double[20], interval, 7, Prior.EPIESTIM))
        .withMessageContaining("serialInterval");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CaseReproductionNumber.wallingaTeunis(new double[20], interval, 7))
        .withMessageContaining("generationInterval");
  }

  @Test
  void refusesAWindowWithoutDays() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReproductionNumber.cori(new double[9], INTERVAL, 0, Prior.EPIESTIM));
    assertThatIllegalArgumentException().isThrownBy(() -> new Prior(0, 5));
  }

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }
}
