package org.cityeval.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraceTest {
  @Test
  void aSeriesWithNothingToSayRefusesWithTheDaysItHas() {
    Trace trace = Trace.none(Status.INSUFFICIENT, "too few days", 7, 0.25);

    assertThat(trace.values()).isEmpty();
    assertThat(trace.refusal())
        .isEqualTo(Result.none(Status.INSUFFICIENT, "too few days").withN(7).withCoverage(0.25));
  }

  @Test
  void aResultIsGivenTheDaysItRestsOn() {
    Trace trace = new Trace(Status.OK, "", 7, 0.25, new double[] {3});

    Result observed = trace.observed(Result.ok(3).with("part", 1));

    assertThat(observed.value()).isEqualTo(3);
    assertThat(observed.n()).isEqualTo(7);
    assertThat(observed.coverage()).isEqualTo(0.25);
    assertThat(observed.parts()).containsEntry("part", 1);
  }
}
