package org.cityeval.numeric.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cityeval.numeric.statistics.DrawnEstimate;
import org.cityeval.numeric.statistics.Quantiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorFrontsTest {
  private static final int DRAWS = 21;
  private static final double[] LEVELS = {0, 0.3, 0.5, 0.95, 1};

  /** From 24 units with estimated variances on some are left out; sizes of any order are, too. */
  @ParameterizedTest
  @CsvSource({
    "2, 1, true",
    "23, 1, true",
    "24, 1, true",
    "25, 0, true",
    "200, 1, true",
    "200, 0, true",
    "120, 40, true",
    "24, 1, false",
    "200, 1, false",
    "120, 40, false"
  })
  void theFarthestOfAFewIsTheFarthestOfAll(int units, double orders, boolean estimated) {
    for (long seed = 0; seed < 6; seed++) {
      RankErrors errors = errors(seed, units, orders, estimated, seed % 2 == 0);
      ErrorFronts fronts = ErrorFronts.of(errors);
      assertEqual(fronts.farthest(), errors, IntStream.range(0, units).toArray());
      for (int unit = 0; unit < units; unit += Math.max(1, units / 7)) {
        assertEqual(fronts.farthestFrom(unit), errors, unit);
      }
    }
  }

  /** Beside the largest distance, squared, from any of these units to any other, either way. */
  private static void assertEqual(FarthestPairs farthest, RankErrors errors, int... from) {
    double[] largest = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      for (int one : from) {
        for (int other = 0; other < errors.units(); other++) {
          double variance = errors.varianceIn(draw, one) + errors.varianceIn(draw, other);
          double apart =
              (errors.drawsOf(one)[draw] - errors.meanOf(one))
                  - (errors.drawsOf(other)[draw] - errors.meanOf(other));
          if (variance > 0) {
            largest[draw] = Math.max(largest[draw], apart * apart / variance);
          }
        }
      }
    }
    double[] roots = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      roots[draw] = Math.sqrt(largest[draw]);
    }
    for (double level : LEVELS) {
      assertThat(farthest.critical(level)).isEqualTo(Quantiles.of(roots, level));
    }
  }

  /** Whole numbers give ties, and units without error. */
  private static RankErrors errors(
      long seed, int units, double orders, boolean estimated, boolean whole) {
    SplittableRandom random = new SplittableRandom(seed);
    DrawnEstimate[] drawn = new DrawnEstimate[units];
    for (int unit = 0; unit < units; unit++) {
      double size = whole ? random.nextInt(3) : Math.pow(10, orders * random.nextGaussian());
      double[] draws = new double[DRAWS];
      for (int draw = 0; draw < DRAWS; draw++) {
        double error = size * random.nextGaussian();
        draws[draw] = whole ? Math.rint(error) : error;
      }
      double degreesOfFreedom =
          estimated && unit % 5 > 0 ? 1 + random.nextInt(9) : Double.POSITIVE_INFINITY;
      drawn[unit] = DrawnEstimate.of(draws, degreesOfFreedom, random.split());
    }
    return RankErrors.of(drawn);
  }
}
