package org.cityeval.functions;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class NumberedSubjectsTest {
  /** What each part holds, subject after subject. */
  private static List<String> told(NumberedSubjects subjects, Dataset<Row> gathered) {
    return gathered
        .mapPartitions(
            (MapPartitionsFunction<Row, String>)
                part -> List.of(inOrder(subjects, part)).iterator(),
            Encoders.STRING())
        .collectAsList();
  }

  private static String inOrder(NumberedSubjects subjects, Iterator<Row> part) {
    List<String> told = new ArrayList<>();
    subjects
        .each(part)
        .forEachRemaining(
            subject ->
                told.add(
                    subject.group()
                        + "/"
                        + subject.id()
                        + subject.rows().stream()
                            .map(row -> row.<Integer>getAs("n") + row.<String>getAs("text"))
                            .sorted()
                            .collect(Collectors.joining("+", "[", "]"))));
    return String.join(" ", told);
  }

  /**
   * In group s two rows are told of A and none of B, in group t one of another A. Z, another group
   * and what has no id are no subjects.
   */
  @Test
  void eachSubjectHasItsRowsAndNoOtherHas(SparkSession spark) {
    NumberedSubjects subjects =
        new NumberedSubjects(Map.of("s", List.of("A", "B"), "t", List.of("A")));
    Dataset<Row> rows =
        spark.sql(
            "select * from values (1, 's', 'A', null), (2, 's', 'A', 'two'), (3, 't', 'A', 'three'),"
                + " (4, 's', 'Z', 'four'), (5, 'u', 'A', 'five'), (6, 's', null, 'six'),"
                + " (7, null, 'A', 'seven') as t(n, source, id, text)");

    assertThat(
            told(subjects, subjects.gather(rows, col("source"), col("id"), col("n"), col("text")))
                .stream()
                .flatMap(part -> List.of(part.split(" ")).stream())
                .filter(subject -> !subject.isEmpty()))
        .containsExactlyInAnyOrder("s/A[1null+2two]", "s/B[]", "t/A[3three]");
  }

  /** 40 districts of 7 cities: a city is in one part, its districts in the order of the list. */
  @Test
  void subjectsOfAGroupAreTogetherInTheirOrder(SparkSession spark) {
    Map<String, List<String>> byCity = new LinkedHashMap<>();
    List<Row> told = new ArrayList<>();
    for (int district = 39; district >= 0; district--) {
      byCity.computeIfAbsent("c" + district % 7, city -> new ArrayList<>()).add("d" + district);
    }
    for (int district = 0; district < 40; district++) {
      told.add(RowFactory.create("d" + district, "c" + district % 7, district, ""));
    }
    NumberedSubjects subjects = new NumberedSubjects(byCity);
    Dataset<Row> rows =
        spark
            .createDataFrame(told, StructType.fromDDL("id string, city string, n int, text string"))
            .repartition(5);

    List<String> parts =
        told(subjects, subjects.gatherGroups(rows, col("city"), col("id"), col("n"), col("text")));

    String all = " " + String.join(" ", parts) + " ";
    assertThat(all.split(" ")).hasSize(1 + 40);
    assertThat(all)
        .contains(" c0/d35[35] c0/d28[28] c0/d21[21] c0/d14[14] c0/d7[7] c0/d0[0] ")
        .contains(" c4/d39[39] c4/d32[32] c4/d25[25] c4/d18[18] c4/d11[11] c4/d4[4] ")
        .contains(" c6/d34[34] c6/d27[27] c6/d20[20] c6/d13[13] c6/d6[6] ");
  }
}
