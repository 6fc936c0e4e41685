package org.cityeval.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightSharesTest {
  @Test
  void measuredCensoredAndMissingAreThreeNumbers() {
    WeightShares shares =
        new WeightShares(
            List.of(
                value("E4", 7.0, null, "ok"),
                value("E5", null, 224.0, "censored"),
                value("P1", null, null, "insufficient")));

    // By hand: of 0.8, 0.4 is measured, 0.2 censored, and 0.2 lies on what nothing is known of.
    ReportData.Weight weight =
        shares.of("district", "a", "span", Map.of("E4", 0.4, "E5", 0.2, "P1", 0.1, "P2", 0.1));

    assertThat(weight.measured()).isCloseTo(0.5, within(1e-12));
    assertThat(weight.censored()).isCloseTo(0.25, within(1e-12));
    assertThat(weight.missing()).isCloseTo(0.25, within(1e-12));
    assertThat(Wording.weight(weight)).isEqualTo("50 % measured, 25 % censored, 25 % missing");
    assertThat(shares.of("district", "a", "span", Map.of())).isNull();
    // Censored at once tells nothing.
    assertThat(
            new WeightShares(List.of(value("E3", null, 0.0, "censored")))
                .of("district", "a", "span", Map.of("E3", 1.0))
                .missing())
        .isEqualTo(1);
    assertThat(shares.of("city", "a", "span", Map.of("E4", 1.0)).missing()).isEqualTo(1);
  }

  private static ReportData.Value value(String indicator, Double value, Double low, String status) {
    return new ReportData.Value(
        "city",
        "a",
        "district",
        "span",
        indicator,
        new ReportData.Estimate(value, low, null, null, null, status, null),
        new ReportData.Support(1L, 1.0, null));
  }
}
