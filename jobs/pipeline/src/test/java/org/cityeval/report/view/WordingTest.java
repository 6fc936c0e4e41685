package org.cityeval.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.cityeval.report.data.ReportData;
import org.junit.jupiter.api.Test;

class WordingTest {
  @Test
  void printsThreeSignificantDigitsAndATrueMinus() {
    assertThat(Wording.number(0)).isEqualTo("0");
    assertThat(Wording.number(7)).isEqualTo("7");
    assertThat(Wording.number(-0.12345)).isEqualTo("−0.123");
    assertThat(Wording.number(-0.0001)).isEqualTo("0.000");
    assertThat(Wording.number(12.345)).isEqualTo("12.3");
    assertThat(Wording.number(1234567.8)).isEqualTo("1,234,568");
  }

  @Test
  void printsAnEstimateAndItsIntervalWithOnePrecision() {
    assertThat(Wording.estimate(0.7, 0.65, 0.741, "ok", "1")).isEqualTo("0.700 (0.650 to 0.741)");
    assertThat(Wording.estimate(17.0, 14.0, 21.0, "ok", "d")).isEqualTo("17 (14 to 21) days");
    assertThat(Wording.estimate(17.0, null, null, "ok", "d")).isEqualTo("17 days");
  }

  @Test
  void neverPrintsAMissingValueAsANumberOrNothing() {
    assertThat(Wording.estimate(null, 84.0, null, "censored", "d")).isEqualTo("more than 84 days");
    assertThat(Wording.estimate(null, null, null, "missing_input", "d"))
        .isEqualTo("no data of this kind");
    for (String status : List.of("insufficient", "not_applicable", "missing_input", "suppressed")) {
      assertThat(Wording.estimate(null, null, null, status, "d")).doesNotContain("_", status);
      assertThat(Wording.status(estimate(null, null, null, status))).isNotBlank();
    }
  }

  @Test
  void namesTheNumberOfThoseItLeavesOut() {
    assertThat(Wording.list(List.of("A"))).isEqualTo("A");
    assertThat(Wording.list(List.of("A", "B", "C"))).isEqualTo("A, B and C");
    assertThat(Wording.list(Collections.nCopies(20, "A"))).endsWith("A and 9 others");
  }

  private static ReportData.Estimate estimate(
      Double value, Double low, Double high, String status) {
    return new ReportData.Estimate(value, low, high, 0.95, "bootstrap", status, null);
  }

  @Test
  void oneDayIsNoDays() {
    assertThat(Wording.estimate(null, 1.0, null, "censored", "d")).isEqualTo("more than 1 day");
    assertThat(Wording.estimate(1.0, null, null, "ok", "h")).isEqualTo("1 hour");
    assertThat(Wording.estimate(null, 1.5, null, "censored", "d")).isEqualTo("more than 1.50 days");
    assertThat(Wording.estimate(1.0, 0.0, 2.0, "ok", "d")).isEqualTo("1 (0 to 2) days");
  }
}
