package org.cityeval.indicator.publicvalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.series.Quantity.ENTERPRISE_SMOOTHED;

import java.util.ArrayList;
import java.util.List;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.PooledIndicator.Pooled;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.TestCity;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.TestDistrict;
import org.junit.jupiter.api.Test;

class RecoveryInequalityTest {
  private final RecoveryInequality indicator = new RecoveryInequality();

  @Test
  void isTheilsTWeightedByPopulation() {
    // Levels .5, 1, .75 with populations 1, 1, 2: mean .75;
    // T = 1/4·(2/3)·ln(2/3) + 1/4·(4/3)·ln(4/3) + 0 = -.0675775 + .0958940 = .0283165.
    Pooled pooled = pool(level("a", 1, 0.5), level("b", 1, 1.0), level("c", 2, 0.75));

    assertThat(pooled.city().value()).isCloseTo(0.0283165, within(1e-7));
    assertThat(pooled.districts().get("a").value()).isCloseTo(-0.0675775, within(1e-7));
    assertThat(pooled.districts().get("b").value()).isCloseTo(0.0958940, within(1e-7));
    assertThat(pooled.districts().get("c").value()).isCloseTo(0, within(1e-12));
    assertThat((double) pooled.city().parts().get("mean_level")).isCloseTo(0.75, within(1e-12));
    assertThat(pooled.city().n()).isEqualTo(3);
  }

  @Test
  void agreesWithTheWeightedIndexOfIneq() {
    // Ilocos sample of R's ineq with weights; weighted Theil T .352073524739.
    double[] x = {541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261};
    double[] weight = {3, 1, 2, 5, 4, 2, 3, 1, 2, 2};
    List<DistrictSeries> districts = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      districts.add(level("d" + i, weight[i], x[i]));
    }

    Pooled pooled = TestCity.pool(indicator, Parameters.DEFAULTS, districts);

    assertThat(pooled.city().value()).isCloseTo(0.352073524739, within(1e-11));
    assertThat(pooled.districts().values().stream().mapToDouble(Result::value).sum())
        .isCloseTo(pooled.city().value(), within(1e-12));
  }

  @Test
  void isZeroWhereAllDistrictsKeptTheSameLevel() {
    Pooled pooled = pool(level("a", 1, 0.7), level("b", 5, 0.7), level("c", 2, 0.7));

    assertThat(pooled.city().value()).isCloseTo(0, within(1e-12)).isNotNegative();
  }

  @Test
  void isInsufficientWithTwoDistricts() {
    Pooled pooled =
        pool(level("a", 1, 0.5), level("b", 1, 1.0), TestDistrict.ofDays(40).id("c").build());

    assertThat(pooled.city().status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(pooled.districts().get("a").status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(pooled.districts().get("c").status()).isEqualTo(Status.MISSING_INPUT);
  }

  @Test
  void leavesOutADistrictWithoutAPopulation() {
    Pooled pooled =
        pool(
            level("a", 1, 0.5),
            level("b", 1, 1.0),
            level("c", 2, 0.75),
            level("d", Double.NaN, 0.1));

    assertThat(pooled.city().value()).isCloseTo(0.0283165, within(1e-7));
    assertThat(pooled.city().parts()).containsEntry("districts_left_out", 1);
    assertThat(pooled.districts().get("d").status()).isEqualTo(Status.MISSING_INPUT);
  }

  @Test
  void leavesOutADistrictWithoutActivity() {
    Pooled pooled =
        pool(level("a", 1, 0.5), level("b", 1, 1.0), level("c", 2, 0.75), level("d", 1, 0));

    assertThat(pooled.city().value()).isCloseTo(0.0283165, within(1e-7));
    assertThat(pooled.districts().get("d").status()).isEqualTo(Status.NOT_APPLICABLE);
  }

  @Test
  void scoresNoDistrictByItsSignedContribution() {
    assertThat(indicator.spec().better(Level.CITY)).isEqualTo(Direction.LOWER);
    assertThat(indicator.spec().better(Level.DISTRICT)).isEqualTo(Direction.CONTEXT);
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
