package org.cityeval.source;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.trim;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.config.Mapping;
import org.cityeval.config.SourceConfig;

/** The rows of a source as the expressions of its config see them, and how cells are understood. */
public final class SourceRows {
  /** A decimal number in the notation of data files; NaN, Infinity and 1d are none. */
  public static final String NUMBER = "^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?$";

  private SourceRows() {}

  /**
   * Reads a source; where a column is a day, each cell is a row.
   *
   * @param owner how messages name the source, such as {@code sources.cases}
   */
  public static Dataset<Row> read(SparkSession spark, String owner, SourceConfig source) {
    Dataset<Row> rows = LakeSource.read(spark, owner, source.location());
    Mapping mapping = source.mapping();
    return mapping.shape() == Mapping.Shape.WIDE_DATES
        ? WideDates.unpivot(rows, owner, mapping.dateColumns())
        : rows;
  }

  /** The expression that gives the day of a row. */
  public static String date(Mapping mapping) {
    return mapping.shape() == Mapping.Shape.WIDE_DATES ? WideDates.DATE : mapping.date();
  }

  /** The day an expression gives, as a DATE or an ISO text; null where it gives none. */
  public static Column day(String expression) {
    return functions.try_to_date(trim(expr(expression).cast(DataTypes.StringType)), "yyyy-MM-dd");
  }

  /** The number a cell holds; null where it holds none. */
  public static Column number(Column cell) {
    Column text = trim(cell.cast(DataTypes.StringType));
    return functions.when(text.rlike(NUMBER), text.try_cast(DataTypes.DoubleType));
  }

  /**
   * Registers a source's rows for queries of this session.
   *
   * @return the name they are found under
   */
  public static String register(Dataset<Row> rows, String source) {
    String view = "contract_" + source.replace('-', '_');
    rows.createOrReplaceTempView(view);
    return view;
  }
}
