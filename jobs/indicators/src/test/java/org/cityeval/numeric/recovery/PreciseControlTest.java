package org.cityeval.numeric.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cityeval.numeric.recovery.PreciseControl.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreciseControlTest {
  private static final Weights EVEN = new Weights(1, 1, 1, 1, 0.5);

  /** By hand: (5 - level) / 4 and 1 / R, each half. */
  @ParameterizedTest
  @CsvSource({
    "1, 0.8, 100", // green, R below 1
    "1, 1.0, 100",
    "5, 1.0, 50",
    "5, 2.0, 25", // (0 + 1/2) / 2
    "3, 1.25, 65", // (1/2 + 4/5) / 2
  })
  void controlIsHighWhereRiskAndReproductionAreLow(double level, double rt, double control) {
    assertThat(PreciseControl.control(level, rt, EVEN)).isCloseTo(control, within(1e-12));
  }

  @Test
  void controlRestsOnRiskAloneWhereTheReproductionNumberIsUnknown() {
    assertThat(PreciseControl.control(3, Double.NaN, EVEN)).isEqualTo(50);
    assertThat(PreciseControl.control(Double.NaN, 0.8, EVEN)).isNaN();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 100",
    "0.3, 0.1, 100", // more than normal is normal
    "-0.5, -0.1, 70", // (50 + 90) / 2
    "-1.2, 0, 50", // less than nothing is nothing
  })
  void flowIsTheShareOfNormal(double mobility, double enterprise, double flow) {
    assertThat(PreciseControl.flow(mobility, enterprise, EVEN)).isCloseTo(flow, within(1e-12));
  }

  @Test
  void flowRestsOnWhatIsKnown() {
    assertThat(PreciseControl.flow(-0.4, Double.NaN, EVEN)).isEqualTo(60);
    assertThat(PreciseControl.flow(Double.NaN, -0.2, EVEN)).isEqualTo(80);
    assertThat(PreciseControl.flow(Double.NaN, Double.NaN, EVEN)).isNaN();
  }

  @Test
  void weighsComponentsWithinTheirSideAndSidesWithEachOther() {
    Weights uneven = new Weights(3, 1, 1, 0, 0.25);

    assertThat(PreciseControl.control(5, 2, uneven)).isEqualTo(12.5);
    assertThat(PreciseControl.flow(-0.4, -1, uneven)).isEqualTo(60);
    assertThat(PreciseControl.index(12.5, 60, uneven)).isEqualTo(0.25 * 12.5 + 0.75 * 60);
    assertThat(PreciseControl.index(Double.NaN, 60, uneven)).isNaN();
  }
}
