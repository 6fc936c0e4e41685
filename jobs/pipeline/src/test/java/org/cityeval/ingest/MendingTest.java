package org.cityeval.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.lake.LakeFile;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows of a file, each with a count of cases and one of visits that is typed. */
@ExtendWith(SparkExtension.class)
class MendingTest {
  private static final List<LakeFile> PRESENT =
      List.of(
          new LakeFile("file:/lake/f.csv", "f.csv", 1, 1),
          new LakeFile("file:/lake/g.csv", "g.csv", 1, 1));

  private final SparkSession spark;

  MendingTest(SparkSession spark) {
    this.spark = spark;
  }

  /** Line, district, cases and visits. */
  private Dataset<Row> rows(String values) {
    return spark.sql(
        "select d as `the.district`, c cases, v visits, 'file:/lake/f.csv' _path, 'f.csv' _file,"
            + " l _line, string(null) _malformed, string(null) _raw from values "
            + values
            + " as t(l, d, c, v)");
  }

  /** A record of cases and one of visits each; cases are refused where they are no number. */
  private static Dataset<Row> mapped(Dataset<Row> rows) {
    return rows.selectExpr(
            "*",
            "explode(array(struct('cases' as m, cases as t),"
                + " struct('visits' as m, string(visits) as t))) as e")
        .selectExpr(
            "concat(_file, ':', _line, ' ', e.m) position",
            "e.m measure",
            "`the.district` district_id",
            "date'2020-03-01' date",
            "e.t value_text",
            "if(try_cast(e.t as double) is null, 'unparsable_number', 'none') reason_code",
            "if(try_cast(e.t as double) is null, 'no number', null) reason",
            "if(try_cast(e.t as double) is null,"
                + " to_json(struct(`the.district`, cases, visits)), null) record",
            "false mended",
            "concat(_path, coalesce(_malformed, ''), coalesce(_raw, '')) as `own.column`");
  }

  private static final String ROWS = "('2', 'A', 'x', 5), ('3', 'B', '6', 7)";

  private static String json(String district, String cases, int visits) {
    return "{\"the.district\":\"%s\",\"cases\":\"%s\",\"visits\":%d}"
        .formatted(district, cases, visits);
  }

  private static Mend mend(String position, String refused, String mended) {
    return new Mend("f.csv", position, refused, Optional.ofNullable(mended));
  }

  private List<String> mended(String rows, Mend... mends) {
    Dataset<Row> lake = rows(rows);
    Dataset<Row> records = mapped(lake);
    Dataset<Row> mended =
        new Mending(List.of(mends), PRESENT).apply(records, lake, MendingTest::mapped);
    assertThat(mended.columns()).isEqualTo(records.columns());
    return mended
        .selectExpr(
            "concat_ws(' ', position, district_id, value_text, reason_code, reason, record, mended)")
        .collectAsList()
        .stream()
        .map(Row::mkString)
        .sorted()
        .toList();
  }

  /** The other measure of the row was not refused: it stays as the lake says it. */
  @Test
  void theMendedRecordStandsInThePlaceOfTheRefusedOneAndOfNoOther() {
    assertThat(mended(ROWS, mend("f.csv:2 cases", json("A", "x", 5), json("A", "4", 99))))
        .containsExactly(
            "f.csv:2 cases A 4 none true",
            "f.csv:2 visits A 5 none false",
            "f.csv:3 cases B 6 none false",
            "f.csv:3 visits B 7 none false");
  }

  @Test
  void aMendedRecordStandsInTheFileOfTheOneItStandsFor() {
    Dataset<Row> lake = rows(ROWS);
    assertThat(
            new Mending(
                    List.of(mend("f.csv:2 cases", json("A", "x", 5), json("A", "4", 5))), PRESENT)
                .apply(mapped(lake), lake, MendingTest::mapped)
                .where("mended")
                .select("`own.column`")
                .collectAsList())
        .extracting(Row::mkString)
        .containsExactly("file:/lake/f.csv");
  }

  @Test
  void whatIsMendedIsJudgedAsAnyRecordIs() {
    assertThat(
            mended(
                "('2', 'A', 'x', 5)", mend("f.csv:2 cases", json("A", "x", 5), json("A", "y", 5))))
        .containsExactly(
            "f.csv:2 cases A y unparsable_number no number " + json("A", "y", 5) + " true",
            "f.csv:2 visits A 5 none false");
  }

  @Test
  void whereTheLakeSaysSomethingElseByNowTheLakeIsBelieved() {
    String refused = json("A", "x", 5);

    assertThat(mended("('2', 'A', '8', 5)", mend("f.csv:2 cases", refused, json("A", "4", 5))))
        .containsExactly("f.csv:2 cases A 8 none false", "f.csv:2 visits A 5 none false");
    assertThat(mended("('2', 'A', 'y', 5)", mend("f.csv:2 cases", refused, null)))
        .containsExactly(
            "f.csv:2 cases A y unparsable_number no number " + json("A", "y", 5) + " false",
            "f.csv:2 visits A 5 none false");
    assertThat(mended("('3', 'A', 'x', 5)", mend("f.csv:2 cases", refused, json("A", "4", 5))))
        .containsExactly(
            "f.csv:3 cases A x unparsable_number no number " + refused + " false",
            "f.csv:3 visits A 5 none false");
  }

  @Test
  void aWithdrawnRecordIsOutOfScopeAndNoLongerQuoted() {
    assertThat(mended(ROWS, mend("f.csv:2 cases", json("A", "x", 5), null)))
        .containsExactly(
            "f.csv:2 cases A x withdrawn false",
            "f.csv:2 visits A 5 none false",
            "f.csv:3 cases B 6 none false",
            "f.csv:3 visits B 7 none false");
  }

  /** A duplicate is refused with what the record tells; when it is read it is good still. */
  @Test
  void aRecordThatWasRefusedAsADuplicateIsKnownByWhatItTells() {
    String told =
        "{\"district_id\":\"B\",\"date\":\"2020-03-01\",\"measure\":\"cases\",\"value_text\":\"6\"}";

    assertThat(
            mended(
                ROWS,
                mend("f.csv:3 cases", told, json("B", "9", 0)),
                mend("f.csv:2 cases", json("A", "x", 5), null)))
        .containsExactly(
            "f.csv:2 cases A x withdrawn false",
            "f.csv:2 visits A 5 none false",
            "f.csv:3 cases B 9 none true",
            "f.csv:3 visits B 7 none false");
    assertThat(mended(ROWS, mend("f.csv:3 cases", told, null)))
        .contains("f.csv:3 cases B 6 withdrawn false");
  }
}
