package org.cityeval.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Quantity;
import org.cityeval.series.TestDistrict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A trace that serves several indicators has to be what each of them would leave. */
class SharedTraceTest {
  private static final int DAYS = 60;

  static Stream<PooledIndicator> pooled() {
    return Indicators.ALL.stream()
        .filter(PooledIndicator.class::isInstance)
        .map(PooledIndicator.class::cast);
  }

  private static PooledIndicator leaver(PooledIndicator indicator) {
    return pooled()
        .filter(other -> other.spec().id().equals(indicator.traceId()))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("pooled")
  void isLeftByOneThatReadsTheSame(PooledIndicator indicator) {
    PooledIndicator leaver = leaver(indicator);

    assertThat(leaver.traceId()).isEqualTo(leaver.spec().id());
    assertThat(leaver.spec().reads()).isEqualTo(indicator.spec().reads());
    assertThat(leaver.spec().leadIn()).isEqualTo(indicator.spec().leadIn());
    assertThat(leaver.spec().countUse()).isEqualTo(indicator.spec().countUse());
    assertThat(leaver.observesWhole()).isEqualTo(indicator.observesWhole());
  }

  @ParameterizedTest
  @MethodSource("pooled")
  void isTheSameWhoeverLeavesIt(PooledIndicator indicator) {
    SplittableRandom random = new SplittableRandom(11);
    for (int trial = 0; trial < 20; trial++) {
      Map<Quantity, double[]> values = new EnumMap<>(Quantity.class);
      for (Quantity quantity : Quantity.values()) {
        double missing = trial % 3 == 0 ? 0.6 : 0.1;
        values.put(
            quantity,
            random
                .doubles(DAYS)
                .map(value -> random.nextDouble() < missing ? Double.NaN : value)
                .toArray());
      }
      DistrictSeries series =
          new DistrictSeries("c", "a", Level.DISTRICT, 1000, TestDistrict.FIRST_DAY, DAYS, values);
      Trace left = leaver(indicator).observe(series, Parameters.DEFAULTS);
      Trace own = indicator.observe(series, Parameters.DEFAULTS);

      assertThat(left.values()).containsExactly(own.values());
      assertThat(left.status()).isEqualTo(own.status());
      assertThat(left.reason()).isEqualTo(own.reason());
      assertThat(left.n()).isEqualTo(own.n());
      assertThat(left.coverage()).isEqualTo(own.coverage());
    }
  }
}
