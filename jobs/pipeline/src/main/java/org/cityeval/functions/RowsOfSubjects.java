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

/** All rows of each of some subjects, in one place; also of those that have none. */
public final class RowsOfSubjects {
  private static final String IS_SUBJECT = "_is_subject";

  private RowsOfSubjects() {}

  /**
   * One row a subject, with an array of what the rows hold of it, in no order. Rows of others are
   * left out. One shuffle brings both together. A join would collect the arrays first, and send all
   * of them to each task.
   *
   * @param subjects with the columns of the key, which name each once, and perhaps others
   * @param rows with the columns of the key
   * @param held what is collected of a row, never null
   * @param as name of the array
   */
  public static Dataset<Row> collect(
      Dataset<Row> subjects, Dataset<Row> rows, Column held, String as, String... key) {
    return collected(both(subjects, rows, held, as, key), subjects, as, key);
  }

  /**
   * The same, with subjects that share a value in one partition.
   *
   * @param shared a column of subjects and rows, which each subject has one value of
   */
  public static Dataset<Row> collectTogether(
      String shared, Dataset<Row> subjects, Dataset<Row> rows, Column held, String as, String key) {
    return collected(
        both(subjects, rows, held, as, shared, key).repartition(col(shared)),
        subjects,
        as,
        shared,
        key);
  }

  private static Dataset<Row> both(
      Dataset<Row> subjects, Dataset<Row> rows, Column held, String as, String... key) {
    List<Column> ofRows = new ArrayList<>(columns(key));
    ofRows.add(held.as(as));
    return rows.select(ofRows.toArray(Column[]::new))
        .unionByName(subjects.withColumn(IS_SUBJECT, lit(true)), /* allowMissingColumns= */ true);
  }

  private static Dataset<Row> collected(
      Dataset<Row> both, Dataset<Row> subjects, String as, String... key) {
    List<Column> gathered = new ArrayList<>();
    for (String column : subjects.columns()) {
      if (!Arrays.asList(key).contains(column)) {
        gathered.add(first(column, true).as(column));
      }
    }
    gathered.add(collect_list(as).as(as));
    return both.groupBy(columns(key).toArray(Column[]::new))
        .agg(count(IS_SUBJECT).as(IS_SUBJECT), gathered.toArray(Column[]::new))
        .where(col(IS_SUBJECT).gt(0))
        .drop(IS_SUBJECT);
  }

  private static List<Column> columns(String... names) {
    return Arrays.stream(names).map(name -> col(name)).toList();
  }
}
