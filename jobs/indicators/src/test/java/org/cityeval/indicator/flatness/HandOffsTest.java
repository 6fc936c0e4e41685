package org.cityeval.indicator.flatness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.request.TestRequests;
import org.junit.jupiter.api.Test;

class HandOffsTest {
  private final HandOffs indicator = new HandOffs();

  @Test
  void isTheMeanNumberOfHandOffsWithStudentsInterval() {
    // 30 of 50 were handed on once. Variance 12/49; scipy.stats.t.interval with 49 degrees.
    Result result = evaluate(TestRequests.fifty());

    assertThat(result.value()).isEqualTo(0.6);
    assertThat(result.interval().orElseThrow().low()).isCloseTo(0.459359030551453, within(1e-12));
    assertThat(result.interval().orElseThrow().high()).isCloseTo(0.740640969448547, within(1e-12));
    assertThat(result.interval().orElseThrow().method()).isEqualTo("student_t");
    assertThat(result.parts()).containsEntry("hand_offs", 30L).containsEntry("requests", 50L);
    assertThat(result.n()).isEqualTo(50);
  }

  @Test
  void cutsTheIntervalAtZero() {
    // Nine times none, once 3: mean .3, Student's interval -.3786471 to .9786471 (scipy).
    Result result =
        evaluate(
            TestRequests.ofDays(10)
                .closed(9, "street", "street", 1)
                .closed(1, "street>district>city>health", "city", 1));

    assertThat(result.value()).isCloseTo(0.3, within(1e-15));
    assertThat(result.interval().orElseThrow().low()).isZero();
    assertThat(result.interval().orElseThrow().high()).isCloseTo(0.9786471488394615, within(1e-12));
  }

  @Test
  void countsOpenRequestsWithTheHandOffsTheyHaveHad() {
    // 5 · 0 + 5 · 2 = 10 of 10.
    Result result =
        evaluate(
            TestRequests.ofDays(10)
                .closed(5, "street", "street", 1)
                .open(5, "street>district>city", "city", 100));

    assertThat(result.value()).isEqualTo(1);
  }

  @Test
  void hasNoIntervalWhereAllWereHandedOnEquallyOften() {
    assertThat(evaluate(TestRequests.ofDays(10).closed(70, "a>b>c", "city", 1)).interval())
        .isEmpty();
    Result none = evaluate(TestRequests.ofDays(10).closed(70, "a", "city", 1));

    assertThat(none.value()).isZero();
    assertThat(none.interval()).isEmpty();
  }

  @Test
  void leavesOutRequestsWhoseHandOffsNobodyCounted() {
    TestRequests counted = TestRequests.ofDays(10).handedOn(10, "a>b", 1);

    Result result = evaluate(counted.handedOn(90, "a", TestRequests.NOT_COUNTED));

    assertThat(result.value()).isEqualTo(1);
    assertThat(result.n()).isEqualTo(10);
    assertThat(result.parts()).containsEntry("requests", 100L);
  }

  @Test
  void isMissingInputWhereNobodyCounted() {
    assertThat(
            evaluate(TestRequests.ofDays(10).handedOn(50, "a", TestRequests.NOT_COUNTED)).status())
        .isEqualTo(Status.MISSING_INPUT);
  }

  @Test
  void isInsufficientWithNineRequestsThatTell() {
    TestRequests nine =
        TestRequests.ofDays(10).handedOn(9, "a>b", 1).handedOn(50, "a", TestRequests.NOT_COUNTED);

    assertThat(evaluate(nine).status()).isEqualTo(Status.INSUFFICIENT);
  }

  private Result evaluate(TestRequests requests) {
    return indicator.evaluate(requests.build(), Parameters.DEFAULTS, 1);
  }
}
