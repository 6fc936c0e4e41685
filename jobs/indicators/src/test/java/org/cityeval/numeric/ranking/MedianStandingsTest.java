package org.cityeval.numeric.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.cityeval.numeric.statistics.DrawnEstimate;
import org.cityeval.numeric.statistics.FalseDiscovery;
import org.cityeval.numeric.statistics.Moments;
import org.cityeval.numeric.statistics.Quantiles;
import org.cityeval.numeric.statistics.StudentT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MedianStandingsTest {
  private static final double RATE = 0.05;

  @Test
  void withoutErrorEveryoneButTheMedianIsApart() {
    RankErrors exact = RankErrors.normal(new double[] {0, 0, 0}, 10, 1);

    assertThat(MedianStandings.of(new double[] {3, 1, 2}, exact, RATE))
        .containsExactly(
            Standing.CLEARLY_BETTER, Standing.CLEARLY_WORSE, Standing.NOT_DISTINGUISHABLE);
  }

  @Test
  void oneOrNoneStandsApartFromNobody() {
    assertThat(
            MedianStandings.of(new double[] {7}, RankErrors.normal(new double[] {1}, 10, 1), RATE))
        .containsExactly(Standing.NOT_DISTINGUISHABLE);
    assertThat(MedianStandings.of(new double[0], RankErrors.normal(new double[0], 10, 1), RATE))
        .isEmpty();
  }

  /** Where all are truly equal any find is false: at most one panel in twenty may have one. */
  @Test
  void whereAllAreEqualHardlyAnyoneStandsApart() {
    int panels = 1000;
    int withFinds = 0;
    for (int seed = 0; seed < panels; seed++) {
      withFinds += finds(seed, new double[20], 300) > 0 ? 1 : 0;
    }
    double slack = 3 * Math.sqrt(RATE * (1 - RATE) / panels);
    assertThat(withFinds / (double) panels).isLessThanOrEqualTo(RATE + slack);
  }

  /** False is who is called better, or worse, and is truly on the other side of the true median. */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 2, 5})
  void fewOfTheFindsAreFalse(double spread) {
    double falseShare = 0;
    int found = 0;
    int panels = 300;
    for (int seed = 0; seed < panels; seed++) {
      SplittableRandom random = new SplittableRandom(1_000_000L + seed);
      double[] truth = new double[31];
      Arrays.setAll(truth, unit -> spread * random.nextGaussian());
      double median = Arrays.stream(truth).sorted().toArray()[15];
      double[] estimates = new double[31];
      Arrays.setAll(estimates, unit -> truth[unit] + random.nextGaussian());
      Standing[] standings = standings(seed, estimates, 300);
      int finds = 0;
      int wrong = 0;
      for (int unit = 0; unit < 31; unit++) {
        if (standings[unit] != Standing.NOT_DISTINGUISHABLE) {
          finds++;
          boolean better = standings[unit] == Standing.CLEARLY_BETTER;
          wrong += better == truth[unit] > median ? 0 : 1;
        }
      }
      found += finds;
      falseShare += finds == 0 ? 0 : wrong / (double) finds;
    }
    assertThat(falseShare / panels).isLessThanOrEqualTo(RATE);
    assertThat(found).isGreaterThan(spread < 1 ? 0 : 31 * panels / 10);
  }

  /** The definition, word by word; few of these units are clearly apart, and many are not. */
  @ParameterizedTest
  @ValueSource(ints = {2, 5, 6, 13, 40, 700})
  void equalsTheFindsAmongAllPValues(int units) {
    int found = 0;
    for (long seed = 0; seed < 10; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double[] estimates = random.doubles(units, -2, 2).toArray();
      double[][] draws = new double[units][];
      DrawnEstimate[] drawn = new DrawnEstimate[units];
      double[] degrees = new double[units];
      for (int unit = 0; unit < units; unit++) {
        double size = unit % 4 == 0 ? 0.1 : 1;
        draws[unit] = random.doubles(101, -size, size).toArray();
        degrees[unit] = unit % 3 == 0 ? Double.POSITIVE_INFINITY : 3 + random.nextInt(30);
        drawn[unit] = DrawnEstimate.of(draws[unit], degrees[unit], random.split());
      }
      double[] p = pValues(estimates, draws, degrees);
      boolean[] finds = FalseDiscovery.finds(p, RATE);
      Standing[] standings = MedianStandings.of(estimates, RankErrors.of(drawn), RATE);
      for (int unit = 0; unit < units; unit++) {
        assertThat(standings[unit] != Standing.NOT_DISTINGUISHABLE).isEqualTo(finds[unit]);
        found += finds[unit] ? 1 : 0;
      }
    }
    assertThat(found).isGreaterThan(0);
  }

  private static double[] pValues(double[] estimates, double[][] draws, double[] degrees) {
    int units = estimates.length;
    double[] variances = Arrays.stream(draws).mapToDouble(Moments::variance).toArray();
    double[][] apart = new double[units][draws[0].length];
    for (int draw = 0; draw < draws[0].length; draw++) {
      double[] errors = new double[units];
      double[] drawn = new double[units];
      for (int unit = 0; unit < units; unit++) {
        errors[unit] = draws[unit][draw] - Moments.mean(draws[unit]);
        drawn[unit] = estimates[unit] + errors[unit];
      }
      for (int unit = 0; unit < units; unit++) {
        apart[unit][draw] = errors[unit] - Quantiles.median(drawn);
      }
    }
    double ofGroup = StudentT.ofSum(variances, degrees);
    double median = Quantiles.median(estimates);
    double[] p = new double[units];
    for (int unit = 0; unit < units; unit++) {
      double deviations =
          Math.abs(estimates[unit] - median) / Moments.standardDeviation(apart[unit]);
      p[unit] =
          2 * new StudentT(Math.min(degrees[unit], ofGroup)).cumulativeProbability(-deviations);
    }
    return p;
  }

  @Test
  void isLowerCaseInData() {
    assertThat(Standing.NOT_DISTINGUISHABLE.id()).isEqualTo("not_distinguishable");
  }

  private static int finds(long seed, double[] truth, int draws) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] estimates = new double[truth.length];
    Arrays.setAll(estimates, unit -> truth[unit] + random.nextGaussian());
    return (int)
        Arrays.stream(standings(seed, estimates, draws))
            .filter(standing -> standing != Standing.NOT_DISTINGUISHABLE)
            .count();
  }

  private static Standing[] standings(long seed, double[] estimates, int draws) {
    double[] errors = new double[estimates.length];
    Arrays.fill(errors, 1);
    return MedianStandings.of(estimates, RankErrors.normal(errors, draws, seed), RATE);
  }

  /** 8.105 deviations from the median are 5.3e-16 of the normal distribution, on both sides. */
  @Test
  void aFindMayBeAskedForAtTheSmallestRate() {
    RankErrors errors = RankErrors.drawn(new double[][] {{-1, 0, 1}, {1, 0, -1}});

    assertThat(MedianStandings.of(new double[] {0, 16.21}, errors, 5.55e-16))
        .containsExactly(Standing.CLEARLY_WORSE, Standing.CLEARLY_BETTER);
    assertThat(MedianStandings.of(new double[] {0, 16.21}, errors, 5e-16))
        .containsOnly(Standing.NOT_DISTINGUISHABLE);
  }
}
