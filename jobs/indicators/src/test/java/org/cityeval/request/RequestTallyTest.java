package org.cityeval.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestTallyTest {
  @Test
  void countsRequestsAndNotGroups() {
    RequestTally fifty = TestRequests.fifty().build();

    assertThat(fifty.count()).isEqualTo(50);
    assertThat(fifty.count(group -> !group.closed())).isEqualTo(3);
    assertThat(fifty.count(group -> group.handOffs() > 1)).isZero();
  }

  @Test
  void coversTheDaysOnWhichARequestWasOpened() {
    // Two groups on the first day and one on the fourth: 2 of 8 days.
    RequestTally tally = new RequestTally(8, List.of(openedOn(0), openedOn(0), openedOn(3)));

    assertThat(tally.coverage()).isEqualTo(0.25);
  }

  @Test
  void coversNothingWithoutARequestOrADay() {
    assertThat(TestRequests.ofDays(8).build().coverage()).isZero();
    assertThat(TestRequests.ofDays(8).build().count()).isZero();
    assertThat(TestRequests.ofDays(0).build().coverage()).isZero();
  }

  @Test
  void theLastAgencyAnswers() {
    assertThat(group(List.of("street", "health")).agency()).isEqualTo("health");
    assertThat(group(List.of("street")).agency()).isEqualTo("street");
    assertThat(group(List.of()).agency()).isNull();
  }

  @Test
  void keepsWhatItWasGiven() {
    List<String> path = new ArrayList<>(List.of("street"));
    RequestGroup group = group(path);
    List<RequestGroup> groups = new ArrayList<>(List.of(group));
    RequestTally tally = new RequestTally(1, groups);

    path.add("health");
    groups.clear();

    assertThat(group.agency()).isEqualTo("street");
    assertThat(tally.count()).isEqualTo(1);
  }

  private static RequestGroup openedOn(int day) {
    return new RequestGroup(
        TestRequests.FIRST_DAY + day, List.of("street"), "street", 0, true, 1, 5);
  }

  private static RequestGroup group(List<String> path) {
    return new RequestGroup(TestRequests.FIRST_DAY, path, "street", 0, true, 1, 1);
  }
}
