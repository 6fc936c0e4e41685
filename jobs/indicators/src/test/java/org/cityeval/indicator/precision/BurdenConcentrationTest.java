package org.cityeval.indicator.precision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.indicator.restriction.TestRestriction.constant;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.TestCity;
import org.cityeval.indicator.restriction.TestRestriction;
import org.cityeval.series.DistrictSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BurdenConcentrationTest {
  private final BurdenConcentration indicator = new BurdenConcentration();

  @Test
  void isTwiceTheCovarianceOfBurdenAndRankOverTheMean() {
    // Ranks of risk from below: d .1, c .3, b .55, a .85; mean fall .33. Σ w·f·rank = .002 + .012 +
    // .066 + .1275 = .2075; 2 · (.2075 - .33 · .5) / .33 = .2575758.
    Result result =
        city(
            constant("a", 300, 0.5, 4),
            constant("b", 300, 0.4, 3),
            constant("c", 200, 0.2, 2),
            constant("d", 200, 0.1, 1));

    assertThat(result.value()).isCloseTo(0.085 / 0.33, within(1e-12));
    assertThat(result.n()).isEqualTo(4);
  }

  @Test
  void changesItsSignWhereTheSafestBoreMost() {
    Result result =
        city(
            constant("a", 300, 0.5, 1),
            constant("b", 300, 0.4, 2),
            constant("c", 200, 0.2, 3),
            constant("d", 200, 0.1, 4));

    assertThat(result.value()).isCloseTo(-0.085 / 0.33, within(1e-12));
  }

  @Test
  void districtsOfEqualRiskShareARank() {
    // a and b at .7: Σ w·f·rank = .002 + .012 + .27 · .7 = .203; 2 · (.203 - .165) / .33.
    Result result =
        city(
            constant("a", 300, 0.5, 4),
            constant("b", 300, 0.4, 4),
            constant("c", 200, 0.2, 2),
            constant("d", 200, 0.1, 1));

    assertThat(result.value()).isCloseTo(0.076 / 0.33, within(1e-12));
  }

  @Test
  void isZeroWhereAllRisksOrAllBurdensAreEqual() {
    assertThat(
            city(constant("a", 1, 0.5, 3), constant("b", 2, 0.1, 3), constant("c", 3, 0.9, 3))
                .value())
        .isCloseTo(0, within(1e-12));
    assertThat(
            city(constant("a", 1, 0.5, 1), constant("b", 2, 0.5, 3), constant("c", 3, 0.5, 5))
                .value())
        .isCloseTo(0, within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("scales")
  void doesNotChangeWhereAllPopulationsAreScaled(long scale) {
    List<DistrictSeries> districts = new ArrayList<>();
    double[] fall = {0.31, 0.12, 0.57, 0.44};
    for (int i = 0; i < fall.length; i++) {
      districts.add(constant("d" + i, scale * (3.0 + 2 * i), fall[i], 1 + i));
    }

    // Residents 3, 5, 7, 9 of 24; numpy.
    assertThat(TestCity.pool(indicator, TestRestriction.OWN_AT_ONCE, districts).city().value())
        .isCloseTo(0.1234177215189871, within(1e-12));
  }

  @Test
  void isNotApplicableWhereNobodyWasRestricted() {
    assertThat(
            city(constant("a", 1, 0, 1), constant("b", 2, 0, 3), constant("c", 3, -0.5, 5))
                .status())
        .isEqualTo(Status.NOT_APPLICABLE);
  }

  @Test
  void isInsufficientWithTwoDistricts() {
    assertThat(city(constant("a", 1, 0.5, 1), constant("b", 2, 0.5, 3)).status())
        .isEqualTo(Status.INSUFFICIENT);
  }

  static LongStream scales() {
    return LongStream.of(1, 10, 1_000, 1_000_000);
  }

  private Result city(DistrictSeries... districts) {
    return TestCity.pool(indicator, TestRestriction.OWN_AT_ONCE, districts).city();
  }
}
