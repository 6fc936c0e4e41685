package org.cityeval.bench.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AgreementTest {
  @Test
  void findsTheLargestDifferenceAndItsPlace() {
    // Three times 293 values a district, the first of them of the window that ends on day 7.
    double[] ours = new double[2 * 3 * 293];
    double[] theirs = ours.clone();
    ours[5] = theirs[5] = Double.NaN;
    ours[10] = 1;
    theirs[10] = 1.001;
    ours[879 + 293 + 2] = 2;
    theirs[879 + 293 + 2] = 2.5;

    Agreement agreement = Agreement.of(ours, theirs);

    // 0.5 / 2.5
    assertThat(agreement.largest()).isCloseTo(0.2, within(1e-15));
    assertThat(agreement.describe())
        .contains("1,758 values", "district 1, window ending on day 9, 2.5 % quantile");
  }

  @Test
  void isInfinitelyFarWhereOnlyOneIsANumber() {
    assertThat(Agreement.of(new double[] {1}, new double[] {Double.NaN}).largest()).isInfinite();
  }

  @Test
  void refusesAnswersOfDifferentLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Agreement.of(new double[1], new double[2]));
  }
}
