package org.cityeval.source;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.config.lake.Mapping;
import org.cityeval.lake.CellText;

/** How a source says that it has no value: by its marks, or by blank cells. */
public final class MissingMarks {
  private final Object[] marks;

  private MissingMarks(List<String> marks) {
    this.marks = Stream.concat(marks.stream(), Stream.of("")).toArray();
  }

  public static MissingMarks of(Mapping mapping) {
    return of(mapping.missing());
  }

  /** A blank, and these marks. */
  public static MissingMarks of(List<String> marks) {
    return new MissingMarks(marks);
  }

  /**
   * Whether a value is missing. Null is so only where every column it is made of is blank; else it
   * is an error.
   *
   * @param text the value without blanks around it
   */
  public Column isMissing(SparkSession spark, String expression, Column text) {
    Column blank = lit(true);
    for (Column column : ExpressionCells.of(spark, expression)) {
      Column cell = CellText.stripped(column.cast(DataTypes.StringType));
      blank = blank.and(cell.isNull().or(cell.isin(marks)));
    }
    return text.isNull().and(blank).or(coalesce(text.isin(marks), lit(false)));
  }
}
