package org.cityeval.job.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cityeval.problem.UserProblem;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.StoredRow;
import org.junit.jupiter.api.Test;

class ComparedTest {
  private static Compared published(int day, long ranks) {
    LocalDate asOf = LocalDate.of(2020, 4, day);
    return new Compared(
        "of the " + day,
        asOf,
        Optional.of(
            new Publication(
                "tiny",
                asOf,
                true,
                Map.of("gold.rank_interval", ranks, "silver.observation", 7L),
                Map.of(),
                "hash",
                "{}",
                "code")),
        List.of("tiny/cases"));
  }

  private static Compared known(int day) {
    return new Compared(
        "known " + day, LocalDate.of(2020, 4, day), Optional.empty(), List.of("tiny/cases"));
  }

  @Test
  void theEarlierDayComesFirst() {
    assertThatCode(() -> Compared.requireInOrder(published(5, 1), published(6, 2)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> Compared.requireInOrder(published(6, 2), published(5, 1)))
        .isInstanceOf(UserProblem.class)
        .hasMessageContaining("A is of 2020-04-06 and B is of 2020-04-05.");
  }

  @Test
  void twoPublicationsOfOneDayCanBeComparedButNotOneWithItself() {
    assertThatCode(() -> Compared.requireInOrder(published(5, 1), published(5, 2)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> Compared.requireInOrder(published(5, 1), published(5, 1)))
        .hasMessageContaining("are the same");
    assertThatThrownBy(() -> Compared.requireInOrder(known(5), known(5)))
        .isInstanceOfSatisfying(
            UserProblem.class,
            problem -> assertThat(problem.render()).contains("what was known on 2020-04-05"));
  }

  @Test
  void aPublicationRestsOnTheObservationsThatItNames() {
    assertThat(published(5, 1).observations()).contains(7L);
    assertThat(known(5).observations()).isEmpty();
  }

  @Test
  void itKnowsWhatItsSourcesPublishedByItsDay() {
    assertThat(known(5).knows(observation("tiny/cases", 5))).isTrue();
    assertThat(known(5).knows(observation("tiny/cases", 6))).isFalse();
    assertThat(known(5).knows(observation("other/cases", 4))).isFalse();
  }

  private static StoredRow observation(String source, int day) {
    return new StoredRow(List.of("source_id", "as_of"), source, LocalDate.of(2020, 4, day));
  }
}
