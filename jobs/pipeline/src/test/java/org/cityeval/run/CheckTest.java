package org.cityeval.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.cityeval.config.lake.ContractCheck;
import org.cityeval.config.lake.QualityConfig;
import org.cityeval.run.Check.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTest {
  private static Check of(ContractCheck.Severity severity, Outcome outcome) {
    return new Check("falls", Check.Subject.RUN, severity, outcome, "-3", "at least 0", "why");
  }

  /** What someone answers for, and what was left out on someone's word, lets the run go on. */
  @ParameterizedTest
  @CsvSource({
    "FAIL, FAILED, true",
    "FAIL, PASSED, false",
    "FAIL, ACKNOWLEDGED, false",
    "FAIL, EXCLUDED, false",
    "WARN, FAILED, false",
    "QUARANTINE, FAILED, false"
  })
  void onlyAFailureThatMustNotBeStopsTheRun(
      ContractCheck.Severity severity, Outcome outcome, boolean stops) {
    assertThat(of(severity, outcome).stops()).isEqualTo(stops);
    assertThat(of(severity, outcome).passed()).isEqualTo(outcome != Outcome.FAILED);
  }

  @Test
  void aCheckOfTheRunStopsItWhereItsGateSaysSo() {
    assertThat(new Check("lost", QualityConfig.Severity.FAIL, false, "1", "0").stops()).isTrue();
    assertThat(new Check("lost", QualityConfig.Severity.WARN, false, "1", "0").stops()).isFalse();
    assertThat(new Check("lost", QualityConfig.Severity.FAIL, true, "0", "0").stops()).isFalse();
  }

  @Test
  void aMendOfItsOwnTakesThePlaceOfThatOfContracts() {
    Check check = of(ContractCheck.Severity.FAIL, Outcome.FAILED);

    assertThat(check.mend()).contains("change the check in the source's contract");
    assertThat(check.mendedBy("Raise quality.maximum_lost_share.").mend())
        .isEqualTo("Raise quality.maximum_lost_share.");
    assertThat(check.mendedBy("x").detail()).isEqualTo("why");
  }
}
