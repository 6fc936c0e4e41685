package org.cityeval.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.lake.LakeSource;
import org.cityeval.place.DistrictList;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** District A has 100,000 residents. */
@ExtendWith(SparkExtension.class)
class SourceRecordsTest {
  @TempDir private Path folder;

  private final SparkSession spark;

  SourceRecordsTest(SparkSession spark) {
    this.spark = spark;
  }

  private TinyLake cases(String lines) {
    return TinyLake.in(folder).write("cases.csv", "day,district,new_cases,kept\n" + lines);
  }

  private Dataset<Row> records(TinyLake lake, String name) {
    EvaluationConfig config = ConfigLoader.load(lake.config(), Map.of(), List.of());
    SourceConfig source = config.sources().get(name);
    SourceRecords records =
        new SourceRecords(
            config.sourceId(name),
            source,
            new DistrictKeys(spark, config, DistrictList.read(spark, config.districts())));
    return records.judge(
        records.rows(LakeSource.read(spark, "sources." + name, source.location())));
  }

  private static List<String> shown(Dataset<Row> records, String... columns) {
    return records.selectExpr(columns).collectAsList().stream()
        .map(row -> row.mkString("|"))
        .toList();
  }

  private List<String> reasons(TinyLake lake) {
    return shown(records(lake, "cases"), "reason_code");
  }

  private static final String[] TOLD = {"reason_code", "reason"};

  @Test
  void aGoodRowIsOneRecordWithItsPlace() {
    assertThat(
            shown(
                records(cases("2020-03-01, A ,12,x\n"), "cases"),
                "source_id",
                "position",
                "city_id",
                "district_id",
                "date",
                "as_of",
                "value_text",
                "value",
                "reason_code",
                "record is null",
                "records",
                "mended",
                "columns"))
        .containsExactly(
            "tiny/cases|cases.csv:2 new_cases|tiny|A|2020-03-01|2020-04-10|12|12.0|none|true|1"
                + "|false|1");
  }

  /** Each row has one fault, in the order in which they are asked for. */
  @Test
  void eachFaultHasItsReasonAndSaysWhatWasFound() {
    TinyLake lake =
        cases(
                """
            2020-03-01,Z,1,x
            1.3.2020,A,1,x
            0001-01-01,A,1,x
            2020-03-01,A,,x
            2020-03-01,A,ten,x
            2020-03-01,A,-1,x
            2020-03-01,A,51,x
            2020-03-01,A,1.5,x
            """)
            .configure("kind: daily_count", "kind: daily_count, range: [0, 50]");

    assertThat(shown(records(lake, "cases"), TOLD))
        .containsExactly(
            "unknown_district|" + Reason.UNKNOWN_DISTRICT.sentence() + ": Z",
            "unparsable_date|" + Reason.UNPARSABLE_DATE.sentence(),
            "implausible_date|" + Reason.IMPLAUSIBLE_DATE.sentence() + ": 0001-01-01",
            "no_value|null",
            "unparsable_number|" + Reason.UNPARSABLE_NUMBER.sentence() + ": ten",
            "negative_count|" + Reason.NEGATIVE_COUNT.sentence() + ": -1",
            "out_of_range|" + Reason.OUT_OF_RANGE.sentence() + ": 51",
            "outside_domain|"
                + Reason.OUTSIDE_DOMAIN.sentence()
                + ": 1.5; new_cases is a whole number from 0 to the district's residents");
  }

  @Test
  void bothEndsOfARangeAreInItAndACountHasAtMostTheResidents() {
    TinyLake lake =
        cases("2020-03-01,A,2,x\n2020-03-01,A,9,x\n2020-03-01,A,100000,x\n2020-03-01,A,100001,x\n");

    assertThat(reasons(lake)).containsExactly("none", "none", "none", "outside_domain");
    lake.configure("kind: daily_count", "kind: daily_count, range: [2, 9]");
    assertThat(reasons(lake)).containsExactly("none", "none", "out_of_range", "out_of_range");
  }

  /** What multiplies or divides need not be whole. */
  @Test
  void anExpressionThatScalesMayGiveFractions() {
    TinyLake lake =
        cases("2020-03-01,A,3,x\n").configure("value: new_cases", "value: new_cases / 2");

    assertThat(shown(records(lake, "cases"), "value", "reason_code")).containsExactly("1.5|none");
  }

  @Test
  void rowsThatTheConfigLeavesOutAreFilteredWhateverElseTheyAre() {
    TinyLake lake =
        cases("2020-03-01,Z,x,no\n2020-03-01,A,1,yes\n2020-03-01,A,1,\n")
            .configure("path: cases.csv", "path: cases.csv\n    where: kept = 'yes'");

    assertThat(reasons(lake)).containsExactly("filtered", "none", "filtered");
  }

