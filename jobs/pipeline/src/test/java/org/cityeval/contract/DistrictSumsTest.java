package org.cityeval.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.TestConfig;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.series.Quantity;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Districts A and B of city c, D of city d; rows named sum give the totals of a city. */
@ExtendWith(SparkExtension.class)
class DistrictSumsTest {
  private static final String RECORDS =
      """
      ('c', 'A', date'2020-03-01', date'2020-04-01', 1.0), ('c', 'B', date'2020-03-01', null, 2.0),
      ('c', 'A', date'2020-03-01', date'2020-04-09', 5.0), ('d', 'D', date'2020-03-01', null, 7.0),
      ('c', 'A', date'2020-03-02', null, 0.1), ('c', 'B', date'2020-03-02', null, 0.2),
      ('c', 'A', date'2020-03-03', null, 1.0), ('c', 'A', date'2020-03-04', null, 0.0)""";

  @TempDir private Path folder;

  /** The subject, day, number and whether it holds, of each day with a total and districts. */
  private List<String> sums(SparkSession spark, String unit, String city, String totals) {
    SourceConfig source =
        TestConfig.load(
                folder,
                TestConfig.with(
                    "path: cases.csv\n    shape: long",
                    "path: cases.csv\n    shape: long\n    contract: {quality: [{id: sums, type:"
                        + " custom, engine: cityeval, implementation: sumOfDistricts,"
                        + unit
                        + " arguments: {total: {where: id = 'sum'"
                        + city
                        + "}}, mustBeLessOrEqualTo: 1, severity: warn}]}"))
            .sources()
            .get("cases");
    return new DistrictSums(source.contract().quality().get(0), source)
            .measure(
                Quantity.NEW_CASES,
                source.measures().get(Quantity.NEW_CASES),
                spark.sql(
                    "select 'new_cases' as measure, * from values "
                        + RECORDS
                        + " as t(city_id, district_id, date, as_of, value)"),
                spark.sql("select * from values " + totals + " as t(id, city, day, n)"))
            .collectAsList()
            .stream()
            .map(Measurement::of)
            .map(m -> m.subject().district() + " " + m.first() + " " + m.number() + " " + m.holds())
            .sorted()
            .toList();
  }

  /** 5, published last, and 2 are 7; with 7 of the other city 14. */
  @Test
  void districtsAreAddedUpByTheirLastPublicationAndHeldAgainstTheTotal(SparkSession spark) {
    assertThat(
            sums(spark, "", "", "('sum', 'x', '2020-03-01', '16'), ('A', 'x', '2020-03-01', '9')"))
        .containsExactly("null 2020-03-01 2.0 false");
  }

  @Test
  void totalsOfACityAreHeldAgainstItsOwnDistricts(SparkSession spark) {
    assertThat(
            sums(
                spark,
                "",
                ", city: city",
                "('sum', 'c', '2020-03-01', '7'), ('sum', 'd', '2020-03-01', '9')"))
        .containsExactly("c 2020-03-01 0.0 true", "d 2020-03-01 2.0 false");
  }

  /** As doubles .1 + .2 is not .3. */
  @Test
  void fractionsAddUpWithoutRounding(SparkSession spark) {
    assertThat(sums(spark, "", ", city: city", "('sum', 'c', '2020-03-02', '0.3')"))
        .containsExactly("c 2020-03-02 0.0 true");
  }

  @Test
  void aDifferenceInPercentIsOfTheTotal(SparkSession spark) {
    assertThat(
            sums(
                spark,
                " unit: percent,",
                ", city: city",
                "('sum', 'c', '2020-03-01', '8'), ('sum', 'c', '2020-03-03', '0'), "
                    + "('sum', 'c', '2020-03-04', '0')"))
        .containsExactly(
            "c 2020-03-01 12.5 false", "c 2020-03-03 100.0 false", "c 2020-03-04 0.0 true");
  }

  @Test
  void aDayWithoutATotalOrWithoutDistrictsIsNotCompared(SparkSession spark) {
    assertThat(
            sums(
                spark,
                "",
                "",
                "('sum', 'c', '2020-03-09', '8'), ('sum', 'c', '2020-03-01', 'n/a')"))
        .isEmpty();
  }
}
