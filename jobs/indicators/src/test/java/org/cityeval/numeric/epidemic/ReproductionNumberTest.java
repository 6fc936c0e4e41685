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
import org.cityeval.numeric.ReferenceData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReproductionNumberTest {
  private static final double[] INTERVAL = SerialInterval.shiftedGamma(2.6, 1.5, 30);

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
                input.get("mean_si").asDouble(), input.get("sd_si").asDouble(), cases.length - 1)
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
                estimates.low()[end],
                estimates.median()[end],
                estimates.high()[end]
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
    assertThat(estimates.low()[15]).isCloseTo(-5 * Math.log(0.975), withinPercentage(1e-9));
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
      assertThat(all.low()[day]).isPositive().isLessThan(all.median()[day]);
      assertThat(all.median()[day]).isLessThan(all.mean()[day]).isLessThan(all.high()[day]);
    }
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
