package org.cityeval.job.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cityeval.problem.UserProblem;
import org.cityeval.run.Run;
import org.cityeval.table.ops.RunTable;
import org.cityeval.table.silver.ObservationTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.testing.TinyLake;
import org.cityeval.testing.Written;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.Publications;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sources were published on the 5th and the 10th of April. The run nightly published the 10th in
 * its second attempt; the run broken failed in panel.
 */
class ComparedNamesTest {
  private static final LocalDate TENTH = LocalDate.of(2020, 4, 10);

  @TempDir private Path folder;
  private ComparedNames names;

  @BeforeEach
  void publish() {
    Run run = TinyLake.in(folder).beginWithoutSession();
    Written.to(
        run.warehouse().stored(),
        ObservationTable.SPEC,
        observation(LocalDate.of(2020, 4, 5)),
        observation(TENTH));
    new Publications(run.warehouse().stored())
        .publishAlone(
            new Publication(
                "tiny",
                TENTH,
                true,
                Map.of("gold.rank_interval", 3L),
                Map.of("tiny/cases", "v"),
                "hash",
                "{}",
                "code"),
            "run nightly attempt 2");
    Written.to(
        run.warehouse().stored(),
        RunTable.SPEC,
        step("nightly", 1, "compare", "tiny", "failed"),
        step("nightly", 2, "compare", "tiny", "succeeded"),
        step("broken", 1, "ingest", "tiny", "succeeded"),
        step("broken", 1, "panel", "tiny", "failed"),
        step("foreign", 1, "compare", "other", "succeeded"));
    names = new ComparedNames(run.warehouse().stored(), run.config());
  }

  private static TableRow observation(LocalDate asOf) {
    return new TableRow(ObservationTable.SPEC)
        .set(Keys.CITY_ID, "tiny")
        .set(Keys.DISTRICT_ID, "A")
        .set(Keys.DATE, LocalDate.of(2020, 3, 1))
        .set(Keys.MEASURE, "new_cases")
        .set(Keys.AS_OF, asOf)
        .set(Keys.SOURCE_ID, "tiny/cases")
        .set(ObservationTable.SOURCE_VERSION, "v");
  }

  private static TableRow step(
      String run, int attempt, String step, String evaluation, String status) {
    return new TableRow(RunTable.SPEC)
        .set(Keys.RUN_ID, run)
        .set(RunTable.ATTEMPT, attempt)
        .set(RunTable.STEP, step)
        .set(Keys.EVALUATION_ID, evaluation)
        .set(RunTable.STARTED, Instant.EPOCH)
        .set(RunTable.ENDED, Instant.EPOCH)
        .set(RunTable.STATUS, status);
  }

  private UserProblem problem(String name) {
    try {
      names.find(name);
      throw new AssertionError("found " + name);
    } catch (UserProblem problem) {
      return problem;
    }
  }

  @Test
  void aDayIsItsPublication() {
    Compared found = names.find("2020-04-10");

    assertThat(found.publication()).isPresent();
    assertThat(found.sources()).containsExactly("tiny/cases");
  }

  @Test
  void aDayThatNoRunEvaluatedIsWhatTheSourcesHadSaidByThen() {
    Compared found = names.find("2020-04-07");

    assertThat(found.publication()).isEmpty();
    assertThat(found.asOf()).isEqualTo(LocalDate.of(2020, 4, 7));
    assertThat(found.sources())
        .containsExactlyInAnyOrder("tiny/cases", "tiny/mobility", "tiny/enterprises");
  }

  @Test
  void beforeTheSourcesSaidAnythingThereIsNothing() {
    assertThat(problem("2020-04-04").render())
        .contains(
            "There is no vintage 2020-04-04 of tiny.",
            "The sources were published on 2020-04-05, 2020-04-10.",
            "Evaluated and published: 2020-04-10.");
  }

  @Test
  void aPublicationIsNamedByEvaluationAndDay() {
    assertThat(names.find("tiny@2020-04-10").publication()).isPresent();
    assertThat(problem("tiny@2020-04-07").render())
        .contains("There is no publication tiny@2020-04-07.", "--as-of 2020-04-07");
    assertThat(problem("other@2020-04-10").render()).contains("is of evaluation other");
  }

  @Test
  void aRunIsWhatItsNewestAttemptPublished() {
    assertThat(names.find("nightly").publication()).isPresent();
    assertThat(names.find("nightly").name()).isEqualTo("nightly");
  }

  @Test
  void aRunThatPublishedNothingTellsItsSteps() {
    assertThat(problem("broken").render())
        .contains("Run broken published nothing", "ingest succeeded, panel failed");
    assertThatThrownBy(() -> names.find("foreign")).hasMessageContaining("is of evaluation other");
  }

  @Test
  void anUnknownNameGetsTheNearestOne() {
    assertThat(problem("nightli").render())
        .contains("Runs that published, newest first: nightly.", "Did you mean nightly?");
    assertThat(List.of(problem("2020-04-99").render()))
        .singleElement()
        .asString()
        .contains("There is no vintage, publication or run 2020-04-99 of tiny.");
  }
}
