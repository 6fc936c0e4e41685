package org.cityeval.numeric.epidemic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.cityeval.numeric.ReferenceData;
import org.cityeval.numeric.timeseries.MovingAverage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RiskLevelTest {
  private static final double NAN = Double.NaN;

  @Test
  void hasTheCutsOfCovidActNow() {
    JsonNode cuts = ReferenceData.json("risk_level_thresholds.json").get("act_now");
    assertThat(RiskThresholds.actNow().densityCuts())
        .containsExactlyElementsOf(list(cuts.get("case_density_per_100k_7dma")));
    assertThat(RiskThresholds.actNow().reproductionCuts())
        .containsExactlyElementsOf(list(cuts.get("infection_rate_Rt")));
  }

  @ParameterizedTest
  @CsvSource({
    // density, R, level: the worse of the two, upper ends included
    "1, 2, 1",
    "1.01, 0.9, 2",
    "10, 1.1, 2",
    "10, 1.4, 3",
    "10, 1.41, 4",
    "25, 0.5, 3",
    "75, 0.5, 4",
    "75.1, 0.5, 5",
    "76, NaN, 5",
    "0, NaN, 1"
  })
  void takesTheWorseOfDensityAndReproduction(double density, double reproduction, double level) {
    double[] levels =
        RiskLevel.levels(
            new double[1],
            new double[] {density},
            new double[] {reproduction},
            100_000,
            RiskThresholds.actNow());
    assertThat(levels).containsExactly(level);
  }

  @Test
  void fallsFromRedToGreenAsCasesStop() {
    double[] cases = new double[40];
    cases[15] = 1;
    cases[16] = 2;
    cases[17] = 1;
    double[] levels = zhejiang(cases, 400_000);
    assertThat(levels[14]).isEqualTo(RiskLevel.GREEN);
    // One case is no cluster. Then 3 in 7 days are 0.75 per 100,000, and 4 are 1.0.
    assertThat(levels[15]).isEqualTo(RiskLevel.YELLOW);
    assertThat(levels[16]).isEqualTo(RiskLevel.ORANGE);
    assertThat(levels[19]).isEqualTo(RiskLevel.ORANGE);
    // Days 18 to 20 are without a case, days 18 to 31 are fourteen of them.
    assertThat(levels[20]).isEqualTo(RiskLevel.BLUE);
    assertThat(levels[30]).isEqualTo(RiskLevel.BLUE);
    assertThat(levels[31]).isEqualTo(RiskLevel.GREEN);
    // The same cases among 200,000: 4 are 2.0 per 100,000.
    assertThat(zhejiang(cases, 200_000)[17]).isEqualTo(RiskLevel.RED);
    assertThat(zhejiang(cases, 9_000_000)[17]).isEqualTo(RiskLevel.YELLOW);
  }

  @Test
  void hasNoLevelWhereCasesOrResidentsAreUnknown() {
    assertThat(zhejiang(new double[20], NAN)).containsOnly(NAN);
    assertThat(RiskLevel.actNow(new double[3], new double[3], 0, RiskThresholds.actNow()))
        .containsOnly(NAN);
    double[] unknown = new double[20];
    Arrays.fill(unknown, NAN);
    assertThat(zhejiang(unknown, 1000)).containsOnly(NAN);
    // Of fourteen days seven are to be seen before a district counts as clear.
    assertThat(zhejiang(new double[8], 1000)).containsExactly(NAN, NAN, NAN, NAN, NAN, NAN, 1, 1);
  }

  @Test
  void doesNotTakeAFallOfTheCountForCases() {
    double[] cases = new double[30];
    cases[20] = -6;
    double[] smoothed = MovingAverage.trailing(new double[30], 7);
    assertThat(RiskLevel.zhejiang(cases, smoothed, 1000, RiskThresholds.zhejiang())[20])
        .isEqualTo(RiskLevel.GREEN);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void neverFallsWithMoreCasesAmongAsMany(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] cases = random.ints(60, -3, 5).mapToDouble(c -> Math.max(0, c)).toArray();
    double[] more = Arrays.stream(cases).map(c -> 3 * c).toArray();
    double[] levels = zhejiang(cases, 500_000);
    double[] higher = zhejiang(more, 500_000);
    for (int day = 13; day < 60; day++) {
      assertThat(levels[day]).isBetween(1.0, 5.0);
      assertThat(higher[day]).isGreaterThanOrEqualTo(levels[day]);
    }
  }

  @Test
  void refusesCutsThatDoNotRise() {
    RiskThresholds thresholds = RiskThresholds.zhejiang();
    assertThatIllegalArgumentException().isThrownBy(() -> thresholds.withDays(2, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> thresholds.withWeeklyCuts(2, 1));
    assertThat(thresholds.withDays(21, 7).clearDays()).isEqualTo(21);
    assertThat(thresholds.withWeeklyCuts(1, 4).redFrom()).isEqualTo(4);
  }

  private static double[] zhejiang(double[] cases, double population) {
    return RiskLevel.levels(
        cases,
        MovingAverage.trailing(cases, 7),
        new double[cases.length],
        population,
        RiskThresholds.zhejiang());
  }

  private static List<Double> list(JsonNode numbers) {
    return DoubleStream.of(ReferenceData.array(numbers)).boxed().toList();
  }

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }
}
