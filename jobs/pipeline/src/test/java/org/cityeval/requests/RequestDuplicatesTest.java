package org.cityeval.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class RequestDuplicatesTest {
  /** Register, position, id, vintage and text of each record. */
  private static List<String> judged(SparkSession spark, String records) {
    return RequestDuplicates.judge(
            spark.sql(
                "select s source_id, p position, i request_id, date(a) as_of, t value_text,"
                    + " 'none' reason_code, string(null) reason, string(null) record from values "
                    + records
                    + " as t(s, p, i, a, t)"),
            Map.of("calls", LocalDate.of(2020, 4, 5)))
        .selectExpr("position", "as_of", "reason_code", "reason", "record")
        .orderBy("position")
        .collectAsList()
        .stream()
        .map(row -> row.mkString("|"))
        .toList();
  }

  /** p1 names no day; its register is of the 5th. */
  @Test
  void ofSeveralVintagesTheNewestCounts(SparkSession spark) {
    assertThat(
            judged(
                spark,
                "('calls', 'p1', '7', null, 'open'), ('calls', 'p2', '7', '2020-04-06', 'closed'),"
                    + " ('calls', 'p3', '7', '2020-04-01', 'open')"))
        .containsExactly(
            "p1|2020-04-05|superseded|null|null",
            "p2|2020-04-06|none|null|null",
            "p3|2020-04-01|superseded|null|null");
  }

  @Test
  void ofOneVintageTheFirstStandsWhereAllSayTheSame(SparkSession spark) {
    assertThat(
            judged(
                spark,
                "('calls', 'p2', '7', null, 'open'), ('calls', 'p1', '7', null, 'open'),"
                    + " ('calls', 'p3', '8', null, 'open'), ('mail', 'p4', '7', null, 'shut')"))
        .containsExactly(
            "p1|2020-04-05|none|null|null",
            "p2|2020-04-05|identical_duplicate|null|null",
            "p3|2020-04-05|none|null|null",
            "p4|null|none|null|null");
  }

  /** What an older vintage said twice matters no more. */
  @Test
  void whereTheNewestDiffersNoneIsBelieved(SparkSession spark) {
    String told =
        "conflicting_duplicate|Records say different things of the same request: 7 in 2 records|";

    assertThat(
            judged(
                spark,
                "('calls', 'p1', '7', null, 'open'), ('calls', 'p2', '7', null, 'shut'),"
                    + " ('calls', 'p3', '7', '2020-04-01', 'a'),"
                    + " ('calls', 'p4', '7', '2020-04-01', 'b')"))
        .containsExactly(
            "p1|2020-04-05|" + told + "open",
            "p2|2020-04-05|" + told + "shut",
            "p3|2020-04-01|superseded|null|null",
            "p4|2020-04-01|superseded|null|null");
  }
}
