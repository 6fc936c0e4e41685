package org.cityeval.numeric.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BenefitOfTheDoubtTest {
  private static final String[] PILLARS = {
    "ConEcFin", "Environ", "Instit", "P2P", "Physical", "Political", "Social", "SusEcFin"
  };

  /** Each program whole, all countries at once, by HiGHS (SciPy); shares from .05 to .25. */
  private static final double[] BOUNDED = {
    0.7070684700, 0.9618867586, 1.0000000000, 0.4751001109, 0.8160411531, 0.6952466291,
    1.0000000000, 0.2357789079, 0.8449511935, 0.9185090153, 0.9395788443, 0.9836535414,
    0.8583053238, 0.9032218067, 0.9237950160, 0.8622611013, 0.8764701925, 0.7588233328,
    0.8688149576, 0.9060958555, 0.3652896728, 0.4616137087, 0.9616617116, 0.7961951307,
    0.4369222635, 0.6053252184, 0.6680493186, 0.7313635974, 0.5537667406, 0.8901529196,
    1.0000000000, 0.8804047947, 1.0000000000, 0.4934525366, 0.5987673749, 0.7044151232,
    1.0000000000, 0.9684026077, 0.7145500391, 0.4625465529, 0.5896554554, 0.8683477115,
    0.8307480705, 0.8380189633, 0.5056307706, 1.0000000000, 0.8857650846, 0.9317728388,
    0.9613495604, 0.6120537331, 0.6325203942
  };

  /** Likewise, any shares. */
  private static final double[] FREE = {
    0.8683631826, 1.0000000000, 1.0000000000, 0.9777088877, 0.9399644422, 0.8441620089,
    1.0000000000, 0.9259900911, 0.9579976823, 1.0000000000, 1.0000000000, 1.0000000000,
    0.9730219726, 1.0000000000, 0.9919325706, 0.9720488849, 0.9221899389, 0.9187624409,
    0.9583904206, 0.9932380085, 0.9045523379, 0.9334761337, 0.9972945586, 1.0000000000,
    0.8945163001, 0.8515520616, 1.0000000000, 0.9898275199, 0.8523277570, 1.0000000000,
    1.0000000000, 0.9881514082, 1.0000000000, 1.0000000000, 0.8346858063, 0.8737920447,
    1.0000000000, 1.0000000000, 0.8284810424, 1.0000000000, 0.9492621074, 0.9766230609,
    0.9007718997, 1.0000000000, 0.8047818133, 1.0000000000, 0.9678442850, 1.0000000000,
    1.0000000000, 0.8319852688, 0.9847703658
  };

  private static double[][] asem() {
    Map<String, double[]> columns = Asem.columns("coinr_asem_aggregates.csv");
    double[][] scores = new double[51][PILLARS.length];
    for (int country = 0; country < scores.length; country++) {
      for (int i = 0; i < PILLARS.length; i++) {
        scores[country][i] = columns.get(PILLARS[i])[country];
      }
    }
    return scores;
  }

  private static double[] filled(double value) {
    double[] shares = new double[PILLARS.length];
    Arrays.fill(shares, value);
    return shares;
  }

  private static double[] values(BenefitOfTheDoubt.Result[] results) {
    return Arrays.stream(results).mapToDouble(BenefitOfTheDoubt.Result::value).toArray();
  }

  @Test
  void valuesAreThoseOfTheWholePrograms() {
    assertThat(values(BenefitOfTheDoubt.of(asem(), filled(0.05), filled(0.25))))
        .containsExactly(BOUNDED, within(1e-8));
    assertThat(values(BenefitOfTheDoubt.of(asem(), filled(0), filled(1))))
        .containsExactly(FREE, within(1e-8));
  }

  @Test
  void nobodyExceedsOneUnderAnyonesWeightsAndSharesKeepTheirBounds() {
    double[][] scores = asem();
    for (BenefitOfTheDoubt.Result result :
        BenefitOfTheDoubt.of(scores, filled(0.05), filled(0.25))) {
      for (double[] other : scores) {
        double composite = 0;
        for (int i = 0; i < other.length; i++) {
          composite += result.weights()[i] * other[i];
        }
        assertThat(composite).isLessThanOrEqualTo(1 + 1e-8);
      }
    }
    BenefitOfTheDoubt.Result[] results = BenefitOfTheDoubt.of(scores, filled(0.05), filled(0.25));
    for (int unit = 0; unit < scores.length; unit++) {
      double sum = 0;
      for (int i = 0; i < PILLARS.length; i++) {
        double part = results[unit].weights()[i] * scores[unit][i];
        assertThat(part / results[unit].value()).isBetween(0.05 - 1e-9, 0.25 + 1e-9);
        sum += part;
      }
      assertThat(sum).isCloseTo(results[unit].value(), within(1e-12));
    }
  }

  @Test
  void nobodyWouldDoBetterUnderAnotherAdmissibleSet() {
    double[][] scores = asem();
    BenefitOfTheDoubt.Result[] results = BenefitOfTheDoubt.of(scores, filled(0.05), filled(0.25));
    SplittableRandom random = new SplittableRandom(11);
    for (int unit = 0; unit < scores.length; unit++) {
      for (int trial = 0; trial < 20; trial++) {
        double[] shares = filled(0.05);
        for (int step = 0; step < 60; step++) {
          int i = random.nextInt(shares.length);
          shares[i] += Math.min(0.01, 0.25 - shares[i]);
        }
        double total = Arrays.stream(shares).sum();
        double least = 0;
        for (double[] other : scores) {
          double mean = 0;
          for (int i = 0; i < shares.length; i++) {
            mean += shares[i] / total * other[i] / scores[unit][i];
          }
          least = Math.max(least, mean);
        }
        boolean admissible =
            Arrays.stream(shares).allMatch(s -> s / total >= 0.05 && s / total <= 0.25);
        if (admissible) {
          assertThat(results[unit].value()).isGreaterThanOrEqualTo(1 / least - 1e-9);
        }
      }
    }
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                BenefitOfTheDoubt.of(
                    new double[][] {{0, 1}}, new double[] {0, 0}, new double[] {1, 1}));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                BenefitOfTheDoubt.of(
                    new double[][] {{2, 1}}, new double[] {0, 0}, new double[] {0.4, 0.4}));
  }
}
