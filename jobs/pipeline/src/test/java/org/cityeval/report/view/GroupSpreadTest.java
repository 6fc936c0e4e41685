package org.cityeval.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.cityeval.report.data.ReportData;
import org.junit.jupiter.api.Test;

class GroupSpreadTest {
  private final ReportData.Estimate quick = ok(10.0, 8.0, 12.0);
  private final ReportData.Estimate medium = ok(20.0, 11.0, 29.0);
  private final ReportData.Estimate slow = ok(40.0, 35.0, 45.0);

  @Test
  void countsAPositionFromIntervalsThatDoNotOverlap() {
    GroupSpread days = group("lower", quick, medium, slow);

    // Lower is better. 8-12 and 11-29 overlap, 35-45 overlaps neither.
    assertThat(days.position(quick)).isEqualTo("1 (1–2) of 3");
    assertThat(days.position(medium)).isEqualTo("2 (1–2) of 3");
    assertThat(days.position(slow)).isEqualTo("3 (3–3) of 3");
  }

  @Test
  void isSureOfNothingWithoutAnInterval() {
    ReportData.Estimate bare = ok(1.0, null, null);
    GroupSpread days = group("lower", bare, quick, slow);

    assertThat(days.position(bare)).isEqualTo("1 (1–3) of 3");
    assertThat(days.spine(bare, 10.0).low()).isNull();
  }

  @Test
  void drawsTheBetterEndAtTheRightWhicheverWayIsBetter() {
    // By hand: 20 lies 10 above the lowest of 10 to 40, a third of the way.
    assertThat(group("higher", quick, medium, slow).spine(medium, 20.0).at()).isEqualTo(0.333);
    assertThat(group("lower", quick, medium, slow).spine(medium, 20.0).at()).isEqualTo(0.667);
    assertThat(group("lower", quick, medium, slow).spine(quick, 20.0).at()).isEqualTo(1.0);
  }

  @Test
  void drawsTheMedianThatIsPublished() {
    // By hand: 25 lies half-way between 10 and 40.
    assertThat(group("lower", quick, medium, slow).spine(quick, 25.0).median()).isEqualTo(0.5);
  }

  @Test
  void placesEqualValuesInTheMiddle() {
    assertThat(group("higher", quick, quick).spine(quick, 10.0).at()).isEqualTo(0.5);
  }

  /** One recovered in 69 days and was drawn as the worst of its group: nobody else recovered. */
  @Test
  void whoeverRecoveredIsBetterThanAllWhoDidNot() {
    ReportData.Estimate recovered = ok(69.0, 60.0, 78.0);
    ReportData.Estimate longest = beyond(224.0);
    GroupSpread days = group("lower", recovered, beyond(220.0), longest, beyond(216.0));

    assertThat(days.position(recovered)).isEqualTo("1 (1–1) of 4");
    assertThat(days.position(longest)).isEqualTo("2 (2–4) of 4");
    assertThat(days.spine(recovered, null).at()).isEqualTo(1.0);
    assertThat(days.size()).isEqualTo(4);
  }

  @Test
  void drawsACensoredDurationFromItsFollowUpToBeyondTheBadEnd() {
    GroupSpread days = group("lower", ok(24.0, 20.0, 30.0), ok(74.0, 70.0, 80.0), beyond(124.0));
    PageModel.Spine open = days.spine(beyond(124.0), 74.0);
    double room = GroupSpread.OPEN_END;

    assertThat(open.open()).isTrue();
    assertThat(open.low()).isZero();
    assertThat(open.high()).isEqualTo(room);
    assertThat(open.at()).isLessThan(room);
    // By hand: 74 is half-way from 124 to 24, in what the open end leaves.
    assertThat(open.median()).isEqualTo(room + (1 - room) / 2);
    assertThat(days.spine(ok(74.0, 70.0, 80.0), 74.0).open()).isNull();
    // Half of the group beyond: the middle lies in the open end.
    GroupSpread most = group("lower", quick, beyond(50.0), beyond(60.0));
    assertThat(most.spine(quick, null).median()).isEqualTo(room / 2);
  }

  @Test
  void aShortFollowUpIsNotAheadOfALongDuration() {
    // Two days seen of one, 90 of the other, who recovered: the first is only not told apart.
    GroupSpread days = group("lower", ok(90.0, 85.0, 95.0), beyond(2.0));

    assertThat(days.position(beyond(2.0))).isEqualTo("2 (1–2) of 2");
    assertThat(days.position(ok(90.0, 85.0, 95.0))).isEqualTo("1 (1–2) of 2");
  }

  @Test
  void saysTheStatusInPlaceOfAPosition() {
    ReportData.Estimate few =
        new ReportData.Estimate(null, null, null, null, null, "insufficient", null);
    GroupSpread days = group("lower", quick, slow, few);

    assertThat(days.position(few)).isEqualTo("insufficient");
    assertThat(days.spine(few, 25.0).at()).isNull();
    assertThat(days.size()).isEqualTo(2);
    assertThat(group("lower", few).spine(few, null)).isNull();
  }

  @Test
  void neverScoresContext() {
    assertThat(group("context", quick, slow).position(quick)).isEqualTo("not scored");
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
