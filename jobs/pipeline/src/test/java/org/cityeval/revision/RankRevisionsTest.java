package org.cityeval.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cityeval.revision.ResultState.Outcome;
import org.junit.jupiter.api.Test;

class RankRevisionsTest {
  private static final CauseRule DATA_ALONE = SampleResults.DATA_ALONE;
  private static final CauseRule COMPARED = new CauseRule(false, false, false, true);

  private static List<RankRevision> revisions(CauseRule rule, boolean isTouched) {
    return SampleResults.ranks(rule, isTouched, SampleResults.RANKS_A, SampleResults.RANKS_B);
  }

  private static RankRevision of(List<RankRevision> all, String name) {
    return all.stream()
        .filter(one -> name.equals(one.name()) && "g".equals(one.key().text("comparison_group")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aMoveIsTheDifferenceOfTheRanks() {
    List<RankRevision> all = revisions(DATA_ALONE, true);

    assertThat(of(all, "SECOND").move()).isEqualTo(1);
    assertThat(of(all, "THIRD").move()).isEqualTo(-1);
    assertThat(of(all, "FIRST").isMoved()).isFalse();
    assertThat(of(all, "FIRST").isClassChanged()).isTrue();
    // Out of the ranks is a move of no length.
    assertThat(of(all, "LOST").isMoved()).isTrue();
    assertThat(of(all, "LOST").move()).isNull();
    assertThat(of(all, "GONE").isMoved()).isFalse();
    assertThat(of(all, "GONE").outcome()).isEqualTo(Outcome.ONLY_BEFORE);
  }

  /** 2 lies in [2, 3] and 3 in [1, 3]; 2 lies in [2, 3], but 3 not in [1, 2]. */
  @Test
  void aMoveIsWithinWhereEachLiesInTheOthersInterval() {
    List<RankRevision> all = revisions(DATA_ALONE, true);

    assertThat(of(all, "SECOND").within()).isTrue();
    assertThat(of(all, "THIRD").within()).isFalse();
    assertThat(of(all, "FIRST").within()).isNull();
    assertThat(of(all, "LOST").within()).isNull();
  }

  @Test
  void aRankMovesWithItsValuesOrWithHowTheyAreWeighed() {
    assertThat(cause(DATA_ALONE, true)).isEqualTo("values");
    assertThat(cause(COMPARED, false)).isEqualTo("config of comparison");
    assertThat(cause(COMPARED, true)).isEqualTo("values + config of comparison");
    assertThat(cause(DATA_ALONE, false)).isEqualTo("code or districts");
  }

  @Test
  void aRankThatOnlyOneHasMayComeFromHowTheyAreCompared() {
    assertThat(onlyA(COMPARED)).isEqualTo("config of comparison");
    assertThat(onlyA(DATA_ALONE)).isEqualTo("data");
  }

  private static String onlyA(CauseRule rule) {
    return Cause.words(of(revisions(rule, false), "GONE").causes());
  }

  private static String cause(CauseRule rule, boolean isTouched) {
    return Cause.words(of(revisions(rule, isTouched), "LOST").causes());
  }
}
