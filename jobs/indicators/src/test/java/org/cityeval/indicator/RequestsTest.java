package org.cityeval.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cityeval.request.RequestGroup;
import org.cityeval.request.RequestTally;
import org.cityeval.request.TestRequests;
import org.junit.jupiter.api.Test;

class RequestsTest {
  @Test
  void isMissingInputWithoutARequest() {
    Result result = judge(TestRequests.ofDays(10).build());

    assertThat(result.status()).isEqualTo(Status.MISSING_INPUT);
    assertThat(result.reason()).isEqualTo("no service request observed");
    assertThat(result.coverage()).isZero();
  }

  @Test
  void isMissingInputWhereTheRegisterDoesNotTell() {
    Result result = judge(TestRequests.ofDays(10).closed(50, "street", null, 12).build());

    assertThat(result.status()).isEqualTo(Status.MISSING_INPUT);
    assertThat(result.reason()).isEqualTo("the register does not tell its level");
    assertThat(result.n()).isZero();
    assertThat(result.coverage()).isEqualTo(0.1);
  }

  @Test
  void asksTenRequestsThatTell() {
    TestRequests silent = TestRequests.ofDays(10).closed(90, "street", null, 12);

    Result nine = judge(silent.closed(9, "street", "street", 12).build());
    Result ten = judge(silent.closed(1, "street", "street", 24).build());

    assertThat(nine.status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(nine.n()).isEqualTo(9);
    assertThat(ten.status()).isEqualTo(Status.OK);
    assertThat(ten.n()).isEqualTo(10);
    assertThat(ten.parts()).containsEntry("requests", 100L);
  }

  @Test
  void sharesHaveTheIntervalOfWilson() {
    // 8 of 10: .4901625 to .9433178 (published example of Wilson's interval).
    RequestTally tally =
        TestRequests.ofDays(10)
            .closed(8, "street", "street", 1)
            .closed(2, "street", "city", 1)
            .open(5, "street", null, 1)
            .build();

    Result share =
        Requests.share(tally, RequestsTest::tells, group -> group.level().equals("street"), 0.95);

    assertThat(share.value()).isEqualTo(0.8);
    assertThat(share.interval().orElseThrow().low()).isCloseTo(0.4901625, within(1e-7));
    assertThat(share.interval().orElseThrow().high()).isCloseTo(0.9433178, within(1e-7));
    assertThat(share.interval().orElseThrow().method()).isEqualTo("wilson");
    assertThat(share.parts()).containsEntry("counted", 8L).containsEntry("open", 0L);
  }

  private static Result judge(RequestTally tally) {
    return Requests.judge(tally, RequestsTest::tells, "its level", () -> Result.ok(1));
  }

  private static boolean tells(RequestGroup group) {
    return group.level() != null;
  }
}
