package org.cityeval.numeric.epidemic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.cityeval.numeric.ReferenceData;
import org.cityeval.numeric.epidemic.GrowthRate.Fit;
import org.cityeval.numeric.statistics.Bounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GrowthRateTest {
  private static final JsonNode EXPECTED =
      ReferenceData.json("extra_reference.json").get("growth_flu1918_d1_30");
  private static final double[] FLU =
      Arrays.copyOf(
          ReferenceData.array(ReferenceData.json("rt_inputs.json").at("/Flu1918/data")), 30);

  @Test
  void equalsTheQuasiPoissonFitOfR() {
    Fit fit = GrowthRate.quasiPoisson(FLU);
    assertThat(fit.rate())
        .isCloseTo(EXPECTED.get("quasipoisson_r").asDouble(), withinPercentage(1e-7));
    // R stops its iterations at 1e-8 of the deviance: the error agrees to about 6 digits.
    assertThat(fit.standardError())
        .isCloseTo(EXPECTED.get("quasipoisson_se").asDouble(), withinPercentage(1e-4));
    assertThat(fit.converged()).isTrue();
    assertThat(fit.days()).isEqualTo(30);
  }

  @Test
  void equalsTheLogLinearFitOfR() {
    Fit fit = GrowthRate.logLinear(FLU);
    assertThat(fit.rate()).isCloseTo(EXPECTED.get("loglinear_r").asDouble(), within(1e-12));
    assertThat(fit.doublingDays()).isCloseTo(EXPECTED.get("doubling").asDouble(), within(1e-10));
    assertThat(fit.interval(0.95).low()).isCloseTo(EXPECTED.get("lo").asDouble(), within(1e-10));
    assertThat(fit.interval(0.95).high()).isCloseTo(EXPECTED.get("hi").asDouble(), within(1e-10));
  }

  @Test
  void widensTheQuasiPoissonRateByStudentsT() {
    // The rate and error of R with scipy.stats.t.ppf(0.975, 28).
    Bounds interval = GrowthRate.quasiPoisson(FLU).interval(0.95);
    assertThat(interval.low()).isCloseTo(0.07863809813071315, within(1e-7));
    assertThat(interval.high()).isCloseTo(0.12819686288648685, within(1e-7));
  }

  @Test
  void knowsLessOfARateWhereDaysDependOnEachOther() {
    Fit fit = GrowthRate.quasiPoisson(FLU);
    // The residuals of FLU swing from day to day: they show no dependence, and nothing changes.
    assertThat(GrowthRate.ofDependentDays(FLU, 0.8).standardError())
        .isCloseTo(fit.standardError(), withinPercentage(1e-6));
    double[] waving = new double[60];
    Arrays.setAll(
        waving, day -> 900 * Math.exp(-0.05 * day) * (1 + 0.3 * Math.sin(Math.PI * day / 8)));

    Fit dependent = GrowthRate.ofDependentDays(waving, 0.8);

    assertThat(dependent.rate()).isEqualTo(GrowthRate.quasiPoisson(waving).rate());
    // A sine of sixteen days correlates with itself a day later by cos(pi / 8) = .92, held at .8:
    // an autoregression of .8 is worth (1 - .8) / (1 + .8) of its days, so about 3 times the error.
    assertThat(dependent.standardError() / GrowthRate.quasiPoisson(waving).standardError())
        .isBetween(2.5, 3.5);
    assertThat(dependent.degreesOfFreedom()).isLessThan(30);
  }

  @Test
  void findsTheRateOfAnExactExponential() {
    double[] counts = new double[40];
    Arrays.setAll(counts, day -> 700 * Math.exp(-0.07 * day));
    Fit fit = GrowthRate.quasiPoisson(counts);
    assertThat(fit.rate()).isCloseTo(-0.07, within(1e-10));
    assertThat(fit.dispersion()).isCloseTo(0, within(1e-12));
    assertThat(GrowthRate.logLinear(counts).rate()).isCloseTo(-0.07, within(1e-12));
  }

  @Test
  void passesOverMissingDaysWithoutClosingTheGap() {
    double[] counts = new double[20];
    Arrays.setAll(counts, day -> Math.exp(0.1 * day));
    Arrays.fill(counts, 5, 12, Double.NaN);
    counts[15] = -3;
    Fit fit = GrowthRate.quasiPoisson(counts);
    assertThat(fit.rate()).isCloseTo(0.1, within(1e-10));
    assertThat(fit.days()).isEqualTo(12);
  }

  @Test
  void logLinearFitPassesOverMissingDaysToo() {
    double[] counts = new double[20];
    Arrays.setAll(counts, day -> 9 * Math.exp(0.1 * day));
    Arrays.fill(counts, 5, 12, Double.NaN);
    Fit fit = GrowthRate.logLinear(counts);
    assertThat(fit.rate()).isCloseTo(0.1, within(1e-12));
    assertThat(fit.days()).isEqualTo(13);
    assertThat(GrowthRate.logLinear(new double[] {4, -2, 2, 1}).rate()).isNaN();
    assertThat(GrowthRate.logLinear(new double[] {4, Double.NaN, 2}).converged()).isFalse();
  }

  @Test
  void declinesInTheTimeInWhichItHalves() {
    double[] counts = {64, 32, 16, 8, 4, 2};
    assertThat(GrowthRate.quasiPoisson(counts).doublingDays()).isCloseTo(-1, within(1e-9));
    assertThat(GrowthRate.logLinear(counts).doublingDays()).isCloseTo(-1, within(1e-12));
  }

  @Test
  void hasNoFitWithoutEnoughCases() {
    assertThat(GrowthRate.quasiPoisson(new double[14]).converged()).isFalse();
    assertThat(GrowthRate.quasiPoisson(new double[] {0, 0, 0, 5}).rate()).isNaN();
    assertThat(GrowthRate.quasiPoisson(new double[] {3, 5}).rate()).isNaN();
    assertThat(GrowthRate.quasiPoisson(new double[0]).interval(0.95)).isEqualTo(Bounds.UNDEFINED);
  }

  @Test
  void hasNoLogLinearFitWithAZero() {
    assertThat(GrowthRate.logLinear(new double[] {4, 0, 2, 1}).converged()).isFalse();
    assertThat(GrowthRate.quasiPoisson(new double[] {4, 0, 2, 1}).converged()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void scalesAndReversesAsARateShould(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] counts = random.ints(30, 0, 40).asDoubleStream().toArray();
    double[] backwards = new double[30];
    Arrays.setAll(backwards, day -> counts[29 - day]);
    Fit fit = GrowthRate.quasiPoisson(counts);
    Fit tenfold = GrowthRate.quasiPoisson(Arrays.stream(counts).map(c -> 10 * c).toArray());
    assertThat(tenfold.rate()).isCloseTo(fit.rate(), within(1e-10));
    // The dispersion takes up the scale, so the error does not shrink with the unit of counting.
    assertThat(tenfold.standardError()).isCloseTo(fit.standardError(), within(1e-10));
    assertThat(GrowthRate.quasiPoisson(backwards).rate()).isCloseTo(-fit.rate(), within(1e-10));
  }

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  @Test
  void fitsNothingToAnInfiniteCount() {
    double[] counts = {1, 2, 4, 8, Double.POSITIVE_INFINITY, 32};
    assertThat(GrowthRate.logLinear(counts).converged()).isFalse();
    assertThat(GrowthRate.logLinear(counts).rate()).isNaN();
    assertThat(GrowthRate.quasiPoisson(counts).rate()).isNaN();
    assertThat(GrowthRate.logLinear(counts).interval(0.95)).isEqualTo(Bounds.UNDEFINED);
  }
}
