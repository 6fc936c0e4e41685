package org.cityeval.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CountUseTest {
  @Test
  void eachIndicatorThatReadsCountsSaysWhatItTellsOfThem() {
    Map<String, CountUse> told = new TreeMap<>();
    for (Indicator indicator : Indicators.ALL) {
      if (indicator.spec().countUse() != CountUse.NONE) {
        told.put(indicator.spec().id(), indicator.spec().countUse());
      }
    }
    assertThat(told)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "E1", CountUse.ONSET,
                "E2", CountUse.ONSET,
                "E3", CountUse.FIT,
                "E7", CountUse.TOTAL,
                "L1", CountUse.ONSET,
                "L2", CountUse.TOTAL));
  }
}
