package org.cityeval.indicator.flatness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.request.TestRequests;
import org.junit.jupiter.api.Test;

class FirstContactResolutionTest {
  private final FirstContactResolution indicator = new FirstContactResolution();

  @Test
  void isTheShareClosedWithoutAHandOff() {
    // 20 of 50; Wilson by numpy.
    Result result = evaluate(TestRequests.fifty());

    assertThat(result.value()).isEqualTo(0.4);
    assertThat(result.interval().orElseThrow().low()).isCloseTo(0.27608389730256544, within(1e-12));
    assertThat(result.interval().orElseThrow().high()).isCloseTo(0.5381856225241064, within(1e-12));
    assertThat(result.parts()).containsEntry("counted", 20L).containsEntry("open", 3L);
    assertThat(result.n()).isEqualTo(50);
  }

  @Test
  void anOpenRequestIsNotResolved() {
    Result result =
        evaluate(TestRequests.ofDays(10).closed(5, "a", "street", 1).open(5, "a", "street", 500));

    assertThat(result.value()).isEqualTo(0.5);
    assertThat(result.parts()).containsEntry("open", 5L);
  }

  @Test
  void mayBeAllOrNone() {
    Result all = evaluate(TestRequests.ofDays(10).closed(10, "a", "street", 1));
    Result none = evaluate(TestRequests.ofDays(10).closed(10, "a>b", "street", 1));

    // Wilson's interval for 10 of 10 begins at .7224672, for 0 of 10 it ends at .2775328 (numpy).
    assertThat(all.value()).isEqualTo(1);
    assertThat(all.interval().orElseThrow().low()).isCloseTo(0.7224672001371107, within(1e-12));
    assertThat(all.interval().orElseThrow().high()).isEqualTo(1);
    assertThat(none.value()).isZero();
    assertThat(none.interval().orElseThrow().low()).isZero();
    assertThat(none.interval().orElseThrow().high()).isCloseTo(0.2775327998628892, within(1e-12));
  }

  @Test
  void asksRequestsWhoseHandOffsWereCounted() {
    TestRequests uncounted = TestRequests.ofDays(10).handedOn(50, "a", TestRequests.NOT_COUNTED);

    assertThat(evaluate(uncounted).status()).isEqualTo(Status.MISSING_INPUT);
    assertThat(evaluate(uncounted.handedOn(9, "a", 0)).status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(evaluate(uncounted.handedOn(1, "a>b", 1)).value()).isEqualTo(0.9);
  }

  private Result evaluate(TestRequests requests) {
    return indicator.evaluate(requests.build(), Parameters.DEFAULTS, 1);
  }
}
