package org.cityeval.run;

import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.SortOrder;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.execution.columnar.InMemoryRelation;
import org.apache.spark.storage.StorageLevel;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rows that several passes read. They are made once, and kept in memory or on disk. A pass is
 * planned on what is kept. Of rows that are merely persisted, Spark plans anew all that made them.
 */
public final class KeptRows implements AutoCloseable {
  private final Dataset<Row> made;
  private final Dataset<Row> rows;

  private KeptRows(Dataset<Row> made, Dataset<Row> rows) {
    this.made = made;
    this.rows = rows;
  }

  /** Keeps rows from the first pass over them until they are closed. */
  public static KeptRows of(Dataset<Row> rows) {
    Dataset<Row> made = rows.persist(StorageLevel.MEMORY_AND_DISK());
    try {
      LogicalPlan kept =
          ((org.apache.spark.sql.classic.Dataset<Row>) made).queryExecution().withCachedData();
      SparkSession session = (SparkSession) rows.sparkSession();
      return new KeptRows(
          made, org.apache.spark.sql.classic.Dataset.ofRows(session, withoutOrder(kept)));
    } catch (Throwable failure) {
      made.unpersist();
      throw failure;
    }
  }

  /**
   * Keeps rows for what will close them. Where that cannot be made, they are let go at once.
   *
   * @param owner makes what closes the rows
   */
  public static <T> T handOver(Dataset<Row> rows, Function<KeptRows, T> owner) {
    KeptRows kept = of(rows);
    try {
      return owner.apply(kept);
    } catch (Throwable failure) {
      // Spark throws checked exceptions that Scala does not declare.
      kept.close();
      throw failure;
    }
  }

  /**
   * Without the order that the rows were made in. Where one plan reads rows twice, Spark gives new
   * names to their columns, but not to those of their order.
   */
  private static LogicalPlan withoutOrder(LogicalPlan kept) {
    if (!(kept instanceof InMemoryRelation relation)) {
      return kept;
    }
    InMemoryRelation unordered =
        relation.copy(
            relation.output(),
            relation.cacheBuilder(),
            CollectionConverters.asScala(List.<SortOrder>of()).toSeq());
    unordered.statsOfPlanToCache_$eq(relation.statsOfPlanToCache());
    return unordered;
  }

  public Dataset<Row> rows() {
    return rows;
  }

  @Override
  public void close() {
    made.unpersist();
  }
}
