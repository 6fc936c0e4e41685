package org.cityeval.job.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.cityeval.problem.UserProblem;
import org.cityeval.run.Run;
import org.cityeval.run.RunLog;
import org.cityeval.table.gold.PublicationTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.StoredTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class ReportJobTest {
  private static final LocalDate EARLIER = LocalDate.of(2020, 4, 5);
  private static final LocalDate NEWEST = LocalDate.of(2020, 4, 10);

  @TempDir private Path folder;

  private static Run asking(Run run, LocalDate knownOn) {
    return new Run(
        run.identity(),
        run.config(),
        run.configHash(),
        run.warehouse(),
        Optional.ofNullable(knownOn),
        run.extent());
  }

  /** A row of the manifest, in a commit of its own with a note; what is not current is newer. */
  private static void publish(
      StoredTables tables, String evaluation, LocalDate asOf, boolean isCurrent, String note) {
    long ranks = isCurrent ? 0 : 1;
    Row row =
        new TableRow(PublicationTable.SPEC)
            .set(Keys.EVALUATION_ID, evaluation)
            .set(Keys.AS_OF, asOf)
            .set(PublicationTable.IS_CURRENT, isCurrent)
            .set(PublicationTable.TABLE_VERSIONS, "{\"gold.rank_interval\": " + ranks + "}")
            .set(PublicationTable.SOURCE_VERSIONS, "{}")
            .set(PublicationTable.CONFIG_HASH, "hash")
            .set(PublicationTable.CONFIG, "{}")
            .set(PublicationTable.CODE_VERSION, "code")
            .row();
    Object[] cells = new Object[row.size()];
    Arrays.setAll(cells, row::get);
    tables.append(PublicationTable.SPEC, List.<Object[]>of(cells), note);
  }

  private static LocalDate publication(Run run, LocalDate knownOn) {
    Publication found = ReportJob.publication(asking(run, knownOn));
    assertThat(found.evaluationId()).isEqualTo("tiny");
    return found.asOf();
  }

  @Test
  void theVintageThatIsAskedForComesFirstThenTheRunsOwnThenTheCurrentOne() {
    Run run = TinyLake.in(folder).beginWithoutSession();
    StoredTables tables = run.warehouse().stored();
    publish(tables, "other", LocalDate.of(2020, 4, 30), true, "run o attempt 1");
    publish(tables, "tiny", NEWEST, true, "run before attempt 1");
    assertThat(publication(run, null)).isEqualTo(NEWEST);

    // It published an earlier day of knowledge, which is not the current one.
    publish(tables, "tiny", EARLIER, false, "run run attempt 1");
    assertThat(publication(run, null)).isEqualTo(EARLIER);
    Run another =
        new Run(
            new Run.Identity("another", 1, "test", "code"),
            run.config(),
            run.configHash(),
            run.warehouse(),
            run.knownOn(),
            run.extent());
    assertThat(publication(another, null)).isEqualTo(NEWEST);
    assertThat(publication(another, EARLIER)).isEqualTo(EARLIER);
    assertThat(publication(run, NEWEST)).isEqualTo(NEWEST);
  }

  @Test
  void whereNothingIsPublishedItIsSaidWhatToRun() {
    Run run = TinyLake.in(folder).beginWithoutSession();

    assertThatThrownBy(() -> ReportJob.publication(run))
        .isInstanceOfSatisfying(
            UserProblem.class,
            problem ->
                assertThat(problem.render())
                    .contains(
                        "Nothing is published of tiny.",
                        "gold.publication holds no row for it in " + run.warehouse().root() + ".",
                        "Run 'cityeval run' first."));
    publish(run.warehouse().stored(), "tiny", NEWEST, true, "run before attempt 1");
    assertThatThrownBy(() -> ReportJob.publication(asking(run, EARLIER)))
        .isInstanceOfSatisfying(
            UserProblem.class,
            problem ->
                assertThat(problem.render())
                    .contains(
                        "Nothing is published of tiny as of 2020-04-05.",
                        "Run 'cityeval run --as-of 2020-04-05' first."));
  }

  /** A title may be changed without a run; the page of before is replaced. */
  @Test
  void onePageIsWrittenWithTheTitlesOfTheConfigAndWithoutASession() {
    TinyLake lake =
        TinyLake.published()
            .copyTo(folder.resolve("lake"))
            .write("warehouse/reports/tiny/2020-04-10.html", "older")
            .configure(
                "title: Tiny, a city for tests", "title: Tiny renamed\n  title_zh: \u5c0f\u57ce");

    RunLog.Counts counts = new ReportJob(lake.beginWithoutSession()).run();

    assertThat(counts).isEqualTo(new RunLog.Counts(Map.of("publication", "2020-04-10"), 0, 1));
    assertThat(lake.text("warehouse/reports/tiny/2020-04-10.html"))
        .contains("<title>", "Tiny renamed", "\u5c0f\u57ce", "Alder")
        .doesNotContain("a city for tests");
  }
}
