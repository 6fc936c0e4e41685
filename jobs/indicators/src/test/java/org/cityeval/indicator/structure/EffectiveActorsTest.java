package org.cityeval.indicator.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.request.TestRequests;
import org.junit.jupiter.api.Test;

class EffectiveActorsTest {
  private final EffectiveActors indicator = new EffectiveActors();

  @Test
  void isTheExponentialOfTheEntropy() {
    // Shares .4, .2, .2, .2: exp(.4 ln 2.5 + .6 ln 5) = 3.7892914; interval and the estimate of
    // Chao and Shen by numpy, after their papers.
    Result result = evaluate(TestRequests.fifty());

    assertThat(result.value()).isCloseTo(3.7892914162759954, within(1e-12));
    assertThat(result.interval().orElseThrow().low()).isCloseTo(3.448903604966741, within(1e-11));
    assertThat(result.interval().orElseThrow().method()).isEqualTo("entropy_normal");
    assertThat((double) result.parts().get("order_2")).isCloseTo(1 / 0.28, within(1e-12));
    assertThat((double) result.parts().get("chao_shen"))
        .isCloseTo(3.789343642919825, within(1e-12));
    assertThat(result.parts()).containsEntry("agencies", 4);
    assertThat(result.n()).isEqualTo(50);
  }

  @Test
  void cutsTheIntervalAtTheNumberOfAgencies() {
    // The normal interval would reach 4.163.
    assertThat(evaluate(TestRequests.fifty()).interval().orElseThrow().high()).isEqualTo(4);
  }

  @Test
  void allowsForAgenciesNotSeen() {
    // 6, 3, 1 and 1 requests: by numpy; a sample coverage of 1 - 2/11.
    Result result =
        evaluate(
            TestRequests.ofDays(10)
                .closed(6, "a", "street", 1)
                .closed(3, "b", "street", 1)
                .closed(1, "c", "street", 1)
                .closed(1, "d", "street", 1));

    assertThat(result.value()).isCloseTo(3.0677684028710237, within(1e-12));
    assertThat(result.interval().orElseThrow().low()).isCloseTo(2.0640225675818953, within(1e-11));
    assertThat((double) result.parts().get("chao_shen"))
        .isCloseTo(4.024966349044624, within(1e-12));
  }

  @Test
  void isOneForASingleAgency() {
    Result result = evaluate(TestRequests.ofDays(10).closed(50, "a>b", "street", 1));

    assertThat(result.value()).isEqualTo(1);
    assertThat(result.interval()).isEmpty();
  }

  @Test
  void isTheNumberOfAgenciesWhereAllAreEquallyBusy() {
    Result result =
        evaluate(
            TestRequests.ofDays(10)
                .closed(10, "a", "street", 1)
                .closed(10, "b", "street", 1)
                .closed(10, "c", "street", 1));

    assertThat(result.value()).isCloseTo(3, within(1e-12));
    assertThat(result.interval()).isEmpty();
  }

  @Test
  void countsTheAgencyAtTheEndOfThePath() {
    Result result =
        evaluate(
            TestRequests.ofDays(10).closed(5, "a>c", "street", 1).closed(5, "b>c", "street", 1));

    assertThat(result.parts()).containsEntry("agencies", 1);
  }

  @Test
  void asksRequestsWhoseAgencyIsKnown() {
    TestRequests unknown = TestRequests.ofDays(10).closed(50, "", "street", 1);

    assertThat(evaluate(unknown).status()).isEqualTo(Status.MISSING_INPUT);
    assertThat(evaluate(unknown.closed(9, "a", "street", 1)).status())
        .isEqualTo(Status.INSUFFICIENT);
    assertThat(evaluate(unknown.closed(1, "b", "street", 1)).n()).isEqualTo(10);
  }

  private Result evaluate(TestRequests requests) {
    return indicator.evaluate(requests.build(), Parameters.DEFAULTS, 1);
  }
}
