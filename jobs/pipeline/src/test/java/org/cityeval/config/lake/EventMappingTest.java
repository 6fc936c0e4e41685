package org.cityeval.config.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class EventMappingTest {
  @Test
  void daysAreOfTheDeclaredZoneOrOfUtc() {
    assertThat(new EventMapping(null, "Asia/Shanghai").zone())
        .isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(new EventMapping(null, null).zone()).isEqualTo(ZoneOffset.UTC);
  }
}
