package org.cityeval.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.MEASURE;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was known on 1 April beside what was known on 1 May; cases were published on 20 April. */
@ExtendWith(SparkExtension.class)
class RevisionsTest {
  private static final String OBSERVATION =
      """
      ('new_cases', 'A', '2020-03-01', '2020-03-31', 's1', 5, true, true),
      ('new_cases', 'A', '2020-03-01', '2020-04-20', 's1', 8, false, true),
      ('new_cases', 'A', '2020-03-02', '2020-03-31', 's1', 6, true, true),
      ('new_cases', 'A', '2020-03-02', '2020-04-20', 's1', 6, false, true),
      ('new_cases', 'A', '2020-03-03', '2020-03-31', 's1', 7, true, true),
      ('new_cases', 'A', '2020-03-04', '2020-04-20', 's2', 9, false, true),
      ('new_cases', 'B', '2020-03-01', '2020-03-30', 's1', 1, true, false),
      ('new_cases', 'B', '2020-03-02', '2020-03-30', 's1', 1, true, true),
      ('new_cases', 'B', '2020-03-02', '2020-04-20', 's1', 2, false, true),
      ('new_cases', 'C', '2020-03-01', '2020-06-01', 's1', 4, false, false),
      ('trips', 'A', '2020-03-01', '2020-03-31', 's3', 3, true, true)""";

  private static Dataset<Row> revisions(SparkSession spark) {
    return new Revisions(
            LocalDate.of(2020, 4, 1),
            Map.of("new_cases", LocalDate.of(2020, 4, 20), "trips", LocalDate.of(2020, 3, 31)))
        .compare(
            spark.sql(
                "select measure, district_id, date(date) as date, date(as_of) as as_of, source_id,"
                    + " double(value) as value, known_a, known_b from values "
                    + OBSERVATION
                    + " as t(measure, district_id, date, as_of, source_id, value, known_a, known_b)"));
  }

  private static List<String> told(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(Row::toString).toList();
  }

  /**
   * Of 3 March the publication of 20 April says nothing any more; trips were not published anew.
   */
  @Test
  void whatBecameOfEachValueIsTold(SparkSession spark) {
    assertThat(
            told(
                revisions(spark)
                    .selectExpr("measure", "district_id", "day(date)", "outcome", "change")
                    .orderBy(MEASURE.col(), DISTRICT_ID.col(), DATE.col())))
        .containsExactly(
            "[new_cases,A,1,CHANGED,3.0]",
            "[new_cases,A,2,EQUAL,null]",
            "[new_cases,A,3,WITHDRAWN,null]",
            "[new_cases,A,4,ADDED,null]",
            "[new_cases,B,1,WITHDRAWN,null]",
            "[new_cases,B,2,CHANGED,1.0]",
            "[trips,A,1,EQUAL,null]");
  }

  /** Changes of 3 and 1: the largest is 3, the median 2, and one is larger than 2. */
  @Test
  void aMeasureIsCounted(SparkSession spark) {
    Row cases = Revisions.counts(revisions(spark), 2).head();

    assertThat(cases.<String>getAs("sources")).isEqualTo("s1 s2");
    assertThat(
            List.of("known_a", "known_b", "in_both", "equal", "changed", "added", "withdrawn")
                .stream()
                .map(name -> name + " " + cases.getAs(name)))
        .containsExactly(
            "known_a 5",
            "known_b 5",
            "in_both 3",
            "equal 1",
            "changed 2",
            "added 1",
            "withdrawn 2");
    assertThat(cases.<Double>getAs("largest_change")).isEqualTo(3);
    assertThat(cases.<Double>getAs("median_change")).isEqualTo(2);
    assertThat(cases.<Long>getAs("changed_more")).isEqualTo(1);
    assertThat(cases.<Integer>getAs("changed_days")).isEqualTo(2);
    assertThat(cases.<Integer>getAs("changed_districts")).isEqualTo(2);
  }

  @Test
  void theLargestChangesComeFirstAndNoMoreThanAsked(SparkSession spark) {
    assertThat(told(Revisions.largest(revisions(spark), 5)))
        .containsExactly(
            "[new_cases,1,A,2020-03-01,5.0,8.0,2020-03-31,2020-04-20]",
            "[new_cases,2,B,2020-03-02,1.0,2.0,2020-03-30,2020-04-20]");
    assertThat(told(Revisions.largest(revisions(spark), 1))).hasSize(1);
  }
}
