package org.cityeval.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.cityeval.series.Quantity;
import org.cityeval.table.gold.CoherenceTable;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A city of two districts, 100 and 300 residents, on one day. */
@ExtendWith(SparkExtension.class)
class CoherenceTest {
  private static final LocalDate DAY = LocalDate.of(2020, 3, 1);
  private static final StructType DAYS =
      StructType.fromDDL(
          "evaluation_id string, as_of date, city_id string, date date, level string,"
              + " population double, new_cases double, mobility_change double,"
              + " enterprise_change double, rt_mean double, mobility_retail_change double,"
              + " mobility_residential_change double, enterprise_output_change double,"
              + " rt_low double, rt_high double");

  @Test
  void whatAgreesHasNoFinding(SparkSession spark) {
    // Cases 2 + 6; changes by residents (-.2 x 100 - .6 x 300) / 400; Rt between its districts.
    List<Row> found =
        coherence(
            spark,
            day("city", 400.0, 8.0, -0.5, null, 1.1),
            day("district", 100.0, 2.0, -0.2, null, 1.0),
            day("district", 300.0, 6.0, -0.6, null, 1.4));

    assertThat(found).hasSize(3).allMatch(row -> CoherenceTable.FINDING.of(row) == null);
    Row mobility = of(found, Quantity.MOBILITY_CHANGE);
    assertThat(CoherenceTable.DISTRICTS_VALUE.of(mobility)).isEqualTo(-0.5);
    assertThat(CoherenceTable.DISTRICTS_OBSERVED.of(mobility)).isEqualTo(2);
  }

  @Test
  void countsThatDoNotAddUpDifferByHowMuch(SparkSession spark) {
    Row cases =
        of(
            coherence(
                spark,
                day("city", 400.0, 9.5, null, null, null),
                day("district", 100.0, 2.0, null, null, null),
                day("district", 300.0, 6.0, null, null, null)),
            Quantity.NEW_CASES);

    assertThat(CoherenceTable.FINDING.of(cases)).isEqualTo("differs");
    assertThat(CoherenceTable.DIFFERENCE.of(cases)).isEqualTo(1.5);
    assertThat(CoherenceTable.DISTRICTS_VALUE.of(cases)).isEqualTo(8);
  }

  @Test
  void transmissionOutsideTheRangeOfTheDistrictsIsFlagged(SparkSession spark) {
    assertThat(rtFinding(spark, 0.9)).isEqualTo("below_districts");
    assertThat(rtFinding(spark, 1.0)).isNull();
    assertThat(rtFinding(spark, 1.4)).isNull();
    assertThat(rtFinding(spark, 1.5)).isEqualTo("above_districts");
  }

  /**
   * Two districts with 11 cases where 11 were expected: with Cori's prior of shape 1 and scale 5,
   * gamma(1 + 11, 1 / (0.2 + 11)) has mean 1.0714 and quantiles 0.5536 and 1.7573; the city of both
   * has 23 / 22.2 = 1.0360, below the mean of each.
   */
  @Test
  void thePriorOfAFewCasesIsNoFinding(SparkSession spark) {
    Row city = ofRt("city", 1.0360, null, null);
    Row district = ofRt("district", 1.0714, 0.5536, 1.7573);

    assertThat(
            of(coherence(spark, city, district, district), Quantity.RT_MEAN)
                .<String>getAs("finding"))
        .isNull();
    // Of a district with too few cases for an Rt nothing is known that a city could contradict.
    assertThat(coherence(spark, city, district, ofRt("district", null, null, null))).isEmpty();
  }

  private static String rtFinding(SparkSession spark, double city) {
    Row rt =
        of(
            coherence(
                spark,
                day("city", 400.0, null, null, null, city),
                day("district", 100.0, null, null, null, 1.0),
                day("district", 300.0, null, null, null, 1.4)),
            Quantity.RT_MEAN);
    assertThat(CoherenceTable.DISTRICTS_VALUE.of(rt)).isNull();
    return CoherenceTable.FINDING.of(rt);
  }

  @Test
  void withoutAllResidentsDistrictsWeighTheSame(SparkSession spark) {
    // A district that is not observed has no say, nor have its residents.
    List<Row> found =
        coherence(
            spark,
            day("city", null, null, -0.4, -0.6, null),
            day("district", null, null, -0.2, null, null),
            day("district", 300.0, null, -0.6, -0.6, null));

    assertThat(found).hasSize(2).allMatch(row -> CoherenceTable.FINDING.of(row) == null);
    assertThat(of(found, Quantity.ENTERPRISE_CHANGE).<Double>getAs("districts_value"))
        .isEqualTo(-0.6);
  }

