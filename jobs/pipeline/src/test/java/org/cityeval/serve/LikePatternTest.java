package org.cityeval.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikePatternTest {
  @ParameterizedTest
  @CsvSource({
    "%, rank_interval, true",
    "%, '', true",
    "'', '', true",
    "'', a, false",
    "rank%, rank_interval, true",
    "RANK%, rank_interval, true",
    "%val, rank_interval, true",
    "%val, rank_interval_wide, false",
    "rank_interval, rankXinterval, true",
    "rank\\_interval, rankXinterval, false",
    "rank\\_interval, rank_interval, true",
    "%_wide, rank_interval_wide, true",
    "_%_, ab, true",
    "_%_, a, false",
    "%a%b%, xxbxa, false",
    "%a%b%, xxaxb, true",
    "a.c, abc, false",
    "%%, anything, true",
    "a\\, a\\, true"
  })
  void fitsAsJdbcSays(String pattern, String name, boolean fits) {
    assertThat(new LikePattern(pattern).fits(name)).isEqualTo(fits);
  }

  @Test
  void takesNoTimeToSpeakOf() {
    assertThat(new LikePattern("%a".repeat(5_000) + "b").fits("a".repeat(10_000))).isFalse();
  }
}
