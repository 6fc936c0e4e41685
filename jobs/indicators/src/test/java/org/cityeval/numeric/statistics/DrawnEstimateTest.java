package org.cityeval.numeric.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DrawnEstimateTest {
  @Test
  void hasTheMeanAndVarianceOfItsDraws() {
    DrawnEstimate drawn = DrawnEstimate.known(new double[] {1, 2, 6});
    assertThat(drawn.mean()).isEqualTo(3);
    // (4 + 1 + 9) / 2
    assertThat(drawn.variance()).isEqualTo(7);
    // 0.1 three times adds up to more than 0.3.
    assertThat(DrawnEstimate.known(new double[] {0.1, 0.1, 0.1}).variance()).isZero();
  }

  @Test
  void hasNoneWhereTheyAreTooFewOrNotFinite() {
    assertThat(DrawnEstimate.known(new double[0]).mean()).isNaN();
    assertThat(DrawnEstimate.known(new double[] {4}).mean()).isEqualTo(4);
    assertThat(DrawnEstimate.known(new double[] {4}).variance()).isNaN();
    assertThat(DrawnEstimate.known(new double[] {4, Double.POSITIVE_INFINITY}).mean()).isNaN();
    assertThat(DrawnEstimate.known(new double[] {4, Double.NaN}).variance()).isNaN();
  }

  @Test
  void drawsTheStandardErrorInTheOrderOfTheDrawsWhicheverIsAskedForFirst() {
    DrawnEstimate drawn = DrawnEstimate.of(new double[] {5, 7, 9}, 3, new SplittableRandom(11));
    SplittableRandom random = new SplittableRandom(11);
    StudentT error = new StudentT(3);
    double[] ratios = {
      error.varianceRatio(random), error.varianceRatio(random), error.varianceRatio(random)
    };
    for (int draw = 2; draw >= 0; draw--) {
      assertThat(drawn.varianceRatio(draw)).isEqualTo(ratios[draw]);
    }
    assertThat(DrawnEstimate.known(new double[] {5, 7}).varianceRatio(1)).isEqualTo(1);
  }
}
