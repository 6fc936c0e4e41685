package org.cityeval.numeric.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WeightsTest {
  /**
   * Eigenvalues by numpy.linalg.eigh, varimax by singular values (NumPy 2.4.6), Kaiser's scaling.
   */
  private static final double[] PHYSICAL = {
    0.162482567,
    0.083022799,
    0.125027639,
    0.079489064,
    0.135484723,
    0.192339431,
    0.076533207,
    0.14562057
  };

  private static final double[] SOCIAL = {
    0.082052431,
    0.075676212,
    0.113784695,
    0.148793056,
    0.111210639,
    0.133471028,
    0.160513609,
    0.072823422,
    0.101674907
  };

  private static double[][] asem(String parent) {
    Map<String, double[]> columns = Asem.columns("coinr_asem_normalised.csv");
    List<String> children = Asem.children(parent);
    double[][] scores = new double[51][children.size()];
    for (int country = 0; country < scores.length; country++) {
      for (int i = 0; i < children.size(); i++) {
        scores[country][i] = columns.get(children.get(i))[country];
      }
    }
    return scores;
  }

  @Test
  void threeRotatedFactorsGiveTheWeightsOfNumpy() {
    assertThat(Weights.principalComponents(asem("Physical")))
        .containsExactly(PHYSICAL, within(1e-7));
  }

  @Test
  void oneFactorNeedsNoRotation() {
    assertThat(Weights.principalComponents(asem("Social"))).containsExactly(SOCIAL, within(1e-8));
  }

  @Test
  void ofTwoIndicatorsEachHasHalf() {
    double[][] scores = {{1, 4}, {2, 9}, {5, 3}};
    assertThat(Weights.principalComponents(scores))
        .containsExactly(new double[] {0.5, 0.5}, within(1e-12));
  }

  @Test
  void whereNobodyDiffersThereIsNothingToWeigh() {
    double[][] scores = {{1, 4, 7}, {1, 9, 2}, {1, 3, 3}};
    assertThat(Weights.principalComponents(scores)[0]).isZero();
    assertThat(Weights.principalComponents(new double[][] {{3, 4}, {3, 4}}))
        .containsExactly(0.5, 0.5);
  }

  @Test
  void neitherUnitsOrderNorScaleMatters() {
    SplittableRandom random = new SplittableRandom(9);
    for (int trial = 0; trial < 30; trial++) {
      double[][] scores = new double[40][6];
      for (double[] row : scores) {
        double shared = random.nextGaussian();
        Arrays.setAll(row, i -> shared * (i % 3) + random.nextGaussian());
      }
      double[][] other = new double[40][];
      for (int unit = 0; unit < 40; unit++) {
        double[] row = scores[39 - unit];
        other[unit] = new double[6];
        for (int i = 0; i < 6; i++) {
          other[unit][i] = 10 + (i + 1) * row[i];
        }
      }
      double[] weights = Weights.principalComponents(scores);
      assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-12));
      assertThat(Weights.principalComponents(other)).containsExactly(weights, within(1e-9));
    }
  }
}
