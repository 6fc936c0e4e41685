package org.cityeval.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class GcLogTest {
  @Test
  void takesTheHighestOccupancyAndAddsThePauses() {
    GcLog log =
        GcLog.of(
            List.of(
                "[0.010s][info][gc] Using Serial",
                "[1.200s][info][gc] GC(0) Pause Young (Allocation Failure) 87M->14M(310M) 10.500ms",
                "[2.400s][info][gc] GC(1) Pause Full (Metadata GC Threshold) 60M->31M(310M) 39.5ms"));

    assertThat(log.collections()).isEqualTo(2);
    assertThat(log.peakBefore()).isEqualTo(87);
    assertThat(log.peakAfter()).isEqualTo(31);
    // (10.5 + 39.5) ms
    assertThat(log.paused()).isCloseTo(0.05, within(1e-12));
  }

  @Test
  void isUndefinedWithoutACollection() {
    assertThat(GcLog.of(List.of("[0.010s][info][gc] Using Serial")).peakAfter()).isNaN();
  }
}
