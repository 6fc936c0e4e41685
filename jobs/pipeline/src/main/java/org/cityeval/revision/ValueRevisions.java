package org.cityeval.revision;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.md5;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.stddev_samp;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.INDICATOR_ID;
import static org.cityeval.table.spec.Keys.INPUT_HASH;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.cityeval.table.gold.IndicatorValueTable;

/** Sets the indicator values of one publication beside those of another. */
public final class ValueRevisions {
  private static final String STATUS = "status";
  private static final String VALUE = "value";
  private static final String INTERVAL = "interval";
  private static final String SIZE = "change_sd";

  private static final List<Column> COMPARED =
      List.of(
          IndicatorValueTable.VALUE.col(),
          IndicatorValueTable.CI_LOW.col(),
          IndicatorValueTable.CI_HIGH.col(),
          IndicatorValueTable.STATUS.col(),
          md5(IndicatorValueTable.PARAMETERS.col()).as(IndicatorValueTable.PARAMETERS.name()),
          IndicatorValueTable.METHOD_VERSION.col(),
          IndicatorValueTable.DATA_HASH.col(),
          INPUT_HASH.col());

  private final Causes causes;

  public ValueRevisions(Causes causes) {
    this.causes = causes;
  }

  /**
   * One row per district or city, period and indicator: what became of it, by how much and why.
   *
   * @param a rows of gold.indicator_value of one publication
   * @param b of another
   */
  public Dataset<Row> compare(Dataset<Row> a, Dataset<Row> b) {
    Column changed = col(Beside.OUTCOME).equalTo(VALUE);
    Column spread =
        stddev_samp(col("a.value"))
            .over(Window.partitionBy(INDICATOR_ID.col(), LEVEL.col(), PERIOD_ID.col()));
    Column because =
        when(
                Beside.inBoth(),
                causes.ofValue(
                    Beside.differs(IndicatorValueTable.DATA_HASH),
                    Beside.differs(IndicatorValueTable.PARAMETERS),
                    Beside.differs(IndicatorValueTable.METHOD_VERSION)))
            .otherwise(causes.ofPresence());
    return Beside.join(IndicatorValueTable.SPEC, a, b, COMPARED)
        .withColumn(Beside.OUTCOME, outcome())
        .withColumn("change", when(changed, col("b.value").minus(col("a.value"))))
        .withColumn(SIZE, when(spread.gt(0), abs(col("change")).divide(spread)))
        .withColumn(
            "within",
            when(
                changed,
                Beside.within(
                    IndicatorValueTable.VALUE,
                    IndicatorValueTable.CI_LOW,
                    IndicatorValueTable.CI_HIGH)))
        .withColumn(Beside.BECAUSE, when(not(col(Beside.OUTCOME).equalTo(Beside.EQUAL)), because));
  }

  private static Column outcome() {
    return when(col("a").isNull(), lit(Beside.ONLY_B))
        .when(col("b").isNull(), lit(Beside.ONLY_A))
        .when(Beside.differs(IndicatorValueTable.STATUS), lit(STATUS))
        .when(Beside.differs(IndicatorValueTable.VALUE), lit(VALUE))
        .when(
            Beside.differs(IndicatorValueTable.CI_LOW)
                .or(Beside.differs(IndicatorValueTable.CI_HIGH)),
            lit(INTERVAL))
        .otherwise(lit(Beside.EQUAL));
  }

  /**
   * One row per indicator and level; equal, value_changed, interval_changed and status_changed add
   * up to in_both.
   *
   * @param revisions rows as {@link #compare} makes them
   */
  public static Dataset<Row> byIndicator(Dataset<Row> revisions) {
    Column outcome = col(Beside.OUTCOME);
    Column size = abs(col("change"));
    return revisions
        .groupBy(INDICATOR_ID.col(), LEVEL.col())
        .agg(
            count_if(Beside.inBoth()).as("in_both"),
            count_if(outcome.equalTo(Beside.EQUAL)).as("equal"),
            count_if(outcome.equalTo(VALUE)).as("value_changed"),
            count_if(outcome.equalTo(INTERVAL)).as("interval_changed"),
            count_if(outcome.equalTo(STATUS)).as("status_changed"),
            count_if(outcome.equalTo(Beside.ONLY_A)).as("only_a"),
            count_if(outcome.equalTo(Beside.ONLY_B)).as("only_b"),
            count_if(not(col("within"))).as("beyond_intervals"),
            max_by(col("change"), when(size.isNotNull(), struct(size, DISTRICT_ID.col())))
                .as("largest_change"),
            Beside.tally(Beside.move(outcome.equalTo(STATUS), "status")).as("status_moves"),
            max("a.method_version").as("method_a"),
            max("b.method_version").as("method_b"),
            Beside.tally(col(Beside.BECAUSE)).as(Beside.BECAUSE))
        .orderBy(INDICATOR_ID.col(), LEVEL.col());
  }

  /**
   * The rows that differ, of each outcome the largest first: by the change in standard deviations
   * of A's values of that indicator, level and period, for the units differ.
   *
   * @param revisions rows as {@link #compare} makes them
   * @param most how many of each outcome
   */
  public static Dataset<Row> largest(Dataset<Row> revisions, int most) {
    Column[] order =
        Stream.concat(
                Stream.of(col(SIZE).desc_nulls_last()),
                Beside.keys(IndicatorValueTable.SPEC).stream().map(key -> col(key)))
            .toArray(Column[]::new);
    return revisions
        .where(not(col(Beside.OUTCOME).equalTo(Beside.EQUAL)))
        .withColumn("no", row_number().over(Window.partitionBy(Beside.OUTCOME).orderBy(order)))
        .where(col("no").leq(most))
        .orderBy(col(Beside.OUTCOME).desc(), col("no"))
        .select(
            col(Beside.OUTCOME),
            CITY_ID.col(),
            DISTRICT_ID.col(),
            LEVEL.col(),
            PERIOD_ID.col(),
            INDICATOR_ID.col(),
            col("a.value").as("value_a"),
            col("a.ci_low").as("ci_low_a"),
            col("a.ci_high").as("ci_high_a"),
            col("a.status").as("status_a"),
            col("b.value").as("value_b"),
            col("b.ci_low").as("ci_low_b"),
            col("b.ci_high").as("ci_high_b"),
            col("b.status").as("status_b"),
            col("change"),
            col(SIZE),
            col("within"),
            col(Beside.BECAUSE));
  }

  /**
   * The levels and periods of which a value rests on something else: all their ranks may move, for
   * scores are normalised over all of them.
   *
   * @param revisions rows as {@link #compare} makes them
   */
  public static Dataset<Row> touched(Dataset<Row> revisions) {
    return revisions
        .where(not(col(Beside.OUTCOME).equalTo(Beside.EQUAL)).or(Beside.differs(INPUT_HASH)))
        .select(LEVEL.col(), PERIOD_ID.col())
        .distinct()
        .orderBy(LEVEL.col(), PERIOD_ID.col());
  }
}
