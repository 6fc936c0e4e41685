package org.cityeval.events;

import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.execution.ColumnarToRowExec;
import org.apache.spark.sql.execution.FileSourceScanExec;
import org.apache.spark.sql.execution.InputAdapter;
import org.apache.spark.sql.execution.ProjectExec;
import org.apache.spark.sql.execution.RowToColumnarExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.WholeStageCodegenExec;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import scala.jdk.javaapi.CollectionConverters;

/** Rows as batches of columns: as the vectorised reader gives them, or made of rows. */
final class EventBatches {
  private EventBatches() {}

  /** Batches made of rows, which any expression may have computed. */
  static JavaRDD<ColumnarBatch> ofRows(Dataset<Row> rows) {
    return new RowToColumnarExec(plan(rows)).executeColumnar().toJavaRDD();
  }

  /**
   * The reader's own batches, in the columns of the rows; empty where the scan gives rows, as it
   * does while {@code spark.sql.codegen.wholeStage} is off.
   *
   * @param rows columns of files, and nothing computed
   */
  static Optional<JavaRDD<ColumnarBatch>> ofScan(Dataset<Row> rows) {
    SparkPlan plan = plan(rows);
    if (!(scan(plan) instanceof FileSourceScanExec scan) || !scan.supportsColumnar()) {
      return Optional.empty();
    }
    List<Attribute> scanned = CollectionConverters.asJava(scan.output());
    int[] order =
        CollectionConverters.asJava(plan.output()).stream()
            .mapToInt(wanted -> position(scanned, wanted))
            .toArray();
    for (int position : order) {
      if (position < 0) {
        return Optional.empty();
      }
    }
    return Optional.of(scan.executeColumnar().toJavaRDD().map(batch -> picked(batch, order)));
  }

  private static SparkPlan plan(Dataset<Row> rows) {
    return ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution().executedPlan();
  }

  /** What lies below all that only carries columns on. */
  private static SparkPlan scan(SparkPlan plan) {
    boolean carries =
        plan instanceof WholeStageCodegenExec
            || plan instanceof InputAdapter
            || plan instanceof ColumnarToRowExec
            || plan instanceof ProjectExec;
    return carries ? scan(plan.children().head()) : plan;
  }

  private static int position(List<Attribute> scanned, Attribute wanted) {
    for (int i = 0; i < scanned.size(); i++) {
      if (scanned.get(i).exprId().equals(wanted.exprId())) {
        return i;
      }
    }
    return -1;
  }

  private static ColumnarBatch picked(ColumnarBatch batch, int[] order) {
    ColumnVector[] columns = new ColumnVector[order.length];
    for (int i = 0; i < order.length; i++) {
      columns[i] = batch.column(order[i]);
    }
    return new ColumnarBatch(columns, batch.numRows());
  }
}
