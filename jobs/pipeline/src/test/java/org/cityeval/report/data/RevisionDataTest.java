package org.cityeval.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cityeval.revision.ResultState;
import org.cityeval.revision.ResultState.Outcome;
import org.junit.jupiter.api.Test;

class RevisionDataTest {
  private static ResultState state(Double value, Double low, Double high) {
    return new ResultState(value, low, high, "ok", null);
  }

  private static boolean isBeyond(Outcome outcome, ResultState before, ResultState now) {
    return new RevisionData.ValueChange(
            "d", "district", "span", "E1", outcome, before, now, null, List.of())
        .isBeyond();
  }

  private static boolean isMoved(ResultState before, ResultState now) {
    return new RevisionData.RankChange(
            "c", "d", "district", "span", "efficiency", Outcome.WORD, before, now, List.of())
        .isMoved();
  }

  @Test
  void beyondIsAChangedValueOutsideTheOthersInterval() {
    ResultState before = state(4.0, 3.0, 5.0);

    assertThat(isBeyond(Outcome.VALUE, before, state(9.0, 3.0, 10.0))).isTrue();
    assertThat(isBeyond(Outcome.VALUE, before, state(4.5, 4.2, 5.0))).isTrue();
    assertThat(isBeyond(Outcome.VALUE, before, state(4.5, 3.5, 5.5))).isFalse();
  }

  /** What is withheld has no interval here; what only one has is no change. */
  @Test
  void whereItIsNotKnownItIsNotBeyond() {
    ResultState before = state(4.0, 3.0, 5.0);

    assertThat(isBeyond(Outcome.VALUE, before, state(4.5, null, null))).isFalse();
    assertThat(isBeyond(Outcome.WORD, before, state(9.0, 8.0, 10.0))).isFalse();
    assertThat(isBeyond(Outcome.ONLY_NOW, null, before)).isFalse();
    assertThat(isBeyond(Outcome.ONLY_BEFORE, before, null)).isFalse();
  }

  @Test
  void movedIsAnotherRankOrNone() {
    ResultState second = state(2.0, 1.0, 3.0);

    assertThat(isMoved(second, state(1.0, 1.0, 3.0))).isTrue();
    assertThat(isMoved(second, state(null, null, null))).isTrue();
    assertThat(isMoved(second, state(2.0, 2.0, 2.0))).isFalse();
    assertThat(isMoved(second, null)).isFalse();
    assertThat(isMoved(null, second)).isFalse();
  }
}
