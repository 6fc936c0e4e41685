package org.cityeval.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.cityeval.warehouse.Publication;
import org.junit.jupiter.api.Test;

class CauseRuleTest {
  private static CauseRule rule(String changed) {
    return new CauseRule(
        changed.contains("data"),
        changed.contains("input"),
        changed.contains("parameters"),
        changed.contains("comparison"));
  }

  private static Publication publication(String version, String config) {
    return new Publication(
        "tiny",
        LocalDate.of(2020, 4, 10),
        true,
        Map.of(),
        Map.of("tiny/cases", version),
        "hash",
        config,
        "code");
  }

  @Test
  void whatNothingExplainsIsTheCode() {
    assertThat(rule("").ofValue(false, false, false)).containsExactly(Cause.CODE);
    assertThat(rule("").ofValue(true, false, false)).containsExactly(Cause.CODE);
    assertThat(rule("").ofPresence()).containsExactly(Cause.CODE);
    assertThat(rule("").ofRankPresence()).containsExactly(Cause.CODE);
    assertThat(rule("").ofRank(false, true)).containsExactly(Cause.CODE);
  }

  @Test
  void daysThatDifferAreNamedByWhicheverMadeThemDiffer() {
    assertThat(rule("data").ofValue(true, false, false)).containsExactly(Cause.DATA);
    assertThat(rule("input").ofValue(true, false, false)).containsExactly(Cause.INPUT);
    assertThat(rule("data input").ofValue(true, false, false))
        .containsExactly(Cause.DATA, Cause.INPUT);
    assertThat(rule("data input").ofValue(false, false, true)).containsExactly(Cause.METHOD);
  }

  @Test
  void whatDiffersBesideTheDaysStandsAfterThem() {
    assertThat(rule("data parameters").ofValue(true, true, true))
        .containsExactly(Cause.DATA, Cause.PARAMETERS, Cause.METHOD);
  }

  @Test
  void aRowThatOneAloneHasMayComeOfAllThatChanged() {
    assertThat(rule("data parameters comparison").ofPresence())
        .containsExactly(Cause.DATA, Cause.PARAMETERS);
    assertThat(rule("data parameters comparison").ofRankPresence())
        .containsExactly(Cause.DATA, Cause.PARAMETERS, Cause.COMPARISON);
  }

  @Test
  void aRankDiffersByItsValuesOrByHowItIsCompared() {
    assertThat(rule("comparison").ofRank(true, true))
        .containsExactly(Cause.VALUES, Cause.COMPARISON);
    assertThat(rule("comparison").ofRank(true, false)).containsExactly(Cause.VALUES);
    assertThat(rule("data").ofRank(true, true)).containsExactly(Cause.VALUES);
  }

  @Test
  void twoPublicationsTellWhatChangedBetweenThem() {
    Publication before = publication("v1", "{\"comparison\": {\"draws\": 200}}");

    assertThat(CauseRule.between(before, before)).isEqualTo(rule(""));
    assertThat(CauseRule.between(before, publication("v2", before.config())))
        .isEqualTo(rule("data"));
    assertThat(CauseRule.between(before, publication("v1", "{\"comparison\": {\"draws\": 300}}")))
        .isEqualTo(rule("comparison"));
  }
}
