package org.cityeval.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.cityeval.report.data.ReportData;
import org.cityeval.report.view.GroupSpread.Marks;
import org.cityeval.report.view.GroupSpread.Position;
import org.junit.jupiter.api.Test;

class GroupSpreadTest {
  private final ReportData.Estimate quick = ok(10.0, 8.0, 12.0);
  private final ReportData.Estimate medium = ok(20.0, 11.0, 29.0);
  private final ReportData.Estimate slow = ok(40.0, 35.0, 45.0);

  @Test
  void countsAPositionFromIntervalsThatDoNotOverlap() {
    GroupSpread days = group("lower", quick, medium, slow);

    // Lower is better. 8-12 and 11-29 overlap, 35-45 overlaps neither.
    assertThat(days.position(quick)).isEqualTo(new Position(1, 1, 2));
    assertThat(days.position(medium)).isEqualTo(new Position(2, 1, 2));
    assertThat(days.position(slow)).isEqualTo(new Position(3, 3, 3));
  }

  @Test
  void isSureOfNothingWithoutAnInterval() {
    ReportData.Estimate bare = ok(1.0, null, null);
    GroupSpread days = group("lower", bare, quick, slow);

    assertThat(days.position(bare)).isEqualTo(new Position(1, 1, 3));
  }

  @Test
  void findsTheWorstTheBestAndTheQuartiles() {
    // By hand: of 10, 20 and 40 the middle is 20, a quarter of the way 15, three quarters 30.
    assertThat(group("higher", quick, medium, slow).marks())
        .isEqualTo(new Marks(10, 40, 15.0, 20.0, 30.0, false));
    assertThat(group("lower", quick, medium, slow).marks())
        .isEqualTo(new Marks(40, 10, 30.0, 20.0, 15.0, false));
  }

  /** One recovered in 69 days and was drawn as the worst of its group: nobody else recovered. */
  @Test
  void whoeverRecoveredIsBetterThanAllWhoDidNot() {
    ReportData.Estimate recovered = ok(69.0, 60.0, 78.0);
    ReportData.Estimate longest = beyond(224.0);
    GroupSpread days = group("lower", recovered, beyond(220.0), longest, beyond(216.0));

    assertThat(days.position(recovered)).isEqualTo(new Position(1, 1, 1));
    assertThat(days.position(longest)).isEqualTo(new Position(2, 2, 4));
    assertThat(days.marks()).isEqualTo(new Marks(224, 69, null, null, null, true));
    assertThat(days.size()).isEqualTo(4);
  }

  @Test
  void aShortFollowUpIsNotAheadOfALongDuration() {
    // Two days seen of one, 90 of the other, who recovered: the first is only not told apart.
    GroupSpread days = group("lower", ok(90.0, 85.0, 95.0), beyond(2.0));

    assertThat(days.position(beyond(2.0))).isEqualTo(new Position(2, 1, 2));
    assertThat(days.position(ok(90.0, 85.0, 95.0))).isEqualTo(new Position(1, 1, 2));
  }

  @Test
  void hasNoPositionWithoutAValue() {
    ReportData.Estimate few =
        new ReportData.Estimate(null, null, null, null, null, "insufficient", null);
    GroupSpread days = group("lower", quick, slow, few);

    assertThat(days.position(few)).isNull();
    assertThat(days.size()).isEqualTo(2);
    assertThat(group("lower", few).marks()).isNull();
  }

  @Test
  void neverScoresContext() {
    assertThat(group("context", quick, slow).position(quick)).isNull();
  }

  private static GroupSpread group(String better, ReportData.Estimate... estimates) {
    GroupSpread group = new GroupSpread(better);
    for (ReportData.Estimate estimate : estimates) {
      group.add(estimate);
    }
    return group;
  }

  private static ReportData.Estimate ok(Double value, Double low, Double high) {
    return new ReportData.Estimate(value, low, high, 0.95, "bootstrap", "ok", null);
  }

  private static ReportData.Estimate beyond(Double followUp) {
    return new ReportData.Estimate(null, followUp, null, null, "follow_up", "censored", null);
  }
}
