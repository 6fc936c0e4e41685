package org.cityeval.functions;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows that are few enough for the driver, such as the findings of a check. */
public final class FewRows {
  private FewRows() {}

  /**
   * Collects rows in an order, in one job. An {@code orderBy} would make the rows twice: first for
   * a sample that tells how to share them out, then to sort them.
   */
  public static List<Row> collectInOrder(Dataset<Row> rows, Column... by) {
    return rows.repartition(1).sortWithinPartitions(by).collectAsList();
  }
}
