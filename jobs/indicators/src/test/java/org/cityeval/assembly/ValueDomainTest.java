package org.cityeval.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import org.cityeval.series.Quantity;
import org.junit.jupiter.api.Test;

class ValueDomainTest {
  @Test
  void aRawCountIsWholeAndAMeanNeedNotBe() {
    assertThat(ValueDomain.of(Quantity.NEW_CASES, MeasureKind.DAILY_COUNT, 100, 1))
        .isEqualTo(new ValueDomain(0, Double.POSITIVE_INFINITY, true, true));
    assertThat(ValueDomain.of(Quantity.NEW_CASES, MeasureKind.DAILY_COUNT, 100, 7).whole())
        .isFalse();
    assertThat(ValueDomain.of(Quantity.NEW_CASES, MeasureKind.CUMULATIVE_COUNT, 100, 1).words())
        .isEqualTo("a whole number from 0 to the district's residents");
  }

  @Test
  void aGradeIsOneOfFive() {
    ValueDomain grade = ValueDomain.of(Quantity.POLICY_GRADE, MeasureKind.GRADE, 100, 1);

    assertThat(grade).isEqualTo(new ValueDomain(0, 4, true, false));
    assertThat(grade.words()).isEqualTo("a whole number from 0 to 4");
  }

  @Test
  void nothingFallsByMoreThanAllOfItButMoney() {
    assertThat(
            ValueDomain.of(Quantity.MOBILITY_PARKS_CHANGE, MeasureKind.PERCENT_CHANGE, 100, 1)
                .words())
        .isEqualTo("a number of -100 or more");
    assertThat(
            ValueDomain.of(Quantity.ENTERPRISE_SPENDING_CHANGE, MeasureKind.PERCENT_CHANGE, 1, 1)
                .low())
        .isInfinite();
    assertThat(ValueDomain.of(Quantity.MOBILITY_DISTANCE_CHANGE, MeasureKind.INDEX, 100, 1).low())
        .isZero();
  }
}
