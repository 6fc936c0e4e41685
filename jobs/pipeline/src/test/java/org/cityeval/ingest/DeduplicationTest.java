package org.cityeval.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class DeduplicationTest {
  /** Source, position, district, column, day, vintage and value of each record. */
  private static List<String> judged(SparkSession spark, String records) {
    return Deduplication.judge(
            spark.sql(
                "select s source_id, p position, 'new_cases' measure, d district_id, c column,"
                    + " date(day) date, date(a) as_of, v value, string(v) value_text,"
                    + " 'none' reason_code, string(null) reason, string(null) record"
                    + " from values "
                    + records
                    + " as t(s, p, d, c, day, a, v)"))
        .selectExpr("position", "reason_code", "reason", "record is not null")
        .orderBy("position")
        .collectAsList()
        .stream()
        .map(row -> row.mkString("|"))
        .toList();
  }

  @Test
  void ofRecordsThatSayTheSameTheFirstBySourceAndPositionStands(SparkSession spark) {
    assertThat(
            judged(
                spark,
                "('b', 'p1', 'A', null, '2020-03-01', null, 5D),"
                    + " ('a', 'p3', 'A', null, '2020-03-01', null, 5D),"
                    + " ('a', 'p2', 'A', null, '2020-03-01', null, 5D)"))
        .containsExactly(
            "p1|identical_duplicate|null|false",
            "p2|none|null|false",
            "p3|identical_duplicate|null|false");
  }

  @Test
  void ofRecordsThatDifferNoneIsBelieved(SparkSession spark) {
    String told =
        "conflicting_duplicate|"
            + Reason.CONFLICTING_DUPLICATE.sentence()
            + ": 5.0 to 7.0 in 3 records|true";

    assertThat(
            judged(
                spark,
                "('a', 'p1', 'A', null, '2020-03-01', null, 5D),"
                    + " ('a', 'p2', 'A', null, '2020-03-01', null, 7D),"
                    + " ('b', 'p3', 'A', null, '2020-03-01', null, 5D)"))
        .containsExactly("p1|" + told, "p2|" + told, "p3|" + told);
  }

  /** Each differs from the first in one thing. */
  @Test
  void anotherDistrictColumnDayOrVintageIsAnotherRecord(SparkSession spark) {
    assertThat(
            judged(
                spark,
                "('a', 'p1', 'A', 'men', '2020-03-01', '2020-04-01', 1D),"
                    + " ('a', 'p2', 'B', 'men', '2020-03-01', '2020-04-01', 2D),"
                    + " ('a', 'p3', 'A', 'women', '2020-03-01', '2020-04-01', 3D),"
                    + " ('a', 'p4', 'A', 'men', '2020-03-02', '2020-04-01', 4D),"
                    + " ('a', 'p5', 'A', 'men', '2020-03-01', '2020-04-02', 5D)"))
        .hasSize(5)
        .allMatch(record -> record.endsWith("|none|null|false"));
  }
}
