package org.cityeval.indicator.decentralisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.TestParameters;
import org.cityeval.request.TestRequests;
import org.junit.jupiter.api.Test;

class LocalClosureTest {
  private final LocalClosure indicator = new LocalClosure();

  @Test
  void isTheShareClosedAtALocalLevel() {
    // Street 20, district 20, city 10: 40 of 50; Wilson by numpy.
    Result result = evaluate(TestRequests.fifty(), Parameters.DEFAULTS);

    assertThat(result.value()).isEqualTo(0.8);
    assertThat(result.interval().orElseThrow().low()).isCloseTo(0.6696289406777459, within(1e-12));
    assertThat(result.interval().orElseThrow().high()).isCloseTo(0.887562499842239, within(1e-12));
    assertThat(result.parts()).containsEntry("counted", 40L).containsEntry("open", 3L);
  }

  @Test
  void callsLocalWhatTheEvaluationCallsLocal() {
    Parameters streetOnly = TestParameters.with(new Parameters.Requests(List.of("street")));

    assertThat(evaluate(TestRequests.fifty(), streetOnly).value()).isEqualTo(0.4);
  }

  @Test
  void anOpenRequestIsNotClosedLocally() {
    TestRequests half =
        TestRequests.ofDays(10).closed(5, "a", "street", 1).open(5, "a", "street", 500);

    assertThat(evaluate(half, Parameters.DEFAULTS).value()).isEqualTo(0.5);
  }

  @Test
  void asksRequestsWhoseLevelIsKnown() {
    TestRequests unknown = TestRequests.ofDays(10).closed(50, "a", null, 1);

    assertThat(evaluate(unknown, Parameters.DEFAULTS).status()).isEqualTo(Status.MISSING_INPUT);
    assertThat(evaluate(unknown.closed(9, "a", "city", 1), Parameters.DEFAULTS).status())
        .isEqualTo(Status.INSUFFICIENT);
    Result ten = evaluate(unknown.closed(1, "a", "street", 1), Parameters.DEFAULTS);
    assertThat(ten.value()).isEqualTo(0.1);
    assertThat(ten.n()).isEqualTo(10);
  }

  private Result evaluate(TestRequests requests, Parameters parameters) {
    return indicator.evaluate(requests.build(), parameters, 1);
  }
}
