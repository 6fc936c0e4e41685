package org.cityeval.indicator.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.series.Quantity.ENTERPRISE_SMOOTHED;

import java.util.Arrays;
import java.util.List;
import org.cityeval.indicator.PooledIndicator.Member;
import org.cityeval.indicator.PooledIndicator.Pooled;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.Trace;
import org.cityeval.numeric.statistics.ErrorScale;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.TestDistrict;
import org.junit.jupiter.api.Test;

class LevelComparisonTest {
  private static final double NAN = Double.NaN;

  /** The city's value is the sum of the levels, a district's its level times its residents. */
  private static final LevelComparison.Measure MEASURE =
      new LevelComparison.Measure() {
        @Override
        public double[] of(double[] level, double[] population) {
          double[] values = new double[1 + level.length];
          values[0] = Arrays.stream(level).sum();
          for (int i = 0; i < level.length; i++) {
            values[1 + i] = level[i] * population[i];
          }
          return values;
        }

        @Override
        public ErrorScale cityScale() {
          return ErrorScale.LINEAR;
        }

        @Override
        public Result explain(Result city, MeanLevels levels) {
          return city.with("ids", levels.districtIds());
        }
      };

  @Test
  void aTraceHoldsTheLevelsOfTheDays() {
    Trace trace =
        LevelComparison.observe(
            TestDistrict.ofDays(4).daily(ENTERPRISE_SMOOTHED, -0.5, NAN, 0.25, 0).build());

    assertThat(trace.status()).isEqualTo(Status.OK);
    assertThat(trace.n()).isEqualTo(3);
    assertThat(trace.coverage()).isEqualTo(0.75);
    assertThat(trace.values())
        .containsExactly((double) TestDistrict.FIRST_DAY.toEpochDay(), 0.5, NAN, 1.25, 1);
  }

  @Test
  void comparesTheMeanLevelsOfTheDistricts() {
    Pooled pooled =
        pool(district("a", 1, 20, 0.5), district("b", 2, 20, 1), district("c", 3, 20, 0.75));

    assertThat(pooled.city().value()).isCloseTo(2.25, within(1e-12));
    assertThat(pooled.districts().get("b").value()).isCloseTo(2, within(1e-12));
    assertThat(pooled.districts().get("c").parts()).containsEntry("mean_level", 0.75);
    // (.5 + 2 + 2.25) / 6.
    assertThat((double) pooled.city().parts().get("mean_level")).isCloseTo(4.75 / 6, within(1e-12));
    assertThat(pooled.city().parts())
        .containsEntry("ids", List.of("a", "b", "c"))
        .containsEntry("districts", 3)
        .containsEntry("districts_left_out", 0);
    assertThat(pooled.districts().get("a").n()).isEqualTo(20);
  }

  @Test
  void asksTwoWeeksAndFourFifthsOfTheDays() {
    // 13 of 13 days and 14 of 14; 15 of 19 (.789) and 16 of 20.
    assertThat(with(district("d", 1, 13, 1, 0)).status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(with(district("d", 1, 14, 1, 0)).status()).isEqualTo(Status.OK);
    assertThat(with(district("d", 1, 15, 1, 4)).status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(with(district("d", 1, 16, 1, 4)).status()).isEqualTo(Status.OK);
  }

  @Test
  void leavesOutADistrictWithoutResidentsOrActivity() {
    assertThat(with(district("d", NAN, 20, 1)).status()).isEqualTo(Status.MISSING_INPUT);
    assertThat(with(district("d", 0, 20, 1)).status()).isEqualTo(Status.MISSING_INPUT);
    assertThat(with(district("d", 1, 20, 0)).status()).isEqualTo(Status.NOT_APPLICABLE);
    assertThat(with(TestDistrict.ofDays(20).id("d").build()).status())
        .isEqualTo(Status.MISSING_INPUT);
  }

  @Test
  void tellsEveryDistrictThatThereAreTooFew() {
    Pooled two = pool(district("a", 1, 20, 0.5), district("b", 1, 20, 1), district("c", 1, 5, 1));

    assertThat(two.city().status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(two.city().n()).isEqualTo(2);
    assertThat(two.districts().get("a").status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(two.districts().get("a").reason()).isEqualTo("fewer than 3 districts to compare");
    assertThat(two.districts().get("c").reason())
        .isEqualTo("too few days of enterprise activity observed");
  }

  @Test
  void isMissingInputWhereEveryDistrictLacksOne() {
    Pooled pooled = pool(district("a", NAN, 20, 0.5), TestDistrict.ofDays(20).id("b").build());

    assertThat(pooled.city().status()).isEqualTo(Status.MISSING_INPUT);
    assertThat(pooled.districts().values())
        .extracting(Result::status)
        .containsOnly(Status.MISSING_INPUT);
    assertThat(pool().city().status()).isEqualTo(Status.MISSING_INPUT);
  }

  @Test
  void saysTheSameOfTooFewAsTheComparisonItself() {
    List<Member> few = members(district("a", 1, 20, 0.5), district("b", NAN, 20, 1));
    List<Member> none = members(district("a", NAN, 20, 0.5), district("b", NAN, 20, 1));

    assertThat(LevelComparison.compared(few)).extracting(Member::districtId).containsExactly("a");
    assertThat(LevelComparison.tooFew(few).status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(LevelComparison.tooFew(none).status()).isEqualTo(Status.MISSING_INPUT);
  }

  /** What becomes of a district beside three others. */
  private static Result with(DistrictSeries district) {
    return pool(
            district("a", 1, 20, 0.5),
            district("b", 1, 20, 1),
            district("c", 1, 20, 0.75),
            district)
        .districts()
        .get("d");
  }

  private static DistrictSeries district(String id, double population, int days, double level) {
    return district(id, population, days, level, 0);
  }

  /** So many days at a level, and more that were not observed. */
  private static DistrictSeries district(
      String id, double population, int days, double level, int unobserved) {
    return TestDistrict.ofDays(days + unobserved)
        .id(id)
        .population(population)
        .with(ENTERPRISE_SMOOTHED, 0, days - 1, level - 1)
        .build();
  }

  private static Pooled pool(DistrictSeries... districts) {
    return LevelComparison.pool(members(districts), 0.95, MEASURE);
  }

  private static List<Member> members(DistrictSeries... districts) {
    return Arrays.stream(districts)
        .map(
            series ->
                new Member(
                    series.districtId(),
                    series.population(),
                    List.of(),
                    LevelComparison.observe(series)))
        .toList();
  }
}
