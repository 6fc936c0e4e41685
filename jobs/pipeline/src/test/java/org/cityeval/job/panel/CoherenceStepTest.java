package org.cityeval.job.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.assembly.PanelRule;
import org.cityeval.numeric.epidemic.Prior;
import org.cityeval.numeric.epidemic.RiskThresholds;
import org.cityeval.numeric.recovery.PreciseControl;
import org.cityeval.run.Run;
import org.cityeval.series.Quantity;
import org.cityeval.table.gold.CoherenceTable;
import org.cityeval.table.ops.QualityCheckTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.cityeval.warehouse.Slice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A city of the districts A and B, with 100 residents each, on three days. */
@ExtendWith(SparkExtension.class)
class CoherenceStepTest {
  private static final PanelRule RULE =
      new PanelRule(
          List.of(Quantity.MOBILITY_RETAIL_CHANGE),
          List.of(Quantity.ENTERPRISE_OUTPUT_CHANGE),
          null,
          null,
          new PanelRule.Smoothing(new TreeMap<>()),
          new PanelRule.Transmission(new double[] {0, 1}, 7, 11, Prior.EPIESTIM),
          RiskThresholds.zhejiang(),
          new PreciseControl.Weights(1, 1, 1, 1, 0.5),
          3);

  private final SparkSession spark;
  @TempDir private Path folder;

  CoherenceStepTest(SparkSession spark) {
    this.spark = spark;
  }

  /** Level, day of March, cases, mobility and Rt, of which the interval is 0.2 wide. */
  private Dataset<Row> days(String values) {
    return spark.sql(
        "select 'tiny' evaluation_id, date'2020-04-10' as_of, 'tiny' city_id,"
            + " make_date(2020, 3, day) date, level, 100D population, c new_cases,"
            + " m mobility_change, double(null) enterprise_change, r rt_mean,"
            + " m mobility_retail_change, double(null) enterprise_output_change,"
            + " r - 0.1D rt_low, r + 0.1D rt_high from values "
            + values
            + " as t(level, day, c, m, r)");
  }

  private Run write(String values) {
    Run run = TinyLake.in(folder).begin(spark);
    CoherenceStep.write(
        run,
        RULE,
        Slice.of("tiny", LocalDate.of(2020, 4, 10)),
        days(values),
        PublishedPanel.of(run, null, null));
    return run;
  }

  private static List<String> findings(Run run) {
    return run.warehouse().stored().rows(CoherenceTable.SPEC).list().stream()
        .map(
            row ->
                row.get(CoherenceTable.QUANTITY)
                    + " "
                    + row.get(Keys.DATE)
                    + " "
                    + row.get(CoherenceTable.FINDING))
        .sorted()
        .toList();
  }

  /**
   * Cases of the city are 12.5 where 5 + 5 are told, and 9 where 10: at most 2.5 apart. A hundred
   * in a million millions is within rounding, and no finding. Mobility is the mean of both on the
   * one day on which it is known. Rt of the city is 1.5 where the highest interval ends at 1.3, and
   * 0.5 where the lowest begins at 0.9: at most 0.4 without.
   */
  @Test
  void onlyDaysThatDoNotAgreeAreKeptAndEachQuantityIsToldOf() {
    Run run =
        write(
            """
            ('city', 1, 12.5D, -0.25D, 1.5D), ('district', 1, 5D, -0.5D, 1.0D),
            ('district', 1, 5D, 0D, 1.2D),
            ('city', 2, 9D, null, 0.5D), ('district', 2, 5D, null, 1.0D),
            ('district', 2, 5D, null, 1.2D),
            ('city', 3, 1000000000100D, null, 1.1D), ('district', 3, 5e11D, null, 1.0D),
            ('district', 3, 5e11D, null, 1.2D)
            """);

    assertThat(findings(run))
        .containsExactly(
            "new_cases 2020-03-01 differs",
            "new_cases 2020-03-02 differs",
            "rt_mean 2020-03-01 above_districts",
            "rt_mean 2020-03-02 below_districts");
    assertThat(run.warehouse().stored().rows(QualityCheckTable.SPEC).list())
        .extracting(
            row -> row.get(QualityCheckTable.CHECK),
            row -> row.get(QualityCheckTable.OUTCOME),
            row -> row.get(QualityCheckTable.SEVERITY),
            row -> row.get(QualityCheckTable.OBSERVED),
            row -> row.get(QualityCheckTable.EXPECTED))
        .containsExactlyInAnyOrder(
            tuple(
                "new_cases of the city equals that of its districts",
                "failed",
                "warn",
                "2 of 3 city-days do not, at most by 2.500; each is in gold.coherence",
                "equal on every day"),
            tuple(
                "mobility_change of the city equals that of its districts",
                "passed",
                "warn",
                "0 of 1 city-days do not",
                "equal on every day"),
            tuple(
                "rt_mean of the city within the range of its districts",
                "failed",
                "warn",
                "2 of 3 city-days do not, at most by 0.4000; each is in gold.coherence",
                "within on every day"));
  }

  @Test
  void whereNothingCanBeComparedNothingIsFoundOrTold() {
    Run run = write("('city', 1, double(null), double(null), double(null))");

    assertThat(findings(run)).isEmpty();
    assertThat(run.warehouse().exists(QualityCheckTable.SPEC)).isFalse();
  }
}
