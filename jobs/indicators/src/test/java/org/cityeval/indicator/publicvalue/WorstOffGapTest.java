package org.cityeval.indicator.publicvalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.series.Quantity.ENTERPRISE_SMOOTHED;

import org.cityeval.indicator.DayStatistic;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.PooledIndicator.Pooled;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.TestCity;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.TestDistrict;
import org.junit.jupiter.api.Test;

class WorstOffGapTest {
  private final WorstOffGap indicator = new WorstOffGap();

  @Test
  void isTheMeanLessTheLowestDistrictOfThree() {
    // Levels .5, 1, .75 with populations 1, 1, 2: mean .75, lowest .5: 25 points.
    Pooled pooled = pool(level("a", 1, 0.5), level("b", 1, 1.0), level("c", 2, 0.75));

    assertThat(pooled.city().value()).isCloseTo(25, within(1e-9));
    assertThat(pooled.city().parts()).containsEntry("lowest_districts", "a");
    assertThat(pooled.districts().get("a").value()).isCloseTo(25, within(1e-9));
    assertThat(pooled.districts().get("b").value()).isCloseTo(-25, within(1e-9));
    assertThat(pooled.districts().get("c").value()).isCloseTo(0, within(1e-9));
  }

  @Test
  void takesTheLowestTwoOfSixWeightedByPopulation() {
    // Six districts: .2 (1 resident), .5 (2), then four at 1 (1 each, 4 in all). Mean
    // (.2 + 1 + 4) / 7 = .7428571; lowest two (.2 + 1) / 3 = .4: 34.28571 points.
    Pooled pooled =
        pool(
            level("a", 1, 1),
            level("b", 2, 0.5),
            level("c", 1, 1),
            level("d", 1, 1),
            level("e", 1, 0.2),
            level("f", 1, 1));

    assertThat(pooled.city().value()).isCloseTo(100 * (5.2 / 7 - 0.4), within(1e-9));
    assertThat(pooled.city().parts()).containsEntry("lowest_districts", "b e");
  }

  @Test
  void takesOneOfFive() {
    Pooled pooled =
        pool(
            level("a", 1, 0.1),
            level("b", 1, 0.2),
            level("c", 1, 1),
            level("d", 1, 1),
            level("e", 1, 1));

    assertThat(pooled.city().parts()).containsEntry("lowest_districts", "a");
  }

  @Test
  void isZeroWhereAllDistrictsKeptTheSameLevel() {
    assertThat(pool(level("a", 1, 0.7), level("b", 5, 0.7), level("c", 2, 0.7)).city().value())
        .isCloseTo(0, within(1e-9))
        .isNotNegative();
  }

  @Test
  void isInsufficientWithTwoDistricts() {
    assertThat(pool(level("a", 1, 0.5), level("b", 1, 1.0)).city().status())
        .isEqualTo(Status.INSUFFICIENT);
  }

  @Test
  void leavesOutADistrictObservedTooSeldom() {
    DistrictSeries seldom =
        TestDistrict.ofDays(40).id("d").with(ENTERPRISE_SMOOTHED, 0, 30, -0.9).build();

    Pooled pooled = pool(level("a", 1, 0.5), level("b", 1, 1.0), level("c", 2, 0.75), seldom);

    assertThat(pooled.city().value()).isCloseTo(25, within(1e-9));
    assertThat(pooled.districts().get("d").status()).isEqualTo(Status.INSUFFICIENT);
  }

  @Test
  void resamplesTheDaysOfAllDistrictsTogether() {
    // All districts fall by the same 40 points on the same days: their gaps stay, whatever is
    // drawn.
    Pooled pooled = pool(falling("a", 0.5), falling("b", 1.0), falling("c", 0.75));

    assertThat(pooled.city().value()).isCloseTo(25, within(1e-9));
    assertThat(pooled.city().interval()).isEmpty();
  }

  @Test
  void hasAnIntervalOfDependentDays() {
    Pooled pooled = pool(falling("a", 0.5), level("b", 1, 1.0), level("c", 2, 0.75));

    assertThat(pooled.city().interval().orElseThrow().method()).isEqualTo(DayStatistic.METHOD);
    assertThat(pooled.districts().get("a").interval()).isPresent();
  }

  private static DistrictSeries falling(String id, double level) {
    return TestDistrict.ofDays(40)
        .id(id)
        .with(ENTERPRISE_SMOOTHED, level - 1)
        .with(ENTERPRISE_SMOOTHED, 10, 20, level - 1.4)
        .build();
  }

  private static DistrictSeries level(String id, double population, double level) {
    return TestDistrict.ofDays(40)
        .id(id)
        .population(population)
        .with(ENTERPRISE_SMOOTHED, level - 1)
        .build();
  }

  private Pooled pool(DistrictSeries... districts) {
    return TestCity.pool(indicator, Parameters.DEFAULTS, districts);
  }
}
