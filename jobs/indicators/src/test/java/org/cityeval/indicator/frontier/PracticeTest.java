package org.cityeval.indicator.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.series.Quantity.ENTERPRISE_SMOOTHED;
import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;
import static org.cityeval.series.Quantity.NEW_CASES_ADJUSTED;

import org.cityeval.indicator.Parameters.Uncertainty;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.Trace;
import org.cityeval.series.TestDistrict;
import org.junit.jupiter.api.Test;

class PracticeTest {
  private static final double NAN = Double.NaN;

  /** Twenty days: mobility fell by .4 on ten and rose by .2 on ten, 50 cases, 200,000 residents. */
  private static TestDistrict district() {
    return TestDistrict.ofDays(20)
        .population(200_000)
        .with(MOBILITY_SMOOTHED, 0, 9, -0.4)
        .with(MOBILITY_SMOOTHED, 10, 19, 0.2)
        .with(ENTERPRISE_SMOOTHED, -0.3)
        .with(NEW_CASES_ADJUSTED, 0, 9, 4)
        .with(NEW_CASES_ADJUSTED, 10, 19, 1);
  }

  @Test
  void isMeansOfThePeriodARiseOfMobilityCountingAsNone() {
    Practice practice = Practice.of(Practice.observe(district().build()));

    assertThat(practice.mobilityLoss()).isCloseTo(0.2, within(1e-12));
    assertThat(practice.activityKept()).isCloseTo(0.7, within(1e-12));
    // 50 cases in 20 days of 200,000.
    assertThat(practice.casesPer100k()).isCloseTo(1.25, within(1e-12));
  }

  @Test
  void meansAreOfTheDaysObserved() {
    Trace trace =
        Practice.observe(
            district()
                .with(MOBILITY_SMOOTHED, 16, 19, NAN)
                .with(NEW_CASES_ADJUSTED, 0, 1, NAN)
                .build());

    // Ten falls of .4 in 16 days; 42 cases in 18 days.
    assertThat(trace.coverage()).isEqualTo(0.8);
    assertThat(trace.n()).isEqualTo(16);
    assertThat(Practice.of(trace).mobilityLoss()).isCloseTo(0.25, within(1e-12));
    assertThat(Practice.of(trace).casesPer100k()).isCloseTo(42 / 18.0 / 2, within(1e-12));
  }

  @Test
  void isRefusedWhereItWouldMislead() {
    assertThat(Practice.observe(district().with(MOBILITY_SMOOTHED, 15, 19, NAN).build()).status())
        .isEqualTo(Status.INSUFFICIENT);
    assertThat(Practice.observe(district().with(NEW_CASES_ADJUSTED, NAN).build()).status())
        .isEqualTo(Status.MISSING_INPUT);
    assertThat(Practice.observe(district().population(NAN).build()).status())
        .isEqualTo(Status.MISSING_INPUT);
    assertThat(Practice.observe(district().with(ENTERPRISE_SMOOTHED, -1).build()).status())
        .isEqualTo(Status.NOT_APPLICABLE);
  }

  @Test
  void casesTakenBackOnTheWholeAreNone() {
    assertThat(
            Practice.of(Practice.observe(district().with(NEW_CASES_ADJUSTED, -1).build()))
                .casesPer100k())
        .isZero();
  }

  @Test
  void replicatesAreAsManyAsCanBeAfforded() {
    Uncertainty uncertainty = new Uncertainty(0.95, 500, 0);

    assertThat(Practice.replicates(70, uncertainty)).isEqualTo(500);
    assertThat(Practice.replicates(1000, uncertainty)).isEqualTo(200);
    assertThat(Practice.replicates(30_000, uncertainty)).isEqualTo(100);
    // 10^.65 = 4.47, 70^.65 = 15.8
    assertThat(Practice.subsample(10)).isEqualTo(4);
    assertThat(Practice.subsample(70)).isEqualTo(16);
  }
}
