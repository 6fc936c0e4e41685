package org.cityeval.config.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MustBeTest {
  private static MustBe between(double low, double high) {
    return new MustBe(null, null, null, null, null, null, List.of(low, high), null);
  }

  @Test
  void everyOperatorThatIsSetMustHold() {
    MustBe band = new MustBe(null, 5.0, null, 0.0, 10.0, null, null, null);
    assertThat(List.of(0.0, 9.9)).allMatch(band::holds);
    assertThat(List.of(-0.1, 5.0, 10.0)).noneMatch(band::holds);
    assertThat(band.words()).isEqualTo("not 5 and at least 0 and below 10");
  }

  /** ODCS: mustBeBetween stands for mustBeGreaterThan and mustBeLessThan. */
  @Test
  void theEndsOfBetweenAreNotIncluded() {
    assertThat(between(0, 100).holds(50)).isTrue();
    assertThat(List.of(0.0, 100.0)).noneMatch(between(0, 100)::holds);
    assertThat(between(0, 100).words()).isEqualTo("between 0 and 100");
  }

  @Test
  void numbersAreComparedAsDecimals() {
    // Three tenths are 0.30000000000000004 when they are added up.
    double sum = 0.1 + 0.2;
    assertThat(new MustBe(0.3, null, null, null, null, null, null, null).holds(sum)).isTrue();
    assertThat(new MustBe(null, null, null, null, null, 0.3, null, null).holds(sum)).isTrue();
    assertThat(new MustBe(null, null, 0.3, null, null, null, null, null).holds(sum)).isFalse();
    assertThat(between(0, 0.3).holds(0.3 - 1e-17)).isFalse();
  }

  @Test
  void whatIsNoNumberSatisfiesNothing() {
    assertThat(new MustBe(null, 5.0, null, null, null, null, null, null).holds(Double.NaN))
        .isFalse();
  }

  @Test
  void numbersAreWrittenInSixDigitsAtMost() {
    assertThat(MustBe.text(14)).isEqualTo("14");
    assertThat(MustBe.text(48.83720930232558)).isEqualTo("48.8372");
    assertThat(MustBe.text(-0.25)).isEqualTo("-0.25");
  }
}
