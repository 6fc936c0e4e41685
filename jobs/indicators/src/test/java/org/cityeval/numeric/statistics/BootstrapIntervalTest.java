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
  void isExpandedByStudentOverNormal() {
    // Mean 100, ends at 5 and 195; Student's t of 3 is 3.182446 where the normal is 1.959964.
    double[] replicates = IntStream.rangeClosed(0, 200).asDoubleStream().toArray();
    double reach = 95 * 3.182446 / 1.959964;

    Bounds bounds = BootstrapInterval.expanded(replicates, 0.95, 3);
    assertThat(bounds.low()).isCloseTo(100 - reach, within(1e-4));
    assertThat(bounds.high()).isCloseTo(100 + reach, within(1e-4));
    assertThat(BootstrapInterval.expanded(replicates, 0.95, Double.POSITIVE_INFINITY))
        .isEqualTo(BootstrapInterval.percentile(replicates, 0.95));
  }

  @Test
  void isUndefinedWhereMostReplicatesAre() {
    double[] replicates = new double[5];
    Arrays.fill(replicates, 0, 3, Double.NaN);
    assertThat(BootstrapInterval.percentile(replicates, 0.9)).isEqualTo(Bounds.UNDEFINED);
    assertThat(BootstrapInterval.percentile(new double[0], 0.9).isFinite()).isFalse();
  }
}
