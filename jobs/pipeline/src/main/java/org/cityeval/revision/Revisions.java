package org.cityeval.revision;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.MEASURE;
import static org.cityeval.table.spec.Keys.SOURCE_ID;

import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.table.silver.ObservationTable;

/**
 * Sets what was known on an earlier day beside what was known on a later one. Known of a district,
 * day and measure is what was published last by then, as the panel takes it.
 */
public final class Revisions {
  /** Whether an observation was known on the earlier day. */
  public static final String KNOWN_A = "known_a";

  /** Whether it was known on the later day, and not taken back since the earlier one. */
  public static final String KNOWN_B = "known_b";

  private static final String OUTCOME = "outcome";
  private static final String CHANGE = "change";

  private final LocalDate earlier;
  private final Map<String, LocalDate> newestPublication;

  /** What became of a value. */
  private enum Outcome {
    EQUAL,
    CHANGED,
    /** Known on the later day alone. */
    ADDED,
    /** The measure was published or read anew, without this value. */
    WITHDRAWN;

    Column is() {
      return col(OUTCOME).equalTo(name());
    }
  }

  /**
   * Of what was known on a day.
   *
   * @param newestPublication the last day, up to the later one, on which each measure was published
   */
  public Revisions(LocalDate earlier, Map<String, LocalDate> newestPublication) {
    this.earlier = earlier;
    this.newestPublication = Map.copyOf(newestPublication);
  }

  /**
   * One row per measure, district and day: its value and source on either day, and what became of
   * it.
   *
   * @param observation rows of silver.observation, and whether each was known on the earlier day
   *     ({@link #KNOWN_A}) and on the later one ({@link #KNOWN_B})
   */
  public Dataset<Row> compare(Dataset<Row> observation) {
    Column said = struct(AS_OF.col(), SOURCE_ID.col(), ObservationTable.VALUE.col());
    return observation
        .where(col(KNOWN_A).or(col(KNOWN_B)))
        .groupBy(MEASURE.col(), DISTRICT_ID.col(), DATE.col())
        .agg(max(when(col(KNOWN_A), said)).as("a"), max(when(col(KNOWN_B), said)).as("b"))
        .withColumn(OUTCOME, outcome())
        .withColumn(CHANGE, when(Outcome.CHANGED.is(), abs(col("b.value").minus(col("a.value")))));
  }

  private Column outcome() {
    Column silent = col("b.as_of").leq(lit(earlier)).and(newestPublication().gt(lit(earlier)));
    return when(col("a").isNull(), lit(Outcome.ADDED.name()))
        .when(col("b").isNull(), lit(Outcome.WITHDRAWN.name()))
        .when(silent, lit(Outcome.WITHDRAWN.name()))
        .when(col("a.value").equalTo(col("b.value")), lit(Outcome.EQUAL.name()))
        .otherwise(lit(Outcome.CHANGED.name()));
  }

  private Column newestPublication() {
    Column day = lit(null).cast(DataTypes.DateType);
    for (Map.Entry<String, LocalDate> newest : newestPublication.entrySet()) {
      day = when(MEASURE.col().equalTo(newest.getKey()), lit(newest.getValue())).otherwise(day);
    }
    return day;
  }

  /**
   * One row per measure: how many values were known, added, withdrawn and changed, and by how much.
   *
   * @param revisions rows as {@link #compare} makes them
   * @param moreThan changes larger than this are counted apart, in the source's unit
   */
  public static Dataset<Row> counts(Dataset<Row> revisions, double moreThan) {
    Column changed = Outcome.CHANGED.is();
    return revisions
        .groupBy(MEASURE.col())
        .agg(
            sources().as("sources"),
            count(col("a")).as("known_a"),
            count(col("b")).as("known_b"),
            count_if(changed.or(Outcome.EQUAL.is())).as("in_both"),
            count_if(Outcome.EQUAL.is()).as("equal"),
            count_if(changed).as("changed"),
            count_if(Outcome.ADDED.is()).as("added"),
            count_if(Outcome.WITHDRAWN.is()).as("withdrawn"),
            max(CHANGE).as("largest_change"),
            median(col(CHANGE)).as("median_change"),
            count_if(col(CHANGE).gt(moreThan)).as("changed_more"),
            size(collect_set(when(changed, DATE.col()))).as("changed_days"),
            size(collect_set(when(changed, DISTRICT_ID.col()))).as("changed_districts"))
        .orderBy(MEASURE.col());
  }

  private static Column sources() {
    Column both =
        flatten(
            concat(
                org.apache.spark.sql.functions.array(collect_set(col("a.source_id"))),
                org.apache.spark.sql.functions.array(collect_set(col("b.source_id")))));
    return array_join(array_sort(array_distinct(both)), " ");
  }

  /**
   * The largest changes of each measure, the largest first.
   *
   * @param revisions rows as {@link #compare} makes them
   * @param most how many of each measure
   */
  public static Dataset<Row> largest(Dataset<Row> revisions, int most) {
    return revisions
        .where(Outcome.CHANGED.is())
        .withColumn(
            "rank",
            row_number()
                .over(
                    Window.partitionBy(MEASURE.col())
                        .orderBy(col(CHANGE).desc(), DISTRICT_ID.col(), DATE.col())))
        .where(col("rank").leq(most))
        .orderBy(MEASURE.col(), col("rank"))
        .select(
            MEASURE.col(),
            col("rank"),
            DISTRICT_ID.col(),
            DATE.col(),
            col("a.value").as("value_a"),
            col("b.value").as("value_b"),
            col("a.as_of").as("as_of_a"),
            col("b.as_of").as("as_of_b"));
  }
}
