package org.cityeval.config.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestConfigTest {
  private static RequestConfig published(String asOf) {
    return new RequestConfig(null, null, null, null, List.of(), asOf, "America/New_York", null);
  }

  @Test
  void theDayOfPublicationIsDeclaredOrAnExpression() {
    assertThat(published("2020-05-08").declaredAsOf()).contains(LocalDate.of(2020, 5, 8));
    assertThat(published("2020-05-08").asOfExpression()).isEmpty();
    assertThat(published("to_date(p)").declaredAsOf()).isEmpty();
    assertThat(published("to_date(p)").asOfExpression()).contains("to_date(p)");
    assertThat(published(null).asOfExpression()).isEmpty();
  }
}
