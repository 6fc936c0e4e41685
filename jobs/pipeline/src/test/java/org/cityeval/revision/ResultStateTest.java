package org.cityeval.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cityeval.revision.ResultState.Outcome;
import org.cityeval.revision.ResultState.Rests;
import org.junit.jupiter.api.Test;

/** The same cases as in ValueRevisionsTest, where Spark judges them. */
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
