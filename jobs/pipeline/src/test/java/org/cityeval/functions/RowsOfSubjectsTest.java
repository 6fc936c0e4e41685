package org.cityeval.functions;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.spark_partition_id;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
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

  /** Districts of one city are in one partition; rows of others are left out. */
  @Test
  void subjectsThatShareAValueAreTogether(SparkSession spark) {
    List<Row> told = new ArrayList<>();
    List<Row> known = new ArrayList<>();
    for (int district = 0; district < 40; district++) {
      String city = "city " + district % 7;
      known.add(RowFactory.create("d" + district, city));
      told.add(RowFactory.create("d" + district, city, district));
      told.add(RowFactory.create("other " + district, city, district));
    }
    StructType subjects = StructType.fromDDL("id string, city string");

    Dataset<Row> collected =
        RowsOfSubjects.collectTogether(
            "city",
            spark.createDataFrame(known, subjects),
            spark.createDataFrame(told, subjects.add("n", DataTypes.IntegerType)),
            col("n"),
            "told",
            "id");

    assertThat(collected.columns()).containsExactly("city", "id", "told");
    assertThat(
            collected
                .withColumn("part", spark_partition_id())
                .groupBy("city")
                .agg(
                    count_distinct(col("part")).as("parts"),
                    sum(size(col("told"))).as("told"),
                    count(lit(1)).as("districts"))
                .orderBy("city")
                .collectAsList()
                .stream()
                .map(Row::toString))
        .containsExactly(
            "[city 0,1,6,6]",
            "[city 1,1,6,6]",
            "[city 2,1,6,6]",
            "[city 3,1,6,6]",
            "[city 4,1,6,6]",
            "[city 5,1,5,5]",
            "[city 6,1,5,5]");
  }
}
