package org.cityeval.revision;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.INPUT_HASH;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;

/** Sets the ranks and classes of one publication beside those of another. */
public final class RankRevisions {
  private static final TableSpec TABLE = RankIntervalTable.SPEC;
  private static final String MOVED = "is_moved";
  private static final String MOVE = "move";
  private static final String CLASS_CHANGED = "is_class_changed";

  private static final List<Column> COMPARED =
      List.of(
          RankIntervalTable.NAME.col(),
          RankIntervalTable.RANK.col(),
          RankIntervalTable.RANK_LOW.col(),
          RankIntervalTable.RANK_HIGH.col(),
          RankIntervalTable.CLASS.col(),
          INPUT_HASH.col());

  private final Causes causes;

  public RankRevisions(Causes causes) {
    this.causes = causes;
  }

  /**
   * One row per member of a group, period and weighting.
   *
   * @param a rows of gold.rank_interval of one publication
   * @param b of another
   * @param touched the levels and periods whose values rest on something else
   */
  public Dataset<Row> compare(Dataset<Row> a, Dataset<Row> b, Dataset<Row> touched) {
    Column because =
        when(
                Beside.inBoth(),
                causes.ofRank(coalesce(col("touched"), lit(false)), Beside.differs(INPUT_HASH)))
            .otherwise(causes.ofRankPresence());
    return Beside.join(TABLE, a, b, COMPARED)
        .join(
            broadcast(touched.withColumn("touched", lit(true))),
            scala.jdk.javaapi.CollectionConverters.asScala(TableColumn.names(LEVEL, PERIOD_ID))
                .toSeq(),
            "left_outer")
        .withColumn(Beside.OUTCOME, outcome())
        .withColumn(MOVED, Beside.inBoth().and(Beside.differs(RankIntervalTable.RANK)))
        .withColumn(CLASS_CHANGED, Beside.inBoth().and(Beside.differs(RankIntervalTable.CLASS)))
        .withColumn(MOVE, when(col(MOVED), col("b.rank").minus(col("a.rank"))))
        .withColumn(
            "within",
            when(
                col(MOVED),
                Beside.within(
                    RankIntervalTable.RANK,
                    RankIntervalTable.RANK_LOW,
                    RankIntervalTable.RANK_HIGH)))
        .withColumn(Beside.BECAUSE, when(not(col(Beside.OUTCOME).equalTo(Beside.EQUAL)), because));
  }

  private static Column outcome() {
    return when(col("a").isNull(), lit(Beside.ONLY_B))
        .when(col("b").isNull(), lit(Beside.ONLY_A))
        .when(Beside.differs(RankIntervalTable.CLASS), lit("class"))
        .when(Beside.differs(RankIntervalTable.RANK), lit("rank"))
        .when(
            Beside.differs(RankIntervalTable.RANK_LOW)
                .or(Beside.differs(RankIntervalTable.RANK_HIGH)),
            lit("interval"))
        .otherwise(lit(Beside.EQUAL));
  }

  /**
   * One row per comparison group, level, period and weighting, those with most changes first.
   *
   * @param revisions rows as {@link #compare} makes them
   */
  public static Dataset<Row> byGroup(Dataset<Row> revisions) {
    Column[] group =
        Beside.keys(TABLE).stream()
            .filter(key -> !key.equals("city_id") && !key.equals("district_id"))
            .map(key -> col(key))
            .toArray(Column[]::new);
    Column size = abs(col(MOVE));
    return revisions
        .groupBy(group)
        .agg(
            count_if(Beside.inBoth()).as("in_both"),
            count_if(col(MOVED)).as("moved"),
            count_if(not(col("within"))).as("beyond_intervals"),
            count_if(col(CLASS_CHANGED)).as("class_changed"),
            count_if(col(Beside.OUTCOME).equalTo(Beside.ONLY_A)).as(Beside.ONLY_A),
            count_if(col(Beside.OUTCOME).equalTo(Beside.ONLY_B)).as(Beside.ONLY_B),
            max_by(col(MOVE), when(size.isNotNull(), struct(size, DISTRICT_ID.col())))
                .as("largest_move"),
            Beside.tally(Beside.move(col(CLASS_CHANGED), "class")).as("class_moves"),
            Beside.tally(col(Beside.BECAUSE)).as(Beside.BECAUSE))
        .orderBy(
            Stream.concat(
                    Stream.of(col("class_changed").desc(), col("moved").desc()), Stream.of(group))
                .toArray(Column[]::new));
  }

  /**
   * Who is ranked or classed otherwise: changed classes first, then the largest moves.
   *
   * @param revisions rows as {@link #compare} makes them
   */
  public static Dataset<Row> largest(Dataset<Row> revisions, int most) {
    Column[] order =
        Stream.concat(
                Stream.of(col(CLASS_CHANGED).desc(), distance().desc()),
                Beside.keys(TABLE).stream().map(key -> col(key)))
            .toArray(Column[]::new);
    return revisions
        .where(col(MOVED).or(col(CLASS_CHANGED)))
        .orderBy(order)
        .limit(most)
        .select(
            Stream.concat(
                    Beside.keys(TABLE).stream().map(key -> col(key)),
                    Stream.of(
                        coalesce(col("b.name"), col("a.name")).as(RankIntervalTable.NAME.name()),
                        col("a.rank").as("rank_a"),
                        col("a.rank_low").as("rank_low_a"),
                        col("a.rank_high").as("rank_high_a"),
                        col("a.class").as("class_a"),
                        col("b.rank").as("rank_b"),
                        col("b.rank_low").as("rank_low_b"),
                        col("b.rank_high").as("rank_high_b"),
                        col("b.class").as("class_b"),
                        col(MOVE),
                        col("within"),
                        col(Beside.BECAUSE)))
                .toArray(Column[]::new));
  }

  /** How far it moved; into the ranks or out of them is farthest. */
  private static Column distance() {
    return when(col(MOVED), coalesce(abs(col(MOVE)), lit(Integer.MAX_VALUE))).otherwise(0);
  }
}
