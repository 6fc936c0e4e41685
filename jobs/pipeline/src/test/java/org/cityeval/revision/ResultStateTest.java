package org.cityeval.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cityeval.revision.ResultState.Outcome;
import org.cityeval.revision.ResultState.Rests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultStateTest {
  private static final Rests D = new Rests("p", 1, "d", "h");
  private static final Rests E = new Rests("p", 1, "e", "i");

  private static ResultState of(Double value, Double low, Double high, String status, Rests rests) {
    return new ResultState(value, low, high, status, rests);
  }

  @Test
  void everyPairHasOneOutcome() {
    ResultState one = of(1.0, 0.5, 1.5, "ok", D);

    assertThat(ResultState.outcome(one, of(1.0, 0.5, 1.5, "ok", E))).isEqualTo(Outcome.EQUAL);
    assertThat(ResultState.outcome(of(0.0, null, null, "ok", D), of(-0.0, null, null, "ok", D)))
        .isEqualTo(Outcome.EQUAL);
    assertThat(ResultState.outcome(one, of(1.25, 0.75, 1.75, "ok", E))).isEqualTo(Outcome.VALUE);
    assertThat(ResultState.outcome(one, of(null, 40.0, null, "censored", E)))
        .isEqualTo(Outcome.WORD);
    assertThat(
            ResultState.outcome(
                of(null, 30.0, null, "censored", D), of(null, 35.0, null, "censored", E)))
        .isEqualTo(Outcome.INTERVAL);
    assertThat(ResultState.outcome(one, null)).isEqualTo(Outcome.ONLY_BEFORE);
    assertThat(ResultState.outcome(null, one)).isEqualTo(Outcome.ONLY_NOW);
  }

  @Test
  void isWithinWhereEachLiesInTheOthersInterval() {
    ResultState one = of(1.0, 0.5, 1.5, "ok", D);

    assertThat(ResultState.within(one, of(1.25, 0.75, 1.75, "ok", E))).isTrue();
    // -1 lies outside .5 to 1.5, though 1 lies in -1.5 to 1.2.
    assertThat(ResultState.within(one, of(-1.0, -1.5, 1.2, "ok", E))).isFalse();
    assertThat(ResultState.within(of(9.0, null, null, "ok", D), of(8.0, null, null, "ok", D)))
        .isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "5 | 4 | 6 | 6 | 5 | 7 | true",
        "5 | 4 | 6 | 6.1 | 5 | 7 | false",
        "5 | 4 | 6 | 4.5 | 4.2 | 4.8 | false",
        // An open end holds whatever lies beyond.
        "5 | 4 | null | 900 | 3 | null | true",
        "5 | null | null | 6 | 5 | 7 | null",
        "5 | 4 | 6 | null | 5 | 7 | null"
      })
  void estimatesAgreeWhereEachLiesInTheOthersInterval(
      Double a, Double lowA, Double highA, Double b, Double lowB, Double highB, Boolean expected) {
    assertThat(ResultState.within(of(a, lowA, highA, "ok", D), of(b, lowB, highB, "ok", D)))
        .isEqualTo(expected);
  }

  @Test
  void movedIsWhatBothHaveAndSayOtherwise() {
    ResultState first = of(1.0, 1.0, 2.0, "c", D);
    ResultState second = of(2.0, 1.0, 2.0, "c", D);
    ResultState none = of(null, null, null, "not_ranked", D);

    assertThat(ResultState.isMoved(first, second)).isTrue();
    assertThat(ResultState.isMoved(first, none)).isTrue();
    assertThat(ResultState.isMoved(first, of(1.0, 1.0, 9.0, "d", E))).isFalse();
    assertThat(ResultState.isMoved(none, none)).isFalse();
    assertThat(ResultState.isMoved(first, null)).isFalse();
    assertThat(ResultState.isMoved(null, first)).isFalse();
  }

  @Test
  void causesAreThoseOfTheRule() {
    CauseRule data = new CauseRule(true, false, false, false);
    ResultState one = of(1.0, 0.5, 1.5, "ok", D);

    assertThat(ResultState.causesOfValue(data, one, of(2.0, 1.0, 3.0, "ok", E)))
        .containsExactly(Cause.DATA);
    assertThat(
            ResultState.causesOfValue(
                data, one, of(2.0, 1.0, 3.0, "ok", new Rests("q", 2, "d", "h"))))
        .containsExactly(Cause.PARAMETERS, Cause.METHOD);
    assertThat(ResultState.causesOfValue(data, null, one)).containsExactly(Cause.DATA);
    assertThat(ResultState.causesOfRank(data, one, one, true)).containsExactly(Cause.VALUES);
    assertThat(ResultState.causesOfRank(data, one, one, false)).isEqualTo(List.of(Cause.CODE));
  }
}
