package org.cityeval.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Quantity;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class DistrictDayCodecTest {
  private static final Set<Quantity> TWO = EnumSet.of(Quantity.NEW_CASES, Quantity.MOBILITY_CHANGE);

  /** The days of A stand the wrong way round; the city of B has its id, and nobody is counted. */
  private static Dataset<Row> days(SparkSession spark) {
    return spark.sql(
        """
        select * from values
          ('c', 'A', 'district', 100D, date '2020-03-02', 5D, null, 9D),
          ('c', 'A', 'district', 100D, date '2020-03-01', null, -0.5D, 9D),
          ('c', 'A', 'district', 100D, date '2020-03-03', 0D, -0.25D, 9D),
          ('B', 'B', 'district', null, date '2020-03-01', 1D, 1D, 9D),
          ('B', 'B', 'city', null, date '2020-03-01', 2D, 2D, 9D)
        as t(city_id, district_id, level, population, date, new_cases, mobility_change, other)\
        """);
  }

  private static List<DistrictSeries> series(SparkSession spark) {
    return DistrictDayCodec.gather(days(spark), TWO)
        .orderBy("district_id", "level")
        .collectAsList()
        .stream()
        .map(row -> DistrictDayCodec.series(row, TWO))
        .toList();
  }

  @Test
  void theDaysOfADistrictStandInTheirOrder(SparkSession spark) {
    DistrictSeries a = series(spark).get(0);

    assertThat(a.districtId()).isEqualTo("A");
    assertThat(a.cityId()).isEqualTo("c");
    assertThat(a.level()).isEqualTo(Level.DISTRICT);
    assertThat(a.population()).isEqualTo(100);
    assertThat(a.firstDay()).isEqualTo(LocalDate.of(2020, 3, 1));
    assertThat(a.days()).isEqualTo(3);
    assertThat(a.daily(Quantity.NEW_CASES)).containsExactly(Double.NaN, 5, 0);
    assertThat(a.daily(Quantity.MOBILITY_CHANGE)).containsExactly(-0.5, Double.NaN, -0.25);
  }

  @Test
  void aCityAndADistrictOfOneIdAreTwoSeries(SparkSession spark) {
    List<DistrictSeries> all = series(spark);

    assertThat(all).hasSize(3);
    assertThat(all.get(1).level()).isEqualTo(Level.CITY);
    assertThat(all.get(1).daily(Quantity.NEW_CASES)).containsExactly(2);
    assertThat(all.get(2).level()).isEqualTo(Level.DISTRICT);
    assertThat(all.get(2).daily(Quantity.NEW_CASES)).containsExactly(1);
    assertThat(all.get(2).population()).isNaN();
  }

  @Test
  void everyQuantityIsOneOfTheTable() {
    assertThat(DistrictDayCodec.allQuantities()).containsExactly(Quantity.values());
  }

  @Test
  void whatIsNoNumberIsAnEmptyCell() {
    assertThat(DistrictDayCodec.cell(0)).isEqualTo(0.0);
    assertThat(DistrictDayCodec.cell(-1.5)).isEqualTo(-1.5);
    assertThat(DistrictDayCodec.cell(Double.NaN)).isNull();
    assertThat(DistrictDayCodec.cell(Double.POSITIVE_INFINITY)).isNull();
    assertThat(DistrictDayCodec.cell(Double.NEGATIVE_INFINITY)).isNull();
  }
}
