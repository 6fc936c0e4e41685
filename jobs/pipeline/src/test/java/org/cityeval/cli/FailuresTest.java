package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.delta.exceptions.ConcurrentAppendException;
import org.cityeval.problem.SourceProblem;
import org.junit.jupiter.api.Test;

class FailuresTest {

  @Test
  void aConcurrentCommitIsBusyAndToBeRetried() {
    var problem =
        Failures.asProblem(
            new IllegalStateException(new ConcurrentAppendException("files were added")));

    assertThat(problem.exitCode()).isEqualTo(75);
    assertThat(problem.render()).contains("Another job changed the same table", "Retry");
  }

  @Test
  void aProblemIsFoundWithinWhatTheEngineWrapsAroundIt() {
    var problem =
        Failures.asProblem(
            new IllegalStateException(
                new RuntimeException(new SourceProblem("gone", "no file", "bring it"))));

    assertThat(problem.exitCode()).isEqualTo(4);
  }

  @Test
  void anythingElseIsNoProblemOfTheUsers() {
    assertThat(Failures.asProblem(new IllegalStateException("broken"))).isNull();
    assertThat(Failures.render(new IllegalStateException(new RuntimeException("disk full"))))
        .startsWith("The run failed: RuntimeException: disk full")
        .contains("-v");
  }
}
