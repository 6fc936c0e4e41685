package org.cityeval.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.cityeval.ingest.DistrictKeys;
import org.cityeval.ingest.FileTallies;
import org.cityeval.place.District;
import org.cityeval.run.Check;
import org.cityeval.run.Run;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyDistricts;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The seam between ingest and contracts, on records made by hand. */
@ExtendWith(SparkExtension.class)
class ContractStepTest {
  private static final StructType RECORDS =
      StructType.fromDDL(
          "source_id string, file string, position string, measure string, city_id string, district_id string,"
              + " date date, as_of date, value_text string, value double, reason_code string,"
              + " reason string, record string");
  private static final LocalDate FIRST = LocalDate.of(2020, 3, 1);
  private static final LocalDate PUBLISHED = LocalDate.of(2020, 4, 10);
  private static final int DAYS = 31;

  private final SparkSession spark;
  @TempDir private Path folder;

  ContractStepTest(SparkSession spark) {
    this.spark = spark;
  }

  /** A and B tell the same number on each of 31 days; C differs from them on every seventh. */
  private Dataset<Row> records() {
    List<Row> rows = new ArrayList<>();
    for (String district : TinyLake.DISTRICTS) {
      for (int day = 0; day < DAYS; day++) {
        double value = 40 + day % 9 + (district.equals("C") && day % 7 == 0 ? 1 : 0);
        rows.add(
            RowFactory.create(
                "tiny/mobility",
                "mobility.csv",
                "mobility.csv:" + district + ":" + day,
                "mobility_distance_change",
                "tiny",
                district,
                FIRST.plusDays(day),
                PUBLISHED,
                String.valueOf(value),
                value,
                "none",
                null,
                null));
      }
    }
    return spark.createDataFrame(rows, RECORDS);
  }

  private ContractStep.Judged judged(Dataset<Row> records, Optional<LocalDate> knownOn) {
    return judged("mobility", lake(), records, knownOn);
  }

  private TinyLake lake() {
    return TinyLake.in(folder)
        .configure(
            "path: mobility.csv",
            "path: mobility.csv\n    contract: {quality: [{id: copies, type: custom,"
                + " implementation: identicalDays, mustBeLessThan: 20, severity: quarantine,"
                + " dimension: accuracy}]}");
  }

  private ContractStep.Judged judged(
      String source, TinyLake lake, Dataset<Row> records, Optional<LocalDate> knownOn) {
    Run run = lake.begin(spark, knownOn);
    List<District> districts = TinyDistricts.all();
    SourceReading reading =
        SourceReading.plan(
            run, source, List.of(), List.of(), new DistrictKeys(spark, run.config(), districts));
    ReadFiles<SourceReading> files =
        ReadFiles.planned(reading)
            .found(
                new Reading.Opened(records, Map.of(), 1),
                FileTallies.bySource(records).get("tiny/" + source));
    return new ContractStep(run, districts).judge(records, records, List.of(files));
  }

  @Test
  void aCopyIsFoundAndTheRecordsOfBothAreRefused() {
    ContractStep.Judged judged = judged(records(), Optional.empty());

    assertThat(judged.checks())
        .extracting(check -> check.subject().district(), Check::outcome, Check::observed)
        .containsExactly(
            tuple("A+B", Check.Outcome.FAILED, "31 days from 2020-03-01 to 2020-03-31"));
    assertThat(
            judged
                .records()
                .groupBy("district_id", "reason_code", "reason")
                .count()
                .orderBy(DISTRICT_ID.col())
                .collectAsList())
        .extracting(Row::mkString)
        .containsExactly(
            "Abroken_contractA check of the source's contract refuses it: copies31",
            "Bbroken_contractA check of the source's contract refuses it: copies31",
            "Cnonenull31");
  }

  @Test
  void whatWasPublishedAfterTheDayAskedForIsNotLookedAt() {
    Dataset<Row> records = records();
    ContractStep.Judged judged = judged(records, Optional.of(PUBLISHED.minusDays(1)));

    assertThat(judged.checks()).extracting(Check::outcome).containsExactly(Check.Outcome.PASSED);
    assertThat(judged.records()).isSameAs(records);
  }

  /** A's count falls from 3 to 2. What falls is of few persons; the days observed are of none. */
  private List<Check> ofFewCases(TinyLake lake) {
    lake.configure("kind: daily_count", "kind: cumulative_count")
        .configure(
            "path: cases.csv",
            "path: cases.csv\n    contract: {quality: [{id: falls, type: custom,"
                + " implementation: increment, mustBeGreaterOrEqualTo: 0, severity: warn},"
                + " {id: days, type: custom, implementation: observedDays,"
                + " mustBeGreaterThan: 2, severity: warn}]}");
    List<Row> rows = new ArrayList<>();
    for (int day = 0; day < 2; day++) {
      rows.add(
          RowFactory.create(
              "tiny/cases",
              "cases.csv",
              "cases.csv:" + day,
              "new_cases",
              "tiny",
              "A",
              FIRST.plusDays(day),
              PUBLISHED,
              String.valueOf(3 - day),
              3.0 - day,
              "none",
              null,
              null));
    }
    return judged("cases", lake, spark.createDataFrame(rows, RECORDS), Optional.empty())
        .checks()
        .stream()
        .filter(check -> "A".equals(check.subject().district()))
        .toList();
  }

  @Test
  void numbersOfPersonsAreToldWhereTheyArePublicAlready() {
    assertThat(ofFewCases(TinyLake.in(folder)))
        .extracting(check -> check.subject().rule(), Check::observed)
        .containsExactly(
            tuple("falls", "-1 on 2020-03-02"),
            tuple("days", "2 days from 2020-03-01 to 2020-04-09"));
  }

  @Test
  void numbersOfPersonsAreWithheldButThoseOfRecordsAreNot() {
    TinyLake lake = TinyLake.in(folder).configure("already_public: made up", "below: 5");
    assertThat(ofFewCases(lake))
        .extracting(check -> check.subject().rule(), Check::observed)
        .containsExactly(
            tuple("falls", "numbers are withheld, they may tell of few persons"),
            tuple("days", "2 days from 2020-03-01 to 2020-04-09"));
  }
}
