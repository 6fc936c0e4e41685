package org.cityeval.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.series.Quantity.ENTERPRISE_SMOOTHED;
import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;
import static org.cityeval.series.Quantity.POLICY_GRADE;
import static org.cityeval.series.Quantity.RISK_LEVEL;
import static org.cityeval.series.Quantity.WORK_RESUMPTION_INDEX;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cityeval.indicator.decentralisation.Differentiation;
import org.cityeval.indicator.decentralisation.RiskExplainedDifferentiation;
import org.cityeval.indicator.efficiency.ResumptionLossArea;
import org.cityeval.indicator.efficiency.WorkResumptionIndex;
import org.cityeval.indicator.precision.BurdenConcentration;
import org.cityeval.indicator.precision.BurdenTargeting;
import org.cityeval.indicator.precision.GradeAgreement;
import org.cityeval.indicator.precision.RiskDiscrimination;
import org.cityeval.indicator.precision.TargetingCoverage;
import org.cityeval.indicator.precision.TargetingPrecision;
import org.cityeval.indicator.precision.UnneededRestriction;
import org.cityeval.indicator.publicvalue.RecoveryInequality;
import org.cityeval.indicator.publicvalue.WorstOffGap;
import org.cityeval.indicator.structure.RecoverySynchrony;
import org.cityeval.indicator.structure.SpatialCoordination;
import org.cityeval.numeric.statistics.ErrorScale;
import org.cityeval.numeric.timeseries.DayWeighted;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.TestDistrict;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How often a published 95 % interval holds the true value, from daily series through the
 * indicators themselves. Days are first-order autoregressions; the true value is that of all days
 * there could be.
 */
class DayCoverageTest {
  private static final double LEVEL = Parameters.DEFAULTS.uncertainty().level();
  private static final NormalDistribution NORMAL = new NormalDistribution();

  private static final Parameters OWN_RISK_AT_ONCE =
      Parameters.DEFAULTS.with(new Parameters.Restriction(-0.20, 3, 0, Parameters.RiskScope.OWN));

  private static final int CITY_DISTRICTS = 6;

