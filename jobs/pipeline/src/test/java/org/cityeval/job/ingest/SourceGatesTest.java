package org.cityeval.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.cityeval.ingest.ContentHash;
import org.cityeval.ingest.DistrictKeys;
import org.cityeval.ingest.FileTally;
import org.cityeval.ingest.Reason;
import org.cityeval.problem.SourceProblem;
import org.cityeval.run.Check;
import org.cityeval.run.Run;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The file of cases, and what it is said to hold. */
@ExtendWith(SparkExtension.class)
class SourceGatesTest {
  private final SparkSession spark;
  @TempDir private Path folder;

  SourceGatesTest(SparkSession spark) {
    this.spark = spark;
  }

  private TinyLake lake() {
    return TinyLake.in(folder);
  }

  private ReadFiles<SourceReading> files(Run run, LocalDate lastDay, Map<Reason, Long> records) {
    SourceReading reading =
        SourceReading.plan(
            run, "cases", List.of(), List.of(), new DistrictKeys(spark, run.config(), List.of()));
    FileTally tally =
        new FileTally(
            "cases.csv",
            LocalDate.of(2020, 4, 10),
            records,
            lastDay == null ? null : TinyLake.FIRST_DAY,
            lastDay,
            new ContentHash(1, BigDecimal.ONE, 1));
    return ReadFiles.planned(reading)
        .found(new Reading.Opened(spark.emptyDataFrame(), Map.of(), 1), List.of(tally));
  }

  @Test
  void aSourceThatHoldsAGoodRecordPasses() {
    Run run = lake().begin(spark);

    assertThatCode(
            () ->
                SourceGates.refuseUnusable(
                    files(run, LocalDate.of(2020, 4, 9), Map.of(Reason.NONE, 1L))))
        .doesNotThrowAnyException();
  }

  @Test
  void aSourceWithoutAUsableRecordIsRefusedWithTheCommonestReason() {
    Run run = lake().begin(spark);

    assertThatThrownBy(
            () ->
                SourceGates.refuseUnusable(
                    files(run, null, Map.of(Reason.FILTERED, 7L, Reason.NO_VALUE, 2L))))
        .isInstanceOfSatisfying(
            SourceProblem.class,
            problem ->
                assertThat(problem.render())
                    .startsWith("sources.cases: not one usable record.")
                    .contains("holds 9 records: 7 out of scope, 2 missing; most often filtered."));
    assertThatThrownBy(() -> SourceGates.refuseUnusable(files(run, null, Map.of())))
        .isInstanceOfSatisfying(
            SourceProblem.class,
            problem -> assertThat(problem.render()).contains("holds no rows."));
  }

  @Test
  void aSourceThatEndsBeforeTheDayItMustReachIsLate() {
    Run run =
        lake()
            .configure("path: cases.csv", "path: cases.csv\n    expected_through: 2020-04-08")
            .begin(spark);

    assertThatThrownBy(
            () ->
                SourceGates.refuseUnusable(
                    files(run, LocalDate.of(2020, 4, 7), Map.of(Reason.NONE, 1L))))
        .hasMessageContaining("sources.cases is late: its last day is 2020-04-07.");
    assertThatCode(
            () ->
                SourceGates.refuseUnusable(
                    files(run, LocalDate.of(2020, 4, 8), Map.of(Reason.NONE, 1L))))
        .doesNotThrowAnyException();
  }

  private List<Check> quarantined(long good, long refused) {
    Run run =
        lake()
            .configure("comparison:", "quality: {maximum_quarantined_share: 0.1}\ncomparison:")
            .begin(spark);
    return SourceGates.quarantineChecks(
        run,
        List.of(
            files(
                run,
                LocalDate.of(2020, 4, 9),
                Map.of(Reason.NONE, good, Reason.OUT_OF_RANGE, refused))));
  }

  @Test
  void atMostTheShareOfTheConfigMayBeRefused() {
    assertThat(quarantined(9, 1))
        .singleElement()
        .satisfies(
            check -> {
              assertThat(check.passed()).isTrue();
              assertThat(check.observed()).isEqualTo("0.1000 (1 of 10 records)");
              assertThat(check.expected()).isEqualTo("at most 0.1");
            });
    assertThat(quarantined(8, 1)).singleElement().matches(Check::stops);
  }

  /** Beyond the limit the gate tells the same, with all the other checks. */
  @Test
  void aSourceOfWhichAllIsRefusedWithinTheLimitIsEmpty() {
    Run run =
        lake()
            .configure("comparison:", "quality: {maximum_quarantined_share: 1}\ncomparison:")
            .begin(spark);

    assertThatThrownBy(
            () ->
                SourceGates.refuseWhollyRefused(
                    run, List.of(files(run, null, Map.of(Reason.OUT_OF_RANGE, 3L)))))
        .isInstanceOf(SourceProblem.class)
        .hasMessageContaining("sources.cases: not one usable record.");
    assertThatCode(
            () ->
                SourceGates.refuseWhollyRefused(
                    lake().begin(spark),
                    List.of(files(lake().begin(spark), null, Map.of(Reason.OUT_OF_RANGE, 3L)))))
        .doesNotThrowAnyException();
  }
}
