package org.cityeval.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.job.ingest.TinyIngest.PUBLISHED;
import static org.cityeval.job.ingest.TinyIngest.tally;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.ingest.ContentHash;
import org.cityeval.ingest.FileTally;
import org.cityeval.ingest.ReadPlan;
import org.cityeval.ingest.RegionRecords;
import org.cityeval.place.District;
import org.cityeval.table.silver.ObservationTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyDistricts;
import org.cityeval.testing.TinyLake;
import org.cityeval.testing.Written;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Cases of two files, a of the first two days and b of the third; records are made by hand. */
@ExtendWith(SparkExtension.class)
class ObservationCommitTest {
  private static final LocalDate EARLIER = LocalDate.of(2020, 4, 1);
  private static final FileTally OF_A = tally("a.csv", PUBLISHED, 1, "2020-03-01", "2020-03-02");
  private static final FileTally OF_B = tally("b.csv", PUBLISHED, 1, "2020-03-03", "2020-03-03");

  private static final String SHOWN =
      "concat_ws(' ', source_id, as_of, date, district_id, value, source_version)";

  private final SparkSession spark;
  @TempDir private Path folder;
  private TinyLake lake;

  ObservationCommitTest(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeEach
  void divideTheCases() {
    lake =
        TinyLake.in(folder)
            .write("cases/a.csv", "day,district,new_cases\n")
            .write("cases/b.csv", "day,district,new_cases\n")
            .configure("path: cases.csv", "path: cases");
  }

  private ReadFiles<SourceReading> read(SourceReading reading, FileTally... tallies) {
    return ReadFiles.planned(reading)
        .found(new Reading.Opened(spark.emptyDataFrame(), Map.of(), 1), List.of(tallies));
  }

  /** File a is read; b is as an earlier run found it. */
  private ReadFiles<SourceReading> readA(TinyIngest ingest) {
    ReadPlan.Known b = TinyIngest.known(ingest.source("cases"), OF_B);
    return read(ingest.source("cases", b), OF_A);
  }

  /** Source, measure, district, day, vintage, value, reason and records behind. */
  private Dataset<Row> judged(String rows) {
    return spark.sql(
        "select s source_id, m measure, 'tiny' city_id, d district_id, date(day) date,"
            + " date(a) as_of, v value, r reason_code, n records, false mended,"
            + " string(null) joined from values "
            + rows
            + " as t(s, m, d, day, a, v, r, n)");
  }

  private static String cases(String district, String day, int value, String reason, int records) {
    return "('tiny/cases', 'new_cases', '%s', '%s', '%s', %dD, '%s', %dL)"
        .formatted(district, day, PUBLISHED, value, reason, records);
  }

  private static long commit(
      TinyIngest ingest, Dataset<Row> judged, List<ReadFiles<SourceReading>> files) {
    RegionRecords regions = new RegionRecords(ingest.run().config(), ingest.districts());
    return new ObservationCommit(ingest.run(), files, regions).write(judged);
  }

  private static TableRow before(String source, LocalDate day, LocalDate asOf, double value) {
    return new TableRow(ObservationTable.SPEC)
        .set(Keys.CITY_ID, "tiny")
        .set(Keys.DISTRICT_ID, "A")
        .set(Keys.DATE, day)
        .set(Keys.MEASURE, source.equals("cases") ? "new_cases" : "mobility_distance_change")
        .set(Keys.AS_OF, asOf)
        .set(Keys.SOURCE_ID, "tiny/" + source)
        .set(ObservationTable.SOURCE_VERSION, "before")
        .set(ObservationTable.VALUE, value)
        .set(ObservationTable.RECORDS, 1L);
  }

  /** What stood: three days of cases, the first of them of an earlier day too, and mobility. */
  private static void stood(TinyIngest ingest) {
    LocalDate first = TinyLake.FIRST_DAY;
    Written.to(
        ingest.run().warehouse().stored(),
        ObservationTable.SPEC,
        before("cases", first, PUBLISHED, 1),
        before("cases", first.plusDays(1), PUBLISHED, 2),
        before("cases", first.plusDays(2), PUBLISHED, 3),
        before("cases", first, EARLIER, 4),
        before("mobility", first, PUBLISHED, 5));
  }

  private static List<String> rows(TinyIngest ingest, String... columns) {
    return ingest
        .run()
        .warehouse()
        .read(ObservationTable.SPEC)
        .selectExpr(columns)
        .collectAsList()
        .stream()
        .map(Row::mkString)
        .sorted()
        .toList();
  }

  private static String version(long records, long sum, long xor) {
    return new ContentHash(records, BigDecimal.valueOf(sum), xor).version();
  }

  /** The version is that of both files: two records, of which the hashes are 1 and 1. */
  @Test
  void onlyTheDaysOfTheFilesReadAreReplacedAndTheOthersGetTheVersionOfNow() {
    TinyIngest ingest = TinyIngest.of(lake, spark);
    stood(ingest);

    long behind =
        commit(ingest, judged(cases("A", "2020-03-01", 10, "none", 7)), List.of(readA(ingest)));

    String now = version(2, 2, 0);
    assertThat(rows(ingest, SHOWN))
        .containsExactly(
            "tiny/cases 2020-04-01 2020-03-01 A 4.0 before",
            "tiny/cases 2020-04-10 2020-03-01 A 10.0 " + now,
            "tiny/cases 2020-04-10 2020-03-03 A 3.0 " + now,
            "tiny/mobility 2020-04-10 2020-03-01 A 5.0 before");
    // What was carried over is not counted: it was not read.
    assertThat(behind).isEqualTo(7);
  }

  @Test
  void whereAllFilesAreReadNothingOfThePublicationIsCarriedOver() {
    TinyIngest ingest = TinyIngest.of(lake, spark);
    stood(ingest);

    long behind =
        commit(
            ingest,
            judged(
                cases("A", "2020-03-02", 20, "none", 1)
                    + ","
                    + cases("B", "2020-03-02", 30, "none", 2)
                    + ","
                    + cases("C", "2020-03-02", 40, "conflicting_duplicate", 4)),
            List.of(read(ingest.source("cases"), OF_A, OF_B)));

    assertThat(rows(ingest, "concat_ws(' ', source_id, as_of, date, district_id, value)"))
        .containsExactly(
            "tiny/cases 2020-04-01 2020-03-01 A 4.0",
            "tiny/cases 2020-04-10 2020-03-02 A 20.0",
            "tiny/cases 2020-04-10 2020-03-02 B 30.0",
            "tiny/mobility 2020-04-10 2020-03-01 A 5.0");
    assertThat(behind).isEqualTo(3);
  }

  @Test
  void whereNoGoodDayWasReadNothingIsWritten() {
    TinyIngest ingest = TinyIngest.of(lake, spark);
    Dataset<Row> none = judged(cases("A", "2020-03-01", 1, "no_value", 1));

    assertThat(commit(ingest, none, List.of(read(ingest.source("cases"))))).isZero();
    assertThat(commit(ingest, none, List.of())).isZero();
    assertThat(ingest.run().warehouse().exists(ObservationTable.SPEC)).isFalse();
  }

  /** Cases in part, mobility whole; the records of mobility name no day of publication. */
  @Test
  void severalSourcesAreWrittenInOneCommitEachOnItsOwnTerms() {
    TinyIngest ingest = TinyIngest.of(lake, spark);
    stood(ingest);
    long version = ingest.run().warehouse().version(ObservationTable.SPEC);
    ReadFiles<SourceReading> mobility =
        read(
            ingest.source("mobility"),
            tally("mobility.csv", PUBLISHED, 2, "2020-03-01", "2020-03-09"));

    long behind =
        commit(
            ingest,
            judged(
                cases("B", "2020-03-02", 20, "none", 1)
                    + ", ('tiny/mobility', 'mobility_distance_change', 'C', '2020-03-09', null,"
                    + " 90D, 'none', 5L)"),
            List.of(mobility, readA(ingest)));

    assertThat(rows(ingest, SHOWN))
        .containsExactly(
            "tiny/cases 2020-04-01 2020-03-01 A 4.0 before",
            "tiny/cases 2020-04-10 2020-03-02 B 20.0 " + version(2, 2, 0),
            "tiny/cases 2020-04-10 2020-03-03 A 3.0 " + version(2, 2, 0),
            "tiny/mobility 2020-04-10 2020-03-09 C 90.0 " + version(2, 2, 2));
    assertThat(behind).isEqualTo(6);
    assertThat(ingest.run().warehouse().version(ObservationTable.SPEC)).isEqualTo(version + 1);
  }

  /** Two districts of the north, one of the south: a record of each. */
  @Test
  void aRecordOfARegionIsBehindEachOfItsDistrictsAndCountsOnce() {
    lake.configure("population: residents", "population: residents\n    regions: {part: part}")
        .configure("path: mobility.csv", "path: mobility.csv\n    region: part");
    List<District> districts =
        List.of(
            TinyDistricts.inPart("A", "north"),
            TinyDistricts.inPart("B", "north"),
            TinyDistricts.inPart("C", "south"));
    TinyIngest ingest = TinyIngest.of(lake.begin(spark), districts);

    long behind =
        commit(
            ingest,
            judged(mobility("north", 8) + "," + mobility("south", 9)),
            List.of(
                read(
                    ingest.source("mobility"),
                    tally("mobility.csv", PUBLISHED, 2, "2020-03-01", "2020-03-01"))));

    assertThat(rows(ingest, "concat_ws(' ', district_id, value, flags)"))
        .containsExactly("A 8.0 region_part", "B 8.0 region_part", "C 9.0 region_part");
    assertThat(behind).isEqualTo(2);
  }

  private static String mobility(String region, int value) {
    return "('tiny/mobility', 'mobility_distance_change', '%s', '2020-03-01', null, %dD, 'none', 1L)"
        .formatted(region, value);
  }

  /** Of two publications each has the version of its own records. */
  @Test
  void aVersionIsThatOfThePublication() {
    TinyIngest ingest = TinyIngest.of(lake, spark);

    commit(
        ingest,
        judged(
            cases("A", "2020-03-01", 8, "none", 1)
                + ", ('tiny/cases', 'new_cases', 'A', '2020-03-03', '2020-04-01', 9D, 'none', 1L)"),
        List.of(
            read(
                ingest.source("cases"),
                OF_A,
                tally("b.csv", EARLIER, 4, "2020-03-03", "2020-03-03"))));

    assertThat(rows(ingest, SHOWN))
        .containsExactly(
            "tiny/cases 2020-04-01 2020-03-03 A 9.0 " + version(4, 4, 4),
            "tiny/cases 2020-04-10 2020-03-01 A 8.0 " + version(1, 1, 1));
  }
}
