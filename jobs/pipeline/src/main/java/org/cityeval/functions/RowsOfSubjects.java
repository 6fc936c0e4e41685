package org.cityeval.functions;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;

/** All rows of each of some subjects, in one place; also of those that have none. */
public final class RowsOfSubjects {
  private static final String IS_SUBJECT = "_is_subject";

  private RowsOfSubjects() {}

  /**
   * One row a subject, with an array of what the rows hold of it, in no order. Rows of others are
   * left out. All are shared out by subject once; a join would first collect the arrays, to hand
   * each task all of them.
   *
   * @param subjects with the columns of the key, which name each once, and perhaps others
   * @param rows with the columns of the key
   * @param held what is collected of a row, never null
   * @param as name of the array
   */
  public static Dataset<Row> collect(
      Dataset<Row> subjects, Dataset<Row> rows, Column held, String as, String... key) {
    List<Column> marks = new ArrayList<>();
    List<Column> told = new ArrayList<>();
    List<Column> kept = new ArrayList<>();
    for (String column : subjects.columns()) {
      DataType type = subjects.schema().apply(column).dataType();
      boolean isKey = Arrays.asList(key).contains(column);
      marks.add(col(column));
      told.add(isKey ? col(column) : lit(null).cast(type).as(column));
      if (!isKey) {
        kept.add(first(column, true).as(column));
      }
    }
    told.add(held.as(as));
    told.add(lit(null).cast("boolean").as(IS_SUBJECT));
    Dataset<Row> ofRows = rows.select(told.toArray(Column[]::new));
    marks.add(lit(null).cast(ofRows.schema().apply(as).dataType()).as(as));
    marks.add(lit(true).as(IS_SUBJECT));
    kept.add(collect_list(as).as(as));
    kept.add(count(IS_SUBJECT).as(IS_SUBJECT));
    return ofRows
        .union(subjects.select(marks.toArray(Column[]::new)))
        .groupBy(Arrays.stream(key).map(name -> col(name)).toArray(Column[]::new))
        .agg(kept.get(0), kept.subList(1, kept.size()).toArray(Column[]::new))
        .where(col(IS_SUBJECT).gt(0))
        .drop(IS_SUBJECT);
  }
}
