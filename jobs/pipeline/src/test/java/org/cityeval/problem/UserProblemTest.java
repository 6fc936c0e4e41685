package org.cityeval.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

  @Test
  void findsTheNearestName() {
    List<String> valid = List.of("title", "title_zh", "first_day", "id");
    assertThat(NearestName.of("titel", valid)).contains("title");
    assertThat(NearestName.of("firstday", valid)).contains("first_day");
    assertThat(NearestName.of("ID", valid)).contains("id");
    assertThat(NearestName.of("population", valid)).isEmpty();
    assertThat(NearestName.of("", valid)).isEmpty();
    assertThat(NearestName.of("title", List.of())).isEmpty();
  }

  @Test
  void countsEdits() {
    // kitten, sitten, sittin, sitting: three replacements or insertions (Levenshtein's example).
    assertThat(NearestName.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(NearestName.distance("abcd", "abdc")).isEqualTo(1);
    // No part is edited twice, so CA to ABC takes three (optimal string alignment).
    assertThat(NearestName.distance("ca", "abc")).isEqualTo(3);
    assertThat(NearestName.distance("", "abc")).isEqualTo(3);
  }
}
