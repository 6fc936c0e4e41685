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
import org.cityeval.numeric.epidemic.CaseReproductionNumber.Estimates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CaseReproductionNumberTest {
  private static final double NAN = Double.NaN;
  private static final double[] INTERVAL = SerialInterval.shiftedGamma(2.6, 1.5);

  @ParameterizedTest
  @CsvSource({"Flu1918, rt_wt_flu1918.csv", "SARS2003, rt_wt_sars2003.csv"})
  void equalsEpiEstimInEveryWindow(String dataSet, String expected) {
    JsonNode input = ReferenceData.json("rt_inputs.json").get(dataSet);
    double[] cases = ReferenceData.array(input.get("data"));
    double[] interval =
        SerialInterval.shiftedGamma(input.get("mean_si").asDouble(), input.get("sd_si").asDouble());

    Estimates estimates = CaseReproductionNumber.wallingaTeunis(cases, interval, 7);

    List<double[]> rows = ReferenceData.rows(expected);
    assertThat(rows).hasSize(cases.length - 7);
    for (double[] row : rows) {
      int end = (int) row[1] - 1;
      assertThat(estimates.mean()[end])
          .as("window ending on day %s", end)
          .isCloseTo(row[2], withinPercentage(1e-9));
    }
  }

  @Test
  void givesThePublishedFirstAndLastWindows() {
    JsonNode flu = ReferenceData.json("rt_inputs.json").get("Flu1918");
    double[] interval = SerialInterval.shiftedGamma(2.6, 1.5);
    double[] mean =
        CaseReproductionNumber.wallingaTeunis(ReferenceData.array(flu.get("data")), interval, 7)
            .mean();
    assertThat(Arrays.copyOfRange(mean, 7, 10))
        .containsExactly(new double[] {1.2217616, 1.1949736, 1.1677038}, within(5e-8));
  }

  @Test
  void flagsTheWindowsThatTheEndCutsShort() {
    JsonNode sars = ReferenceData.json("rt_inputs.json").get("SARS2003");
    double[] cases = ReferenceData.array(sars.get("data"));
    double[] interval = SerialInterval.shiftedGamma(8.4, 3.8);
    Estimates estimates = CaseReproductionNumber.wallingaTeunis(cases, interval, 7);
    // The last window has 0.0588 infections a case, and 13 % of the interval (with numpy).
    assertThat(estimates.mean()[106]).isCloseTo(0.0588, within(5e-5));
    assertThat(estimates.observedShare()[106]).isCloseTo(0.1302631707649812, within(1e-12));
    assertThat(estimates.observedShare()[50]).isCloseTo(1, within(1e-9));
    assertThat(estimates.casesInWindow()[6]).isEqualTo(4);
  }

  @Test
  void isWorkedByHand() {
    // Intervals of one and two days, 0.75 and 0.25.
    double[] interval = {0, 0.75, 0.25};
    double[] cases = {2, 4, 0, 8, 0, 0};
    Estimates estimates = CaseReproductionNumber.wallingaTeunis(cases, interval, 1);
    // Day 1: all four from the two of day 0. Day 3: nobody on day 2, so all from the four of day 1.
    assertThat(estimates.mean()[0]).isEqualTo(2);
    assertThat(estimates.mean()[1]).isEqualTo(2);
    assertThat(estimates.mean()[2]).isNaN();
    assertThat(estimates.mean()[3]).isZero();
    assertThat(estimates.observedShare()[3]).isEqualTo(1);
    Estimates cut = CaseReproductionNumber.wallingaTeunis(Arrays.copyOf(cases, 5), interval, 1);
    assertThat(cut.observedShare()[3]).isEqualTo(0.75);
    assertThat(CaseReproductionNumber.wallingaTeunis(Arrays.copyOf(cases, 4), interval, 1))
        .satisfies(end -> assertThat(end.observedShare()[3]).isZero());
    // Days 0 to 3 together: 4 + 8 infections by 14 cases, the 8 of day 3 with 0.75 observed.
    Estimates four = CaseReproductionNumber.wallingaTeunis(Arrays.copyOf(cases, 5), interval, 4);
    assertThat(four.mean()[3]).isCloseTo(12 / 14.0, within(1e-15));
    assertThat(four.observedShare()[3]).isCloseTo((6 + 8 * 0.75) / 14, within(1e-15));
    assertThat(four.casesInWindow()[3]).isEqualTo(14);
  }

  @Test
  void hasNoNumberWithoutACaseInTheWindow() {
    Estimates estimates = CaseReproductionNumber.wallingaTeunis(new double[20], INTERVAL, 7);
    assertThat(estimates.mean()).containsOnly(NAN);
    assertThat(estimates.observedShare()).containsOnly(NAN);
    assertThat(estimates.casesInWindow()[6]).isZero();
    assertThat(estimates.casesInWindow()[5]).isNaN();
    assertThat(CaseReproductionNumber.wallingaTeunis(new double[0], INTERVAL, 7).mean()).isEmpty();
  }

  @Test
  void sharesOutNoCaseThatHasNobodyBeforeItInReach() {
    double[] interval = {0, 0.75, 0.25};
    double[] cases = {3, 0, 0, 5, 0, 0};
    Estimates estimates = CaseReproductionNumber.wallingaTeunis(cases, interval, 1);
    assertThat(estimates.mean()[0]).isZero();
    assertThat(estimates.mean()[3]).isZero();
  }

  @Test
  void leavesOutMissingDaysAndThoseOnWhichTheCumulativeCountFell() {
    double[] interval = {0, 0.75, 0.25};
    double[] missing = {2, NAN, 4, 4, 2, 0, 0};
    double[] fell = missing.clone();
    fell[1] = -40;
    Estimates estimates = CaseReproductionNumber.wallingaTeunis(missing, interval, 1);
    // Day 2 is all from day 0, of whose interval only the second day is seen.
    assertThat(estimates.mean()[0]).isEqualTo(2);
    assertThat(estimates.observedShare()[0]).isEqualTo(0.25);
    assertThat(estimates.mean()[1]).isNaN();
    assertThat(CaseReproductionNumber.wallingaTeunis(fell, interval, 1).mean())
        .isEqualTo(estimates.mean());
    // Two usable days of three are too few, three of four are enough.
    assertThat(CaseReproductionNumber.wallingaTeunis(missing, interval, 3).mean()[2]).isNaN();
    assertThat(CaseReproductionNumber.wallingaTeunis(missing, interval, 4).mean()[3]).isFinite();
  }

  @Test
  void refusesAWindowWithoutDays() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CaseReproductionNumber.wallingaTeunis(new double[9], INTERVAL, 0));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void sharesOutEveryCaseOnceAndIgnoresTheUnitOfCounting(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] cases = random.ints(60, 0, 30).asDoubleStream().toArray();
    cases[0] = 7;
    Estimates estimates = CaseReproductionNumber.wallingaTeunis(cases, INTERVAL, 1);
    double infections = 0;
    for (int day = 0; day < 60; day++) {
      infections += cases[day] > 0 ? cases[day] * estimates.mean()[day] : 0;
    }
    // All but those of the first day had somebody to be infected by.
    assertThat(infections).isCloseTo(Arrays.stream(cases).sum() - 7, within(1e-9));

    double[] tenfold = Arrays.stream(cases).map(c -> 10 * c).toArray();
    Estimates weekly = CaseReproductionNumber.wallingaTeunis(cases, INTERVAL, 7);
    assertThat(CaseReproductionNumber.wallingaTeunis(tenfold, INTERVAL, 7).mean())
        .containsExactly(weekly.mean(), within(1e-12));
    for (int day = 6; day < 60; day++) {
      assertThat(weekly.observedShare()[day]).isBetween(0.0, 1 + 1e-12);
      assertThat(weekly.mean()[day]).isNotNegative();
    }
    assertThat(weekly.observedShare()[59]).isLessThan(weekly.observedShare()[40]);
  }

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }
}
