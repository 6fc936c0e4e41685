package org.cityeval.functions;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.EmptyRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.LogicalRDD;
import org.apache.spark.sql.types.StructType;
import scala.Function1;
import scala.jdk.javaapi.CollectionConverters;

/** Rows that no job has to make: those that this process holds, and columns without rows. */
public final class RowsAtHand {
  private RowsAtHand() {}

  /** Whether this process holds rows. A job has to make those of a plan. */
  public static boolean areHeld(Dataset<Row> rows) {
    return plan(rows) instanceof LocalRelation;
  }

  /**
   * The rows that this process holds. Spark's encoder is not used: to make one of many columns
   * takes long.
   *
   * @param rows of which {@link #areHeld} is true
   */
  public static List<Row> held(Dataset<Row> rows) {
    return held((LocalRelation) plan(rows));
  }

  /** The rows of a relation. */
  public static List<Row> held(LocalRelation relation) {
    Function1<Object, Object> row =
        CatalystTypeConverters.createToScalaConverter(relation.schema());
    return CollectionConverters.asJava(relation.data()).stream()
        .map(one -> (Row) row.apply(one))
        .toList();
  }

  /** Columns without rows, of which only names and types count. */
  public static Dataset<Row> columnsAlone(SparkSession spark, StructType schema) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    // The optimizer takes away what reads a relation that is known to be empty.
    return ((org.apache.spark.sql.classic.SparkSession) spark)
        .internalCreateDataFrame(context.<InternalRow>emptyRDD().rdd(), schema, false);
  }

  /** Whether there are columns without rows, as {@link #columnsAlone} gives them. */
  public static boolean areColumnsAlone(Dataset<Row> rows) {
    return plan(rows) instanceof LogicalRDD some && some.rdd() instanceof EmptyRDD;
  }

  private static LogicalPlan plan(Dataset<Row> rows) {
    return ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution().analyzed();
  }
}
