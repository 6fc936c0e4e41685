package org.cityeval.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportDataTest {
  private static ReportData.Estimate estimate(Double value, Double low, String status) {
    return new ReportData.Estimate(value, low, null, 0.95, "method", status, null);
  }

  private static ReportData.Indicator indicator(boolean perResident) {
    return new SmallReport()
        .indicator("P7", "precision", "d", perResident, Map.of("district", "lower"))
        .data()
        .scope()
        .indicators()
        .get(0);
  }

  @Test
  void theLargestComeFirstThenByIdAndThoseOfUnknownSizeLast() {
    ReportData.Scope scope =
        new SmallReport()
            .district("unknown-b", "c", "n", null, null)
            .district("few", "c", "n", null, 10.0)
            .district("like-b", "c", "n", null, 20.0)
            .district("like-a", "c", "n", null, 20.0)
            .district("unknown-a", "c", "n", null, null)
            .district("many", "c", "n", null, 1e6)
            .data()
            .scope();

    assertThat(scope.largestDistricts(9))
        .containsExactly("many", "like-a", "like-b", "few", "unknown-a", "unknown-b");
    assertThat(scope.largestDistricts(2)).containsExactly("many", "like-a");
    assertThat(scope.largestDistricts(0)).isEmpty();
    assertThat(scope.largestCities(9)).isEmpty();
  }

  /** The small report has room for one city and two districts. */
  @Test
  void embeddedAreTheLargestCitiesAndDistrictsEachByTheirOwnLimit() {
    ReportData data =
        new SmallReport()
            .city("small", "n", null, 5.0)
            .city("large", "n", null, 6.0)
            .district("a", "small", "n", null, 1.0)
            .district("b", "small", "n", null, 4.0)
            .district("c", "small", "n", null, 3.0)
            .data();

    assertThat(data.embedded()).containsExactly("b", "c", "large");
  }

  @Test
  void aTitleReplacesTheOneThereIsUnlessItIsNone() {
    ReportData data = new SmallReport().city("c", "n", null, 5.0).data();

    assertThat(data.titled("Other").title()).isEqualTo("Other");
    assertThat(data.titled("Other").scope()).isSameAs(data.scope());
    assertThat(data.titled(null).title()).isEqualTo("small");
  }

  @Test
  void anIndicatorIsContextWhereItIsNotComputed() {
    assertThat(indicator(false).better("district")).isEqualTo("lower");
    assertThat(indicator(false).better("city")).isEqualTo("context");
  }

  @Test
  void totalsAreComparedPerResident() {
    assertThat(indicator(false).comparedUnit()).isEqualTo("d");
    assertThat(indicator(true).comparedUnit()).isEqualTo("d per resident");
  }

  @Test
  void measuredIsANumberThatIsOk() {
    assertThat(estimate(0.0, null, "ok").isMeasured()).isTrue();
    assertThat(estimate(null, null, "ok").isMeasured()).isFalse();
    assertThat(estimate(1.0, null, "insufficient").isMeasured()).isFalse();
  }

  @Test
  void censoredIsWhatExceedsAFollowUpOfSomeLength() {
    assertThat(estimate(null, 0.5, "censored").isCensored()).isTrue();
    assertThat(estimate(null, 0.0, "censored").isCensored()).isFalse();
    assertThat(estimate(null, null, "censored").isCensored()).isFalse();
    assertThat(estimate(2.0, 1.0, "ok").isCensored()).isFalse();
  }
}
