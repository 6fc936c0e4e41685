package org.cityeval.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cityeval.problem.SourceProblem;
import org.cityeval.problem.UserProblem;
import org.junit.jupiter.api.Test;

class SourceCheckProblemTest {
  private final UserProblem wrong = new UserProblem("No column x.", "why", "fix");
  private final UserProblem absent = new SourceProblem("No file.", "why", "fix");

  /** A scheduler retries on 4, when the data may have come; a wrong config stays wrong. */
  @Test
  void onlyWhereSourcesAreAbsentAndNothingElseIsWrongDoesItEndWith4() {
    assertThat(new SourceCheckProblem("a.yaml", List.of(absent, absent)).exitCode()).isEqualTo(4);
    assertThat(new SourceCheckProblem("a.yaml", List.of(absent, wrong)).exitCode()).isEqualTo(2);
    assertThat(new SourceCheckProblem("a.yaml", List.of(wrong)).exitCode()).isEqualTo(2);
  }

  @Test
  void everyProblemIsToldUnderTheirNumber() {
    assertThat(new SourceCheckProblem("a.yaml", List.of(wrong)).render())
        .isEqualTo("a.yaml: 1 problem\n\nNo column x.\n  why: why\n  fix: fix");
    assertThat(new SourceCheckProblem("a.yaml", List.of(wrong, absent)).render())
        .startsWith("a.yaml: 2 problems\n\nNo column x.")
        .endsWith("\n\nNo file.\n  why: why\n  fix: fix");
  }
}
