package org.cityeval.indicator.flatness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.request.RequestGroup;
import org.cityeval.request.TestRequests;
import org.junit.jupiter.api.Test;

class HandlingTimeTest {
  private final HandlingTime indicator = new HandlingTime();

  @Test
  void isTheTimeByWhichHalfWereClosed() {
    // S = .6, .4, .2, .06 after 12, 24, 36 and 72 hours. On the logarithmic scale (numpy) the lower
    // curve is .478 at 12, the upper .562 at 24 and .348 at 36.
    Result result = evaluate(TestRequests.fifty());

    assertThat(result.value()).isEqualTo(24);
    assertThat(result.interval().orElseThrow().low()).isEqualTo(12);
    assertThat(result.interval().orElseThrow().high()).isEqualTo(36);
    assertThat(result.interval().orElseThrow().method()).isEqualTo("kaplan_meier");
    assertThat(result.parts())
        .containsEntry("hours_nine_in_ten", 72.0)
        .containsEntry("open", 3L)
        .containsEntry("closed_at_once", 0L);
    assertThat(result.n()).isEqualTo(50);
  }

  @Test
  void countsAnOpenRequestWithTheHoursItHasWaited() {
    // 4 closed after 10 hours, 6 open after 5: they had left before, and S falls to 0 at 10. Open
    // after 20 instead, S stays at .6.
    TestRequests four = TestRequests.ofDays(10).closed(4, "a", "street", 10);

    assertThat(evaluate(four.open(6, "a", "street", 5)).value()).isEqualTo(10);
    Result waited =
        evaluate(TestRequests.ofDays(10).closed(4, "a", "street", 10).open(6, "a", "street", 20));
    assertThat(waited.status()).isEqualTo(Status.CENSORED);
    assertThat(waited.interval().orElseThrow().low()).isEqualTo(20);
    assertThat(waited.interval().orElseThrow().high()).isNaN();
  }

  @Test
  void isInTheMiddleOfTheStepWhereHalfAreClosed() {
    // S is exactly .5 from 10 to 30 hours.
    Result result =
        evaluate(TestRequests.ofDays(10).closed(5, "a", "street", 10).closed(5, "a", "street", 30));

    assertThat(result.value()).isEqualTo(20);
  }

  @Test
  void leavesTheUpperEndOpenWhereItIsNotReached() {
    // 6 of 10 closed after 10 hours: S = .4, se of its logarithm √(6/(10·4)) = .387, so up to .855.
    Result result =
        evaluate(TestRequests.ofDays(10).closed(6, "a", "street", 10).open(4, "a", "street", 20));

    assertThat(result.value()).isEqualTo(10);
    assertThat(result.interval().orElseThrow().low()).isEqualTo(10);
    assertThat(result.interval().orElseThrow().high()).isNaN();
    assertThat(result.parts()).doesNotContainKey("hours_nine_in_ten");
  }

  @Test
  void hasNoIntervalWhereAllWereClosedAtTheSameTime() {
    Result result = evaluate(TestRequests.ofDays(10).closed(10, "a", "street", 7));

    assertThat(result.value()).isEqualTo(7);
    assertThat(result.interval()).isEmpty();
  }

  @Test
  void countsRequestsClosedTheMomentTheyWereOpened() {
    Result result =
        evaluate(
            TestRequests.ofDays(10)
                .closed(30, "a", "street", 0)
                .closed(10, "a", "street", 5)
                .open(2, "a", "street", 0));

    assertThat(result.value()).isZero();
    assertThat(result.parts()).containsEntry("closed_at_once", 30L);
  }

  @Test
  void isCensoredWhereNoneWasClosed() {
    Result result = evaluate(TestRequests.ofDays(10).open(10, "a", "street", 48));

    assertThat(result.status()).isEqualTo(Status.CENSORED);
    assertThat(result.interval().orElseThrow().low()).isEqualTo(48);
    assertThat(result.parts()).containsEntry("open", 10L);
  }

  @Test
  void leavesOutRequestsWithoutATime() {
    TestRequests nine = TestRequests.ofDays(10).closed(9, "a", "street", 5);
    RequestGroup untimed =
        new RequestGroup(TestRequests.FIRST_DAY, List.of("a"), "street", 0, true, Double.NaN, 40);

    assertThat(evaluate(nine.add(untimed)).status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(evaluate(nine.closed(1, "a", "street", 5)).value()).isEqualTo(5);
    assertThat(evaluate(TestRequests.ofDays(10).add(untimed)).status())
        .isEqualTo(Status.MISSING_INPUT);
  }

  private Result evaluate(TestRequests requests) {
    return indicator.evaluate(requests.build(), Parameters.DEFAULTS, 1);
  }
}
