package org.cityeval.functions;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class RowsOfSubjectsTest {
  /** Of A two rows are told and of B none; Z and a null are no subjects. */
  @Test
  void eachSubjectHasItsRowsAndNoOtherHas(SparkSession spark) {
    Dataset<Row> subjects =
        spark.sql("select * from values ('A', 1.5, 'x'), ('B', null, 'y') as t(id, size, name)");
    Dataset<Row> rows =
        spark.sql(
            "select * from values (1, 'A', null), (2, 'A', 'two'), (3, 'Z', 'three'),"
                + " (4, null, 'four') as t(n, id, text)");

    Dataset<Row> collected =
        RowsOfSubjects.collect(subjects, rows, struct(col("n"), col("text")), "told", "id");

    assertThat(collected.columns()).containsExactly("id", "size", "name", "told");
    assertThat(
            collected
                .selectExpr("id", "size", "name", "to_json(array_sort(told))")
                .collectAsList()
                .stream()
                .map(Row::toString))
        .containsExactlyInAnyOrder(
            "[A,1.5,x,[{\"n\":1},{\"n\":2,\"text\":\"two\"}]]", "[B,null,y,[]]");
  }

  @Test
  void aKeyMayBeOfSeveralColumnsAndAllThatASubjectHas(SparkSession spark) {
    Dataset<Row> subjects =
        spark.sql("select * from values ('s', 'A'), ('t', 'A') as t(source, id)");
    Dataset<Row> rows =
        spark.sql("select * from values ('s', 'A', 1), ('t', 'B', 2) as t(source, id, n)");

    assertThat(
            RowsOfSubjects.collect(subjects, rows, col("n"), "told", "source", "id")
                .selectExpr("source", "id", "size(told)")
                .collectAsList()
                .stream()
                .map(Row::toString))
        .containsExactlyInAnyOrder("[s,A,1]", "[t,A,0]");
  }
}
