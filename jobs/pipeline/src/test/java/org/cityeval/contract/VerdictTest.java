package org.cityeval.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.List;
import org.cityeval.config.lake.ContractCheck;
import org.cityeval.config.lake.ContractCheck.Severity;
import org.cityeval.config.lake.ContractConfig;
import org.cityeval.config.lake.ContractConfig.Acknowledgement;
import org.cityeval.config.lake.ContractConfig.SlaProperty;
import org.cityeval.config.lake.MustBe;
import org.cityeval.config.lake.QualityConfig;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final LocalDate TODAY = LocalDate.of(2020, 6, 30);

  private static ContractConfig contract(Acknowledgement... accepted) {
    ContractCheck falls =
        new ContractCheck(
            "falls",
            null,
            new ContractCheck.Rule(
                ContractCheck.CheckType.CUSTOM,
                null,
                null,
                ContractCheck.Engine.CITYEVAL,
                ContractCheck.Implementation.INCREMENT),
            new ContractCheck.Arguments(
                null, null, null, null, null, 1, ContractCheck.Method.ROBUST_Z, null),
            null,
            new MustBe(null, null, null, 0.0, null, null, null, null),
            Severity.QUARANTINE,
            ContractCheck.Dimension.CONSISTENCY);
    SlaProperty latency =
        new SlaProperty(
            ContractConfig.Sla.LATENCY,
            4,
            ContractConfig.TimeUnit.D,
            QualityConfig.Severity.FAIL,
            null);
    return new ContractConfig(
        List.of(), List.of(falls), List.of(latency), List.of(accepted), List.of());
  }

  private static Acknowledgement accepted(String district, String to, String expires) {
    return new Acknowledgement(
        "falls",
        List.of(district),
        List.of(),
        null,
        LocalDate.parse(to),
        "Reassigned",
        "Ann",
        LocalDate.parse(expires));
  }

  private static Measurement fall(String district, String day) {
    LocalDate date = LocalDate.parse(day);
    return new Measurement(
        "falls", new Measurement.Subject("new_cases", district, null), date, date, -3, false);
  }

  private static List<String> told(ContractConfig contract, Measurement... measurements) {
    return new Verdict(contract, TODAY)
        .findings(List.of(measurements)).stream()
            .map(
                f ->
                    f.rule().id()
                        + " "
                        + f.subject().district()
                        + " "
                        + f.outcome()
                        + " "
                        + f.observed()
                        + " | "
                        + f.detail())
            .toList();
  }

  @Test
  void aFindingIsAcknowledgedOnTheDaysAndInTheDistrictsItIsAcceptedFor() {
    ContractConfig contract = contract(accepted("A", "2020-03-31", "2020-06-30"));
    Measurement[] falls = {
      fall("A", "2020-03-31"), fall("A", "2020-04-01"), fall("B", "2020-03-31")
    };

    assertThat(told(contract, falls))
        .contains(
            "falls A FAILED -3 on 2020-04-01 | null",
            "falls B FAILED -3 on 2020-03-31 | null",
            "falls A ACKNOWLEDGED -3 on 2020-03-31 | Acknowledged by Ann until 2020-06-30:"
                + " Reassigned");
    assertThat(new Verdict(contract, TODAY).refused(List.of(falls)))
        .containsExactly(falls[1], falls[2]);
  }

  @Test
  void whatHasExpiredCountsAgainAndIsToldSo() {
    ContractConfig contract = contract(accepted("A", "2020-03-31", "2020-06-29"));

    assertThat(told(contract, fall("A", "2020-03-31")))
        .contains(
            "falls A FAILED -3 on 2020-03-31 | The exception of Ann expired on 2020-06-29, before"
                + " the run's day 2020-06-30: Reassigned");
  }

  @Test
  void aPairIsAcceptedOnlyIfBothAreNamed() {
    Measurement pair =
        new Measurement(
            "falls",
            new Measurement.Subject("new_cases", "A", "B"),
            LocalDate.parse("2020-03-01"),
            LocalDate.parse("2020-03-31"),
            31,
            false);
    assertThat(told(contract(accepted("A", "2020-03-31", "2020-12-31")), pair))
        .anyMatch(text -> text.startsWith("falls A FAILED"));
  }

  @Test
  void aRuleThatNothingBreaksIsToldOnce() {
    Measurement good =
        new Measurement(
            "falls", new Measurement.Subject("new_cases", "A", null), TODAY, TODAY, 2, true);
    assertThat(told(contract(), good))
        .containsExactly(
            "falls null PASSED 1 series, smallest 2 | null",
            "latency null PASSED no finding | null");
  }

  @Test
  void latencyIsCountedToTheRunsDay() {
    Verdict verdict = new Verdict(contract(), TODAY);
    // 26 June is four days before 30 June, 25 June is five.
    assertThat(verdict.delivery(LocalDate.parse("2020-06-26"))).allMatch(Measurement::holds);
    assertThat(verdict.delivery(LocalDate.parse("2020-06-25")))
        .singleElement()
        .satisfies(late -> assertThat(late.holds()).isFalse())
        .satisfies(late -> assertThat(late.number()).isEqualTo(5));
  }

  /** A fall is a number of the source's own; a delivery is late by days, whoever is counted. */
  @Test
  void aRuleTellsWhetherItsNumberIsOfRecords() {
    assertThat(new Verdict(contract(), TODAY).findings(List.of()))
        .extracting(f -> f.rule().id(), f -> f.rule().expected(), f -> f.rule().isOfRecords())
        .containsExactly(
            tuple("falls", "at least 0", false), tuple("latency", "at most 4 days", true));
  }
}
