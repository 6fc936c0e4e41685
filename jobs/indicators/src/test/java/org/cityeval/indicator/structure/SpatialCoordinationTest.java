package org.cityeval.indicator.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.indicator.restriction.TestRestriction.constant;
import static org.cityeval.indicator.restriction.TestRestriction.days;
import static org.cityeval.indicator.restriction.TestRestriction.district;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cityeval.indicator.DayStatistic;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.TestCity;
import org.cityeval.indicator.restriction.TestRestriction;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.TestDistrict;
import org.junit.jupiter.api.Test;

class SpatialCoordinationTest {
  /** d0 - d1 - d2 - d3, and d4 touches nobody. */
  private static final Map<String, List<String>> WITH_AN_ISLAND =
      Map.of(
          "d0", List.of("d1"),
          "d1", List.of("d0", "d2"),
          "d2", List.of("d1", "d3"),
          "d3", List.of("d2"));

  private final SpatialCoordination indicator = new SpatialCoordination();

  @Test
  void isMoransIOfTheFallWhereRisksAreEqual() {
    // Falls .1 to .4 in a row: deviations -.15, -.05, .05, .15; products with the mean of the
    // neighbours .0075 + .0025 + .0025 + .0075 over squares .05.
    Result result = row(city(equal(4, 2), 0.1, 0.2, 0.3, 0.4));

    assertThat(result.value()).isCloseTo(0.4, within(1e-9));
    assertThat((double) result.parts().get("expected")).isCloseTo(-1 / 3.0, within(1e-12));
    assertThat(result.parts()).containsEntry("islands", 0).containsEntry("permutations", 999);
    // Of the 24 arrangements two are as extreme upwards, none downwards: p = 2 · 2/24, by 999 draws
    // within three standard errors.
    assertThat((double) result.parts().get("p_value")).isCloseTo(1 / 6.0, within(0.053));
    assertThat(result.n()).isEqualTo(4);
  }

  @Test
  void isMinusOneWhereNeighboursAlternate() {
    assertThat(row(city(equal(4, 2), 0.1, 0.4, 0.1, 0.4)).value()).isCloseTo(-1, within(1e-9));
  }

  @Test
  void looksAtWhatRiskLeavesUnexplained() {
    // numpy: residuals of a least squares line -.065, -.015, -.14, .085, .135; I .1792929.
    Result result = row(city(new double[] {1, 3, 2, 3, 1}, 0.1, 0.5, 0.2, 0.6, 0.3));

    assertThat(result.value()).isCloseTo(0.17929292929292923, within(1e-9));
  }

  @Test
  void anIslandWeighsNothingAndIsCounted() {
    // numpy, with n = 5 and four rows of weights.
    Result result =
        pool(WITH_AN_ISLAND, city(new double[] {1, 3, 2, 3, 1}, 0.1, 0.5, 0.2, 0.6, 0.3));

    assertThat(result.value()).isCloseTo(-0.36079545454545464, within(1e-9));
    assertThat(result.parts()).containsEntry("islands", 1);
    assertThat(result.n()).isEqualTo(5);
  }

  @Test
  void aNeighbourThatIsNotComparedIsNone() {
    // d4 has no population, and d3 borders on it and on another city only: an island.
    List<DistrictSeries> districts = city(equal(4, 2), 0.1, 0.2, 0.3, 0.9);
    districts.add(constant("d4", Double.NaN, 0.5, 2));
    Map<String, List<String>> borders =
        Map.of(
            "d0", List.of("d1"),
            "d1", List.of("d0", "d2"),
            "d2", List.of("d1"),
            "d3", List.of("d4", "elsewhere"));

    // Deviations -.275, -.175, -.075, .525; products with neighbours .048125 + .030625 + .013125,
    // squares .3875; times 4/3.
    Result result = pool(borders, districts);

    assertThat(result.value()).isCloseTo(4 / 3.0 * 0.091875 / 0.3875, within(1e-9));
    assertThat(result.parts()).containsEntry("islands", 1).containsEntry("districts", 4);
  }

  @Test
  void isMissingInputWithoutBorders() {
    Result result = pool(Map.of(), city(equal(4, 2), 0.1, 0.2, 0.3, 0.4));

    assertThat(result.status()).isEqualTo(Status.MISSING_INPUT);
    assertThat(result.reason()).isEqualTo("no borders between districts known");
  }

  @Test
  void isNotApplicableWhereNoTwoDistrictsTouch() {
    Result result =
        pool(
            Map.of("d0", List.of("elsewhere"), "d1", List.of("elsewhere")),
            city(equal(4, 2), 0.1, 0.2, 0.3, 0.4));

    assertThat(result.status()).isEqualTo(Status.NOT_APPLICABLE);
  }

  @Test
  void isNotApplicableWhereAllWereRestrictedAlike() {
    assertThat(row(city(new double[] {1, 2, 3, 4}, 0.3, 0.3, 0.3, 0.3)).status())
        .isEqualTo(Status.NOT_APPLICABLE);
    assertThat(row(city(equal(4, 2), 0, 0, 0, 0)).status()).isEqualTo(Status.NOT_APPLICABLE);
  }

  @Test
  void isNotApplicableWhereRiskExplainsEverything() {
    // .05 + .1 · risk, which no binary fraction holds exactly.
    Result result = row(city(new double[] {1, 3, 2, 5, 4}, 0.15, 0.35, 0.25, 0.55, 0.45));

    assertThat(result.status()).isEqualTo(Status.NOT_APPLICABLE);
  }

  @Test
  void isInsufficientWithTwoDistricts() {
    assertThat(row(city(equal(2, 2), 0.1, 0.2)).status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(row(city(equal(1, 2), 0.1)).status()).isEqualTo(Status.INSUFFICIENT);
  }

  @Test
  void isMissingInputWithoutMobility() {
    List<DistrictSeries> unobserved = new ArrayList<>();
    for (String id : List.of("a", "b", "c")) {
      unobserved.add(TestDistrict.ofDays(20).id(id).build());
    }

    assertThat(row(unobserved).status()).isEqualTo(Status.MISSING_INPUT);
  }

  @Test
  void hasAnIntervalOfDependentDays() {
    List<DistrictSeries> districts = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      double phase = i;
      double[] fall = new double[120];
      Arrays.setAll(fall, day -> 0.4 + 0.3 * Math.sin(day / 9.0 + phase));
      districts.add(district("d" + i, 1, fall, days(120, 2)));
    }

    assertThat(row(districts).interval().orElseThrow().method()).isEqualTo(DayStatistic.METHOD);
  }

  @Test
  void hasNoGoodDirection() {
    assertThat(indicator.spec().better(Level.CITY)).isEqualTo(Direction.CONTEXT);
  }

  private static double[] equal(int districts, double risk) {
    return days(districts, risk);
  }

  private static List<DistrictSeries> city(double[] risk, double... fall) {
    List<DistrictSeries> districts = new ArrayList<>();
    for (int i = 0; i < fall.length; i++) {
      districts.add(constant("d" + i, 1, fall[i], risk[i]));
    }
    return districts;
  }

  private Result row(List<DistrictSeries> districts) {
    return TestCity.pool(indicator, TestRestriction.OWN_AT_ONCE, districts).city();
  }

  private Result pool(Map<String, List<String>> borders, List<DistrictSeries> districts) {
    return TestCity.pool(indicator, TestRestriction.OWN_AT_ONCE, borders, districts).city();
  }
}