  /** As in the city's own days: whose residents are not known there is not known on other days. */
  @Test
  void residentsOfWhoIsNotObservedAreAskedForToo(SparkSession spark) {
    // (-.2 - .6) / 2, and not (-.2 x 100 - .6 x 300) / 400.
    List<Row> found =
        coherence(
            spark,
            day("city", null, null, -0.4, null, null),
            day("district", 100.0, null, -0.2, null, null),
            day("district", 300.0, null, -0.6, null, null),
            day("district", null, null, null, null, null));

    assertThat(found).hasSize(1).allMatch(row -> CoherenceTable.FINDING.of(row) == null);
    assertThat(of(found, Quantity.MOBILITY_CHANGE).<Integer>getAs("districts")).isEqualTo(3);
  }

  /** The city's days and what its districts come to are made by one rule, measure by measure. */
  @Test
  void aDistrictThatLacksOneOfTheMeasuresHasItsSayInTheOther(SparkSession spark) {
    // Retail (-.2 x 300 - .6 x 100) / 400 = -.3; at home .4, of the first alone: (-.3 - .4) / 2.
    Row[] days = {
      ofMobility("city", 400.0, null, new Double[] {-0.35, -0.3, 0.4}, null, null),
      ofMobility("district", 300.0, null, new Double[] {-0.3, -0.2, 0.4}, null, null),
      ofMobility("district", 100.0, null, new Double[] {null, -0.6, null}, null, null)
    };
    List<Row> found = coherence(spark, days);

    assertThat(found).hasSize(1);
    assertThat(CoherenceTable.DISTRICTS_VALUE.of(found.get(0))).isCloseTo(-0.35, within(1e-12));
    assertThat(CoherenceTable.FINDING.of(found.get(0))).isNull();
    assertThat(CoherenceTable.DISTRICTS_OBSERVED.of(found.get(0))).isEqualTo(1);
    days[0] = ofMobility("city", 400.0, null, new Double[] {-0.3, -0.3, 0.4}, null, null);
    assertThat(coherence(spark, days).get(0).<String>getAs("finding")).isEqualTo("differs");
  }

  /** Decimals added up as doubles would differ in their last digits with the order. */
  @Test
  void theOrderOfDistrictsAndTheirPartitionsChangeNoBit(SparkSession spark) {
    List<Row> days = new ArrayList<>(List.of(day("city", 1000.0, 9.0, -0.5, -0.25, null)));
    for (int i = 1; i <= 12; i++) {
      days.add(day("district", 100.0 / i, 0.1 * i, -0.7 / i, -0.1 * i, null));
    }
    List<Row> found = coherence(spark.createDataFrame(days, DAYS).coalesce(1));

    Collections.shuffle(days, new Random(3));
    assertThat(coherence(spark.createDataFrame(days, DAYS).repartition(7)))
        .containsExactlyInAnyOrderElementsOf(found);
    assertThat(found).hasSize(3).allMatch(row -> "differs".equals(CoherenceTable.FINDING.of(row)));
    // .1 · (1 + ... + 12), and 9 less that.
    assertThat(of(found, Quantity.NEW_CASES).<Double>getAs("districts_value")).isEqualTo(7.8);
    assertThat(of(found, Quantity.NEW_CASES).<Double>getAs("difference"))
        .isCloseTo(1.2, within(1e-12));
  }

  private static List<Row> coherence(SparkSession spark, Row... days) {
    return coherence(spark.createDataFrame(Arrays.asList(days), DAYS));
  }

  private static List<Row> coherence(Dataset<Row> rows) {
    return new Coherence(
            List.of(Quantity.MOBILITY_RETAIL_CHANGE, Quantity.MOBILITY_RESIDENTIAL_CHANGE),
            List.of(Quantity.ENTERPRISE_OUTPUT_CHANGE))
        .compare(rows)
        .collectAsList();
  }

  private static Row of(List<Row> found, Quantity quantity) {
    List<Row> rows = new ArrayList<>(found);
    rows.removeIf(row -> !CoherenceTable.QUANTITY.of(row).equals(quantity.column()));
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static Row day(
      String level, Double residents, Double cases, Double mobility, Double output, Double rt) {
    Double atHome = mobility == null ? null : -mobility;
    Double[] measures = {mobility, mobility, atHome};
    return row(level, residents, cases, measures, output, new Double[] {rt, rt, rt});
  }

  private static Row ofMobility(
      String level, Double residents, Double cases, Double[] mobility, Double output, Double rt) {
    return row(level, residents, cases, mobility, output, new Double[] {rt, rt, rt});
  }

  private static Row ofRt(String level, Double... rt) {
    return row(level, 100.0, null, new Double[3], null, rt);
  }

  /**
   * @param mobility the change of the day, and the two measures whose mean it is
   * @param rt mean and interval
   */
  private static Row row(
      String level, Double residents, Double cases, Double[] mobility, Double output, Double[] rt) {
    return RowFactory.create(
        "test",
        DAY,
        "city",
        DAY,
        level,
        residents,
        cases,
        mobility[0],
        output,
        rt[0],
        mobility[1],
        mobility[2],
        output,
        rt[1],
        rt[2]);
  }
}
