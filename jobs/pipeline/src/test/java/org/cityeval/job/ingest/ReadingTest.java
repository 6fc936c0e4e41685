package org.cityeval.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityeval.job.ingest.TinyIngest.PUBLISHED;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.ingest.FileTally;
import org.cityeval.ingest.ReadPlan;
import org.cityeval.ingest.Reason;
import org.cityeval.problem.SourceProblem;
import org.cityeval.run.Run;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two files of cases, of one and of two rows. */
@ExtendWith(SparkExtension.class)
class ReadingTest {
  private final SparkSession spark;
  @TempDir private Path folder;
  private TinyLake lake;

  ReadingTest(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeEach
  void divideTheCases() {
    lake =
        TinyLake.in(folder)
            .write("cases/a.csv", "day,district,new_cases\n2020-03-01,A,1\n")
            .write("cases/b.csv", "day,district,new_cases\n2020-03-02,A,2\n2020-03-02,B,3\n")
            .configure("path: cases.csv", "path: cases");
  }

  private TinyIngest ingest(Run.Extent extent) {
    Run run = lake.begin(spark);
    return TinyIngest.of(
        new Run(
            run.identity(),
            run.config(),
            run.configHash(),
            run.warehouse(),
            run.knownOn(),
            extent));
  }

  private static FileTally of(String file) {
    return TinyIngest.tally(file, PUBLISHED, 1, "2020-03-01", "2020-03-02");
  }

  private static ReadPlan.Known gone(String file) {
    return new ReadPlan.Known(of(file), 10, 20, "hash");
  }

  @Test
  void itIsNamedByItsSectionInMessagesAndByTheEvaluationInTables() {
    SourceReading cases = ingest(Run.Extent.CHANGES).source("cases");

    assertThat(cases.name()).isEqualTo("cases");
    assertThat(cases.key()).isEqualTo("sources.cases");
    assertThat(cases.sourceId()).isEqualTo("tiny/cases");
    assertThat(cases.location().path()).endsWith("/cases");
    assertThat(cases.present()).extracting(file -> file.label()).containsExactly("a.csv", "b.csv");
  }

  @Test
  void aFileAsAnEarlierRunFoundItStaysUnreadUnlessEverythingIsRead() {
    TinyIngest changes = ingest(Run.Extent.CHANGES);
    SourceReading first = changes.source("cases");
    ReadPlan.Known a = TinyIngest.known(first, of("a.csv"));
    ReadPlan.Known b = TinyIngest.known(first, of("b.csv"));

    assertThat(first.isUnchanged()).isFalse();
    assertThat(changes.source("cases", a).plan().read()).containsExactly("b.csv");
    assertThat(changes.source("cases", a, b).isUnchanged()).isTrue();
    SourceReading everything = ingest(Run.Extent.EVERYTHING).source("cases", a, b);
    assertThat(everything.plan().read()).containsExactlyInAnyOrder("a.csv", "b.csv");
  }

  @Test
  void filesThatAreGoneStopTheRunAndTheFirstThreeAreNamed() {
    TinyIngest ingest = ingest(Run.Extent.CHANGES);

    assertThatThrownBy(() -> ingest.source("cases", gone("z.csv"), gone("y.csv"), gone("x.csv")))
        .isInstanceOfSatisfying(
            SourceProblem.class,
            problem ->
                assertThat(problem.render())
                    .startsWith(
                        "sources.cases: files that were read before are gone: x.csv, y.csv, z.csv.")
                    .contains(
                        lake.file("cases") + " still holds 2 files.",
                        "Deliver them again, or run once with --full to go on without them."));
    assertThatThrownBy(
            () ->
                ingest.source("cases", gone("z.csv"), gone("y.csv"), gone("x.csv"), gone("w.csv")))
        .hasMessageContaining("are gone: w.csv, x.csv, y.csv and 1 more.");
  }

  @Test
  void whereEverythingIsReadFilesMayBeGone() {
    SourceReading cases = ingest(Run.Extent.EVERYTHING).source("cases", gone("z.csv"));

    assertThat(cases.plan().vanished()).containsExactly("z.csv");
    assertThat(cases.plan().read()).hasSize(2);
  }

  @Test
  void onlyTheFilesAskedForAreOpenedAndTheirRowsAreCountedByAWalk() {
    SourceReading cases = ingest(Run.Extent.CHANGES).source("cases");

    Reading.Opened opened = cases.open(Set.of("b.csv"));

    assertThat(opened.rows().select("new_cases").collectAsList())
        .extracting(Row::mkString)
        .containsExactlyInAnyOrder("2", "3");
    assertThat(opened.walked()).isEqualTo(Map.of("b.csv", 2L));
    assertThat(opened.recordsOfRow()).isEqualTo(1);
  }

  @Test
  void recordsMadeOfTheRowsKeepWhatTheWalkCounted() {
    Reading.Opened opened =
        new Reading.Opened(spark.emptyDataFrame(), Map.of("a.csv", 3L), 2)
            .with(spark.range(5).toDF());

    assertThat(opened.rows().count()).isEqualTo(5);
    assertThat(opened.walked()).isEqualTo(Map.of("a.csv", 3L));
    assertThat(opened.recordsOfRow()).isEqualTo(2);
  }

  @Test
  void theShareThatMayBeRefusedIsThatOfTheConfig() {
    lake.configure("comparison:", "quality: {maximum_quarantined_share: 0.125}\ncomparison:");

    assertThat(ingest(Run.Extent.CHANGES).source("cases").mostQuarantined()).isEqualTo(0.125);
  }

  /** A register has no day to reach, no mend, and no record that is but one cell. */
  @Test
  void whatAPartDoesNotSayIsNotAsked() {
    lake.configure("panel:\n", TinyIngest.HOTLINE)
        .write("hotline/one.csv", "id,opened,closed,district\n");
    RequestReading hotline = ingest(Run.Extent.CHANGES).register("hotline");

    assertThat(hotline.key()).isEqualTo("requests.hotline");
    assertThat(hotline.expectedThrough()).isEmpty();
    assertThat(hotline.isMended("one.csv")).isFalse();
    assertThat(Reason.values()).noneMatch(hotline::isOneCell);
  }
}
