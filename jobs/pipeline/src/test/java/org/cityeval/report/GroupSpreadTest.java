package org.cityeval.report;

import static org.assertj.core.api.Assertions.assertThat;

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
  void callsOnlyAWholeIntervalBeyondTheMedianBetterOrWorse() {
    GroupSpread days = group("lower", quick, medium, slow);

    assertThat(days.standing(quick)).isEqualTo("clearly_better");
    assertThat(days.standing(medium)).isEqualTo("not_distinguishable");
    assertThat(days.standing(slow)).isEqualTo("clearly_worse");
  }

  @Test
  void isSureOfNothingWithoutAnInterval() {
    ReportData.Estimate bare = ok(1.0, null, null);
    GroupSpread days = group("lower", bare, quick, slow);

    assertThat(days.position(bare)).isEqualTo("1 (1–3) of 3");
    assertThat(days.standing(bare)).isEqualTo("not_distinguishable");
    assertThat(days.spine(bare).low()).isNull();
  }

  @Test
  void drawsTheBetterEndAtTheRightWhicheverWayIsBetter() {
    // By hand: 20 lies 10 above the lowest of 10 to 40, a third of the way.
    assertThat(group("higher", quick, medium, slow).spine(medium).at()).isEqualTo(0.333);
    assertThat(group("lower", quick, medium, slow).spine(medium).at()).isEqualTo(0.667);
    assertThat(group("lower", quick, medium, slow).spine(quick).at()).isEqualTo(1.0);
  }

  @Test
  void placesEqualValuesInTheMiddle() {
    assertThat(group("higher", quick, quick).spine(quick).at()).isEqualTo(0.5);
  }

  @Test
  void saysTheStatusInPlaceOfAPosition() {
    ReportData.Estimate few =
        new ReportData.Estimate(null, null, null, null, null, "insufficient", null);
    GroupSpread days = group("lower", quick, slow, few);

    assertThat(days.position(few)).isEqualTo("insufficient");
    assertThat(days.spine(few).at()).isNull();
    assertThat(days.size()).isEqualTo(2);
    assertThat(group("lower", few).spine(few)).isNull();
  }

  @Test
  void neverScoresContext() {
    assertThat(group("context", quick, slow).position(quick)).isEqualTo("not scored");
    assertThat(group("context", quick, slow).standing(quick)).isEmpty();
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
}
