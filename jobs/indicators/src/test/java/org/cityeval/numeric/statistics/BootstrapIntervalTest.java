package org.cityeval.numeric.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapIntervalTest {
  @Test
  void cutsOffBothTails() {
    double[] replicates = IntStream.rangeClosed(0, 200).asDoubleStream().toArray();
    Bounds bounds = BootstrapInterval.percentile(replicates, 0.95);
    assertThat(bounds.low()).isCloseTo(5, within(1e-9));
    assertThat(bounds.high()).isCloseTo(195, within(1e-9));
    assertThat(bounds.isFinite()).isTrue();
  }

  @Test
  void passesOverReplicatesWithoutTheStatistic() {
    double[] replicates = {1, Double.NaN, 1, Double.POSITIVE_INFINITY};
    assertThat(BootstrapInterval.percentile(replicates, 0.9)).isEqualTo(new Bounds(1, 1));
  }

  @Test
  void isUndefinedWhereMostReplicatesAre() {
    double[] replicates = new double[5];
    Arrays.fill(replicates, 0, 3, Double.NaN);
    assertThat(BootstrapInterval.percentile(replicates, 0.9)).isEqualTo(Bounds.UNDEFINED);
    assertThat(BootstrapInterval.percentile(new double[0], 0.9).isFinite()).isFalse();
  }
}