  /**
   * An indicator of some series of dependent days, normal with mean 0 and variance 1.
   *
   * @param size what the value grows with, by the number of days
   * @param shortfall by how much less than promised its intervals are known to hold: decision 20
   */
  private record Case(
      String name,
      int series,
      IntToDoubleFunction size,
      double shortfall,
      Function<double[][], Result> evaluate) {
    static Case of(String name, BiFunction<double[], double[], Result> evaluate) {
      return sized(name, days -> 1, evaluate);
    }

    static Case sized(
        String name, IntToDoubleFunction size, BiFunction<double[], double[], Result> evaluate) {
      return new Case(name, 2, size, 0, series -> evaluate.apply(series[0], series[1]));
    }

    /** Of a city: for each district its mobility and its risk, or its activity alone. */
    static Case ofCity(String name, Indicator indicator) {
      return new Case(
          name,
          2 * CITY_DISTRICTS,
          days -> 1,
          0,
          series ->
              TestCity.evaluate(indicator, OWN_RISK_AT_ONCE, city(series)).get(TestCity.CITY));
    }

    Case fallingShort(double less) {
      return new Case(name, series, size, less, evaluate);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static List<Case> cases() {
    return List.of(
        Case.of("E6, a mean", (x, y) -> evaluate(new WorkResumptionIndex(), index(x))),
        Case.sized(
            "E4, an area",
            days -> days - 1,
            (x, y) -> evaluate(new ResumptionLossArea(), active("a", x))),
        Case.of("P1, a share", (x, y) -> evaluate(new TargetingPrecision(), restricted(x, y))),
        Case.of("P2, a share", (x, y) -> evaluate(new TargetingCoverage(), restricted(x, y))),
        Case.of("P3, ranks", (x, y) -> evaluate(new RiskDiscrimination(), restricted(x, y))),
        Case.of("P6, grades", (x, y) -> evaluate(new GradeAgreement(), graded(x, y))),
        Case.sized(
            "P7, a sum",
            days -> days,
            (x, y) -> evaluate(new UnneededRestriction(), restricted(x, y))),
        Case.of(
            "V2, a difference",
            (x, y) ->
                evaluate(
                    new WorstOffGap(),
                    active("a", x),
                    active("b", y),
                    active("c", new double[x.length]))),
        Case.ofCity("P4, a ratio", new BurdenTargeting()),
        Case.ofCity("P5, a concentration", new BurdenConcentration()),
        Case.ofCity("D1, a share of variance", new Differentiation()),
        Case.ofCity("D2, a share of variance", new RiskExplainedDifferentiation()),
        Case.ofCity("S3, a share of variance", new RecoverySynchrony()),
        Case.ofCity("S4, an autocorrelation", new SpatialCoordination()),
        Case.ofCity("V1, an inequality", new RecoveryInequality()),
        Case.ofCity("V2 of a city", new WorstOffGap()),
        Case.of("a ratio", DayCoverageTest::ratio),
        Case.of("a median", (x, y) -> median(x)).fallingShort(0.06),
        Case.of("a rank correlation", DayCoverageTest::rankCorrelation));
  }

  static Stream<Arguments> some() {
    return cases().stream()
        .filter(of -> of.name().startsWith("E6") || of.name().startsWith("P2"))
        .flatMap(
            of ->
                Stream.of(
                    Arguments.of(of, 28, 0.6),
                    Arguments.of(of, 56, 0.0),
                    Arguments.of(of, 120, 0.8)));
  }

  static Stream<Arguments> all() {
    return cases().stream()
        .flatMap(
            of ->
                Stream.of(28, 56, 120, 269)
                    .flatMap(
                        days ->
                            Stream.of(0.0, 0.3, 0.6, 0.8)
                                .map(persistence -> Arguments.of(of, days, persistence))));
  }

  @ParameterizedTest
  @MethodSource("some")
  void intervalsHoldTheTruth(Case of, int days, double persistence) {
    requireCoverage(of, days, persistence, 600);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("all")
  void intervalsOfEveryKindHoldTheTruth(Case of, int days, double persistence) {
    requireCoverage(of, days, persistence, 2000);
  }

  private static void requireCoverage(Case of, int days, double persistence, int runs) {
    double coverage = coverage(of, days, persistence, runs);
    System.out.printf(
        Locale.ROOT, "| %s | %d days | %.1f | %.3f |%n", of, days, persistence, coverage);
    double least = persistence > 0.6 ? 0.90 : 0.93;
    double most = persistence > 0.6 ? 1 : 0.97;
    double chance = 2.5 * Math.sqrt(least * (1 - least) / runs);
    assertThat(coverage).isBetween(least - of.shortfall() - chance, most + chance);
  }

  private static double coverage(Case of, int days, double persistence, int runs) {
    SplittableRandom random = new SplittableRandom(days * 1000L + Math.round(10 * persistence));
    double truth = truth(of) * of.size().applyAsDouble(days);
    int held = 0;
    int bound = 0;
    for (int run = 0; run < runs; run++) {
      double[][] series = new double[of.series()][];
      Arrays.setAll(series, i -> DependentDays.of(days, persistence, random));
      Result result = of.evaluate().apply(series);
      if (result.interval().isPresent()) {
        Interval interval = result.interval().get();
        bound++;
        held += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
      }
    }
    assertThat(bound).isGreaterThan((int) (0.95 * runs));
    return (double) held / bound;
  }

  /** Per unit of size: the mean over many ways to pair the quantiles of the two series. */
  private static double truth(Case of) {
    int days = 400;
    SplittableRandom random = new SplittableRandom(1);
    double sum = 0;
    int pairings = 300;
    for (int pairing = 0; pairing < pairings; pairing++) {
      double[][] series = new double[of.series()][];
      Arrays.setAll(series, i -> quantiles(days, random));
      sum += of.evaluate().apply(series).value();
    }
    return sum / pairings / of.size().applyAsDouble(days);
  }

  private static double[] quantiles(int days, SplittableRandom random) {
    double[] shuffled =
        IntStream.range(0, days)
            .mapToDouble(i -> NORMAL.inverseCumulativeProbability((i + 0.5) / days))
            .toArray();
    for (int i = days - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      double swapped = shuffled[i];
      shuffled[i] = shuffled[other];
      shuffled[other] = swapped;
    }
    return shuffled;
  }

  private static Result evaluate(Indicator indicator, DistrictSeries... districts) {
    return TestCity.evaluate(indicator, OWN_RISK_AT_ONCE, List.of(districts)).get("a");
  }

  private static double[] map(double[] daily, DoubleUnaryOperator as) {
    return Arrays.stream(daily).map(as).toArray();
  }

  private static DistrictSeries index(double[] x) {
    return TestDistrict.ofDays(x.length)
        .daily(WORK_RESUMPTION_INDEX, map(x, of -> 60 + 10 * of))
        .build();
  }

  private static DistrictSeries active(String id, double[] x) {
    return TestDistrict.ofDays(x.length).id(id).activity(map(x, of -> 90 + 15 * of)).build();
  }

  /** Restricted on seven days in ten, at risk on every second, and more so when at risk. */
  private static DistrictSeries restricted(double[] x, double[] y) {
    double[] mobility = new double[x.length];
    Arrays.setAll(mobility, day -> -0.25 + 0.1 * (0.8 * x[day] - 0.6 * y[day]));
    return TestDistrict.ofDays(x.length)
        .daily(MOBILITY_SMOOTHED, mobility)
        .daily(RISK_LEVEL, map(y, DayCoverageTest::level))
        .build();
  }

  /** Districts that differ in their means, share a part of each day, and the riskier move less. */
  private static List<DistrictSeries> city(double[][] series) {
    int days = series[0].length;
    List<DistrictSeries> districts = new ArrayList<>();
    for (int i = 0; i < CITY_DISTRICTS; i++) {
      double[] own = series[i];
      double[] risk = series[CITY_DISTRICTS + i];
      double step = i / (CITY_DISTRICTS - 1.0);
      double[] mobility = new double[days];
      double[] activity = new double[days];
      double[] level = new double[days];
      for (int day = 0; day < days; day++) {
        double shared = 0.6 * series[0][day] + 0.8 * own[day];
        mobility[day] = -0.3 - 0.1 * step - 0.05 * (i % 3) + 0.08 * shared - 0.04 * risk[day];
        activity[day] = -0.3 + 0.3 * step + 0.1 * shared;
        level[day] = level(risk[day] + 2 * step - 1);
      }
      districts.add(
          TestDistrict.ofDays(days)
              .id(String.valueOf((char) ('a' + i)))
              .daily(MOBILITY_SMOOTHED, mobility)
              .daily(RISK_LEVEL, level)
              .daily(ENTERPRISE_SMOOTHED, activity)
              .build());
    }
    return districts;
  }

  private static DistrictSeries graded(double[] x, double[] y) {
    double[] grade = new double[x.length];
    Arrays.setAll(grade, day -> level(0.7 * x[day] + 0.7 * y[day]) - 1);
    return TestDistrict.ofDays(x.length)
        .daily(POLICY_GRADE, grade)
        .daily(RISK_LEVEL, map(y, DayCoverageTest::level))
        .build();
  }

  /** 1 to 5; every second day is at 3 or above. */
  private static double level(double of) {
    return 1 + Stream.of(-0.8, 0.0, 0.6, 1.2).filter(step -> of > step).count();
  }

  private static Result ratio(double[] x, double[] y) {
    double[] above = map(x, of -> Math.exp(0.5 * of));
    double[] below = map(y, of -> Math.exp(0.5 * of));
    return bound(
        x.length,
        ErrorScale.POSITIVE,
        weights -> DayStatistic.mean(above, weights) / DayStatistic.mean(below, weights));
  }

  /** Half way up the weights in the order of the values, between the two values that meet there. */
  private static Result median(double[] x) {
    int[] order = ascending(x);
    return bound(
        x.length,
        ErrorScale.LINEAR,
        weights -> {
          double half = Arrays.stream(weights).sum() / 2;
          double[] middles = middles(order, weights);
          int next = 1;
          while (middles[order[next]] < half) {
            next++;
          }
          double from = middles[order[next - 1]];
          double share = (half - from) / (middles[order[next]] - from);
          return x[order[next - 1]] + share * (x[order[next]] - x[order[next - 1]]);
        });
  }

  private static Result rankCorrelation(double[] x, double[] y) {
    double[] z = new double[x.length];
    Arrays.setAll(z, day -> 0.6 * x[day] + 0.8 * y[day]);
    int[] byX = ascending(x);
    int[] byZ = ascending(z);
    return bound(
        x.length,
        ErrorScale.CORRELATION,
        weights -> correlation(middles(byX, weights), middles(byZ, weights), weights));
  }

  private static Result bound(int days, ErrorScale scale, DayWeighted weighted) {
    DayStatistic statistic = new DayStatistic(days, days, scale, weighted);
    return statistic.bound(Result.ok(statistic.value()), LEVEL);
  }

  private static int[] ascending(double[] x) {
    return IntStream.range(0, x.length)
        .boxed()
        .sorted((a, b) -> Double.compare(x[a], x[b]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Weighted ranks by day: the weight below, and half one's own. */
  private static double[] middles(int[] order, double[] weights) {
    double[] middles = new double[order.length];
    double below = 0;
    for (int day : order) {
      middles[day] = below + weights[day] / 2;
      below += weights[day];
    }
    return middles;
  }

  private static double correlation(double[] x, double[] y, double[] weights) {
    double meanX = DayStatistic.mean(x, weights);
    double meanY = DayStatistic.mean(y, weights);
    double squaresX = 0;
    double squaresY = 0;
    double products = 0;
    for (int day = 0; day < x.length; day++) {
      squaresX += weights[day] * (x[day] - meanX) * (x[day] - meanX);
      squaresY += weights[day] * (y[day] - meanY) * (y[day] - meanY);
      products += weights[day] * (x[day] - meanX) * (y[day] - meanY);
    }
    return products / Math.sqrt(squaresX * squaresY);
  }
}
