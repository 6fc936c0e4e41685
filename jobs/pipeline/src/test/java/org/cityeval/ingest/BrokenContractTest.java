package org.cityeval.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class BrokenContractTest {
  private final SparkSession spark;

  BrokenContractTest(SparkSession spark) {
    this.spark = spark;
  }

  private Dataset<Row> refused(String... rows) {
    return rows.length == 0
        ? spark.createDataFrame(List.<Row>of(), BrokenContract.REFUSED)
        : spark.sql(
            "select source_id, measure, district_id, date(first_day) first_day, date(last_day)"
                + " last_day, rule from values "
                + String.join(", ", rows)
                + " as t(source_id, measure, district_id, first_day, last_day, rule)");
  }

  /**
   * Records of five days of A and what may be confused with them; the second was refused before.
   */
  private List<String> marked(Dataset<Row> refused) {
    Dataset<Row> judged =
        spark.sql(
            """
            select s source_id, m measure, d district_id, date(day) date, value_text, reason_code,
              reason, record
            from values
              (1, 's', 'm', 'A', '2020-03-01', '1', 'none', null, null),
              (2, 's', 'm', 'A', '2020-03-02', 'x', 'unparsable_number', 'said: x', 'kept'),
              (3, 's', 'm', 'A', '2020-03-03', '3', 'none', null, null),
              (4, 's', 'm', 'A', '2020-03-04', '4', 'none', null, null),
              (5, 's', 'm', 'B', '2020-03-02', '5', 'none', null, null),
              (6, 's', 'n', 'A', '2020-03-02', '6', 'none', null, null),
              (7, 't', 'm', 'A', '2020-03-02', '7', 'none', null, null)
            as t(no, s, m, d, day, value_text, reason_code, reason, record)\
            """);
    Dataset<Row> marked = BrokenContract.mark(judged, refused);
    assertThat(marked.columns()).isEqualTo(judged.columns());
    return marked
        .orderBy("source_id", "measure", "district_id", "date")
        .select("value_text", "reason_code", "reason", "record")
        .collectAsList()
        .stream()
        .map(row -> row.mkString("|"))
        .toList();
  }

  private static String broken(String value, int day, String rule) {
    return value
        + "|broken_contract|A check of the source's contract refuses it: "
        + rule
        + "|{\"district_id\":\"A\",\"date\":\"2020-03-0"
        + day
        + "\",\"measure\":\"m\",\"value_text\":\""
        + value
        + "\"}";
  }

  /** From the first day to the last; what was refused before keeps its reason. */
  @Test
  void goodRecordsOfTheDaysAreRefusedWithTheRuleAndWhatTheySay() {
    assertThat(marked(refused("('s', 'm', 'A', '2020-03-02', '2020-03-03', 'jump')")))
        .containsExactly(
            "1|none|null|null",
            "x|unparsable_number|said: x|kept",
            broken("3", 3, "jump"),
            "4|none|null|null",
            "5|none|null|null",
            "6|none|null|null",
            "7|none|null|null");
  }

  /** Checks may name a day twice, of which the first by name is told. */
  @Test
  void aDayThatSeveralChecksNameIsRefusedOnce() {
    assertThat(
            marked(
                refused(
                    "('s', 'm', 'A', '2020-03-03', '2020-03-04', 'jump')",
                    "('s', 'm', 'A', '2020-03-01', '2020-03-03', 'frozen')",
                    "('s', 'm', 'A', '2020-03-03', '2020-03-03', 'frozen')")))
        .containsExactly(
            broken("1", 1, "frozen"),
            "x|unparsable_number|said: x|kept",
            broken("3", 3, "frozen"),
            broken("4", 4, "jump"),
            "5|none|null|null",
            "6|none|null|null",
            "7|none|null|null");
  }

  @Test
  void whereNoCheckRefusesAnythingRecordsStayAsTheyAre() {
    assertThat(marked(refused())).hasSize(7).noneMatch(row -> row.contains("broken_contract"));
  }
}
