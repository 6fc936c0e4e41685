package org.cityeval.revision;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SparkExtension.class)
class BesideTest {
  @Test
  void aRowIsKnownWithinAPublicationByItsKeyWithoutThePublications() {
    assertThat(Beside.keys(RankIntervalTable.SPEC))
        .doesNotContain("evaluation_id", "as_of")
        .contains("comparison_group", "district_id", "period_id", "weighting");
  }

  private static Dataset<Row> ranks(SparkSession spark, String rows) {
    return spark.sql(
        "select 'c' as city_id, 'g' as comparison_group, 'district' as level, 'span' as period_id,"
            + " 'e' as weighting, * from values "
            + rows
            + " as t(district_id, rank)");
  }

  @Test
  void whatOneSideLacksIsNullThere(SparkSession spark) {
    List<Row> rows =
        Beside.join(
                RankIntervalTable.SPEC,
                ranks(spark, "('A', 1), ('B', 2)"),
                ranks(spark, "('B', 3), ('C', 4)"),
                List.of(RankIntervalTable.RANK.col()))
            .select("district_id", "a.rank", "b.rank", "a", "b")
            .orderBy(DISTRICT_ID.col())
            .collectAsList();

    assertThat(rows)
        .extracting(row -> row.get(0) + " " + row.get(1) + " " + row.get(2))
        .containsExactly("A 1 null", "B 2 3", "C null 4");
    assertThat(rows.get(0).isNullAt(4)).isTrue();
    assertThat(rows.get(2).isNullAt(3)).isTrue();
  }

  private static final TableColumn<Double> VALUE = TableColumn.number("v", "A value.");
  private static final TableColumn<Double> LOW = TableColumn.number("low", "Its lower end.");
  private static final TableColumn<Double> HIGH = TableColumn.number("high", "Its upper end.");

  /** Value, low and high of a and of b, as SQL. */
  private static Dataset<Row> pair(SparkSession spark, String a, String b) {
    return spark.sql(
        "select named_struct('v', a.v, 'low', a.low, 'high', a.high) as a,"
            + " named_struct('v', b.v, 'low', b.low, 'high', b.high) as b from (select * from values ("
            + a
            + ") as t(v, low, high)) a cross join (select * from values ("
            + b
            + ") as t(v, low, high)) b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "5, 4, 6 | 6, 5, 7 | true",
        "5, 4, 6 | 6.1, 5, 7 | false",
        "5, 4, 6 | 4.5, 4.2, 4.8 | false",
        // An open end holds whatever lies beyond.
        "5, 4, double(null) | 900, 3, double(null) | true",
        "5, double(null), double(null) | 6, 5, 7 | null",
        "5, 4, 6 | double(null), 5, 7 | null"
      })
  void estimatesAgreeWhereEachLiesInTheOthersInterval(
      String a, String b, Boolean expected, SparkSession spark) {
    assertThat(pair(spark, a, b).select(Beside.within(VALUE, LOW, HIGH)).head().get(0))
        .isEqualTo(expected);
  }

  @Test
  void nullDiffersFromAnythingButNull(SparkSession spark) {
    Dataset<Row> rows = pair(spark, "5, int(null), int(null)", "5, int(null), 6");
    Row row = rows.select(Beside.differs(VALUE), Beside.differs(LOW), Beside.differs(HIGH)).head();

    assertThat(row).hasToString("[false,false,true]");
  }

  @Test
  void movesAreTalliedByTheirText(SparkSession spark) {
    Dataset<Row> rows =
        spark.sql(
            "select named_struct('s', x) as a, named_struct('s', y) as b, x != y as moved from values"
                + " ('ok', 'censored'), ('ok', 'ok'), ('censored', 'ok'), ('ok', 'censored')"
                + " as t(x, y)");

    assertThat(rows.agg(Beside.tally(Beside.move(col("moved"), "s"))).head().getString(0))
        .isEqualTo("censored > ok 1, ok > censored 2");
    assertThat(
            rows.where("not moved")
                .agg(Beside.tally(Beside.move(col("moved"), "s")))
                .head()
                .getString(0))
        .isEmpty();
  }
}