  @Test
  void marksOfTheConfigSayThatThereIsNoValue() {
    TinyLake lake =
        cases("2020-03-01,A,NA,x\n2020-03-01,A,n.a.,x\n")
            .configure("path: cases.csv", "path: cases.csv\n    missing: [NA]");

    assertThat(reasons(lake)).containsExactly("no_value", "unparsable_number");
  }

  @Test
  void whatIsExcludedSaysByWhichExclusion() {
    TinyLake lake =
        cases("2020-03-01,A,1,x\n2020-03-02,A,1,x\n")
            .configure(
                "path: cases.csv",
                "path: cases.csv\n    contract: {exclusions: [{districts: [A], to: 2020-03-01,"
                    + " reason: wrong door, owner: Ann}]}");

    assertThat(shown(records(lake, "cases"), "reason_code", "reason"))
        .containsExactly("excluded|0", "none|null");
  }

  @Test
  void aRefusedRecordKeepsTheCellsThatTheConfigUses() {
    assertThat(shown(records(cases("2020-03-01,Z,1,secret\n"), "cases"), "record"))
        .singleElement()
        .asString()
        .contains("\"district\":\"Z\"", "\"new_cases\":\"1\"")
        .doesNotContain("secret");
  }

  /** The notation is the file's; a number that is computed is written as programs write it. */
  @Test
  void numbersAreReadAsTheFileWritesThem() {
    TinyLake lake =
        cases("2020-03-01,A,\"1.234,0\",x\n")
            .configure(
                "path: cases.csv", "path: cases.csv\n    options: {thousands: '.', decimal: ','}");

    assertThat(shown(records(lake, "cases"), "value")).containsExactly("1234.0");
    lake.configure("value: new_cases", "value: length(district) + 0.5")
        .configure("new_cases: {value", "mobility_transit_change: {value")
        .configure("kind: daily_count", "kind: index");
    assertThat(shown(records(lake, "cases"), "value")).containsExactly("1.5");
  }

  @Test
  void daysAreColumnsOfOneKindOfWideFile() {
    TinyLake lake =
        TinyLake.in(folder).write("mobility.csv", "district,2020-03-01,2020-03-02\nA,97,x\n");

    assertThat(shown(records(lake, "mobility"), "position", "date", "value", "reason_code"))
        .containsExactly(
            "mobility.csv:2:2020-03-01 mobility_distance_change|2020-03-01|97.0|none",
            "mobility.csv:2:2020-03-02 mobility_distance_change|2020-03-02|null"
                + "|unparsable_number");
  }

  /** The men and women of A are added up later; B has one column. */
  @Test
  void districtsAreColumnsOfTheOtherEachWithItsMeasure() {
    TinyLake lake =
        TinyLake.in(folder)
            .write("wide.csv", "day,A_men,A_women,B_all\n2020-03-01,1,2,3\n")
            .configure(
                "path: cases.csv\n    shape: long\n    date: day\n    district: district\n",
                "path: wide.csv\n    shape: wide_districts\n    date: day\n"
                    + "    district_columns: {new_cases: {columns: {A_men: A, A_women: A,"
                    + " B_all: B}}}\n")
            .configure("{value: new_cases,", "{value: value,");

    assertThat(
            shown(records(lake, "cases"), "position", "district_id", "value", "column", "columns"))
        .containsExactly(
            "wide.csv:2:A_men new_cases|A|1.0|A_men|2",
            "wide.csv:2:A_women new_cases|A|2.0|A_women|2",
            "wide.csv:2:B_all new_cases|B|3.0|null|1");
  }

  /** However many measures a row has, nothing of it could be read. */
  @Test
  void aRowThatIsCutIsOneRecord() {
    TinyLake lake =
        cases("2020-03-01,A,1,x,too,many\n")
            .configure(
                "new_cases: {value: new_cases, kind: daily_count}",
                """
                new_cases: {value: new_cases, kind: daily_count}
                      mobility_transit_change: {value: kept, kind: index}""");

    assertThat(shown(records(lake, "cases"), "reason_code", "record"))
        .containsExactly("cell_count|2020-03-01,A,1,x,too,many");
  }

  @Test
  void aTimeIsTheDayItIsOn() {
    TinyLake lake =
        cases("2020-03-01 23:59:59,A,1,x\n")
            .configure(
                "date: day\n    district: district\n    as_of: 2020-04-10\n    measures:\n      new",
                """
                date: to_timestamp(day)
                    district: district
                    as_of: 2020-04-10
                    measures:
                      new""");

    assertThat(shown(records(lake, "cases"), "date", "reason_code"))
        .containsExactly("2020-03-01|none");
  }
}
