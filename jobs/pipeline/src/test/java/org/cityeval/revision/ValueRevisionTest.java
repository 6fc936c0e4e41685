package org.cityeval.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cityeval.revision.ResultState.Outcome;
import org.cityeval.warehouse.StoredRow;
import org.junit.jupiter.api.Test;

class ValueRevisionTest {
  private static ResultState state(Double value, Double low, Double high, String hash) {
    return new ResultState(value, low, high, "ok", new ResultState.Rests("p", 1, "d", hash));
  }

  private static ValueRevision revision(Outcome outcome, ResultState a, ResultState b) {
    return new ValueRevision(
        new StoredRow(List.of("district_id"), "d"), outcome, a, b, null, List.of());
  }

  @Test
  void aChangeIsTheLaterValueLessTheEarlier() {
    assertThat(
            revision(Outcome.VALUE, state(5.0, 4.0, 6.0, "h"), state(3.0, 2.0, 4.0, "h")).change())
        .isEqualTo(-2);
  }

  /** A status that changed changed no value, though both have one. */
  @Test
  void withoutTwoValuesOfOneStatusThereIsNoChange() {
    ResultState value = state(5.0, 4.0, 6.0, "h");
    ResultState none = state(null, null, null, "h");

    assertThat(revision(Outcome.VALUE, value, none).change()).isNull();
    assertThat(revision(Outcome.VALUE, none, value).change()).isNull();
    assertThat(revision(Outcome.WORD, value, state(3.0, 2.0, 4.0, "h")).change()).isNull();
    assertThat(revision(Outcome.EQUAL, value, value).change()).isNull();
    assertThat(revision(Outcome.ONLY_BEFORE, value, null).change()).isNull();
    assertThat(revision(Outcome.ONLY_NOW, null, value).change()).isNull();
  }

  @Test
  void onlyAChangedValueLiesWithinOrBeyond() {
    ResultState value = state(5.0, 4.0, 6.0, "h");

    assertThat(revision(Outcome.VALUE, value, state(5.5, 4.5, 6.5, "h")).within()).isTrue();
    assertThat(revision(Outcome.VALUE, value, state(7.0, 4.5, 8.0, "h")).within()).isFalse();
    assertThat(revision(Outcome.VALUE, value, state(5.5, null, null, "h")).within()).isNull();
    assertThat(revision(Outcome.EQUAL, value, value).within()).isNull();
    assertThat(revision(Outcome.INTERVAL, value, state(5.0, 4.5, 6.5, "h")).within()).isNull();
    assertThat(revision(Outcome.ONLY_BEFORE, value, null).within()).isNull();
  }

  /** An equal value may be made of other days. */
  @Test
  void whatIsEqualRestsOnOtherThingsWhereItsHashDiffers() {
    ResultState value = state(5.0, 4.0, 6.0, "h");

    assertThat(revision(Outcome.EQUAL, value, value).restsOnOther()).isFalse();
    assertThat(revision(Outcome.EQUAL, value, state(5.0, 4.0, 6.0, "i")).restsOnOther()).isTrue();
    assertThat(revision(Outcome.INTERVAL, value, value).restsOnOther()).isTrue();
    assertThat(revision(Outcome.ONLY_BEFORE, value, null).restsOnOther()).isTrue();
    assertThat(revision(Outcome.ONLY_NOW, null, value).restsOnOther()).isTrue();
  }

  @Test
  void everyOutcomeHasItsWord() {
    List<String> words = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      words.add(revision(outcome, null, null).word());
    }

    assertThat(words).containsExactly("equal", "interval", "value", "status", "only_a", "only_b");
  }
}
