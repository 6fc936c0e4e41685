package org.cityeval.withholding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cityeval.disclosure.SmallCount;
import org.cityeval.series.Period;
import org.cityeval.withholding.NestedCounts.Counted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Fewer than five are few. */
class NestedCountsTest {
  private static final SmallCount FEW = new SmallCount(5);

  private static Counted counted(String period, int firstDay, int lastDay, long count) {
    LocalDate first = LocalDate.of(2020, 1, 1);
    return new Counted(
        new Period(
            period, period, Period.Kind.NAMED, first.plusDays(firstDay), first.plusDays(lastDay)),
        count);
  }

  private static boolean leaveFew(Counted... counts) {
    return new NestedCounts(List.of(counts)).leaveFew(FEW);
  }

  @Test
  void aPeriodLessOneWithinItLeavesFew() {
    assertThat(leaveFew(counted("span", 0, 99, 100), counted("may", 10, 20, 96))).isTrue();
    assertThat(leaveFew(counted("span", 0, 99, 100), counted("may", 10, 20, 95))).isFalse();
    assertThat(leaveFew(counted("span", 0, 99, 100), counted("may", 10, 20, 100))).isFalse();
  }

  @Test
  void periodsThatDoNotMeetAreTakenAwayTogether() {
    Counted span = counted("span", 0, 99, 100);
    Counted early = counted("early", 0, 40, 50);

    assertThat(leaveFew(span, early, counted("late", 41, 99, 48))).isTrue();
    // These share a day, so nobody can add them up.
    assertThat(leaveFew(span, early, counted("late", 40, 99, 48))).isFalse();
  }

  @Test
  void whatLiesOutsideAPeriodIsNotTakenFromIt() {
    assertThat(leaveFew(counted("may", 10, 20, 100), counted("later", 15, 30, 98))).isFalse();
  }

  /** A sum for each set of thirty would be a thousand million. */
  @Test
  @Timeout(20)
  void manyPeriodsAreNoMoreWorkThanTheirCounts() {
    List<Counted> counts = new ArrayList<>();
    counts.add(counted("span", 0, 99, 40_000));
    for (int wave = 0; wave < 30; wave++) {
      counts.add(counted("wave-" + wave, 3 * wave, 3 * wave + 1, 1_000 + 7L * wave));
    }
    // All thirty come to 30,000 + 7 x 435 = 33,045, so 6,955 are left at least.
    assertThat(new NestedCounts(counts).leaveFew(FEW)).isFalse();

    counts.set(0, counted("span", 0, 99, 33_047));
    assertThat(new NestedCounts(counts).leaveFew(FEW)).isTrue();
  }
}
