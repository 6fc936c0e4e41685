package org.cityeval.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cityeval.revision.ResultState.Outcome;
import org.cityeval.warehouse.StoredRow;
import org.junit.jupiter.api.Test;

class RankRevisionTest {
  private static ResultState rank(Integer rank, Integer low, Integer high) {
    return new ResultState(
        rank == null ? null : Double.valueOf(rank),
        low == null ? null : Double.valueOf(low),
        high == null ? null : Double.valueOf(high),
        "class",
        new ResultState.Rests(null, null, null, "h"));
  }

  private static RankRevision revision(Outcome outcome, ResultState a, ResultState b) {
    return new RankRevision(
        new StoredRow(List.of("district_id"), "d"), "Dale", outcome, a, b, List.of());
  }

  @Test
  void aMoveToABetterRankIsBelowNought() {
    RankRevision up = revision(Outcome.VALUE, rank(7, 5, 9), rank(2, 1, 4));

    assertThat(up.isMoved()).isTrue();
    assertThat(up.move()).isEqualTo(-5);
    assertThat(revision(Outcome.VALUE, rank(2, 1, 4), rank(7, 5, 9)).move()).isEqualTo(5);
  }

  /** A class may change together with a rank, and a rank with a class. */
  @Test
  void whoIsClassedOtherwiseMayHaveMoved() {
    RankRevision moved = revision(Outcome.WORD, rank(7, 5, 9), rank(6, 5, 9));
    RankRevision stayed = revision(Outcome.WORD, rank(7, 5, 9), rank(7, 1, 9));

    assertThat(moved.isClassChanged()).isTrue();
    assertThat(moved.move()).isEqualTo(-1);
    assertThat(stayed.isClassChanged()).isTrue();
    assertThat(stayed.isMoved()).isFalse();
    assertThat(stayed.move()).isNull();
    assertThat(stayed.within()).isNull();
    assertThat(revision(Outcome.VALUE, rank(7, 5, 9), rank(6, 5, 9)).isClassChanged()).isFalse();
  }

  @Test
  void intoAndOutOfTheRanksIsAMoveWithoutALength() {
    for (RankRevision one :
        List.of(
            revision(Outcome.WORD, rank(7, 5, 9), rank(null, null, null)),
            revision(Outcome.WORD, rank(null, null, null), rank(7, 5, 9)))) {
      assertThat(one.isMoved()).isTrue();
      assertThat(one.move()).isNull();
      assertThat(one.within()).isNull();
    }
  }

  @Test
  void whoStandsInOneAloneHasNotMoved() {
    for (RankRevision one :
        List.of(
            revision(Outcome.ONLY_BEFORE, rank(7, 5, 9), null),
            revision(Outcome.ONLY_NOW, null, rank(7, 5, 9)))) {
      assertThat(one.isMoved()).isFalse();
      assertThat(one.move()).isNull();
      assertThat(one.within()).isNull();
    }
  }

  @Test
  void aMoveIsWithinWhereEachRankLiesInTheOthersInterval() {
    assertThat(revision(Outcome.VALUE, rank(7, 5, 9), rank(6, 5, 8)).within()).isTrue();
    assertThat(revision(Outcome.VALUE, rank(7, 5, 9), rank(6, 5, 6)).within()).isFalse();
    assertThat(revision(Outcome.VALUE, rank(7, 7, 9), rank(6, 5, 8)).within()).isFalse();
  }
}
