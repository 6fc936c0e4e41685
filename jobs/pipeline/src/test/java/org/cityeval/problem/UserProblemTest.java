package org.cityeval.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UserProblemTest {
  @Test
  void rendersWhatIsSaid() {
    assertThat(new UserProblem("no such file", "it was moved", "name another").render())
        .isEqualTo("no such file\n  why: it was moved\n  fix: name another");
    assertThat(new UserProblem("no such file", "", "").render()).isEqualTo("no such file");
  }

  /** The statuses of the command line's contract. */
  @Test
  void endsWithTheStatusOfItsKind() {
    assertThat(new UserProblem("a", "b", "c").exitCode()).isEqualTo(2);
    assertThat(new QualityGateProblem("a", "b", "c").exitCode()).isEqualTo(3);
    assertThat(new SourceProblem("a", "b", "c").exitCode()).isEqualTo(4);
    assertThat(new BusyProblem("a", "b", "c").exitCode()).isEqualTo(75);
  }
}
