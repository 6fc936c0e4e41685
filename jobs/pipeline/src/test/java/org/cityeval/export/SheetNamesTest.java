package org.cityeval.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SheetNamesTest {
  @Test
  void aNameThatIsAllowedStays() {
    SheetNames names = new SheetNames();

    assertThat(names.of("rank_interval")).isEqualTo("rank_interval");
    assertThat(names.of("rank_interval")).isEqualTo("rank_interval (2)");
    assertThat(names.of("RANK_INTERVAL")).isEqualTo("RANK_INTERVAL (3)");
    assertThat(names.of("杭州 d'Or")).isEqualTo("杭州 d'Or");
  }

  @Test
  void noNameIsOneThatExcelRefuses() {
    SheetNames names = new SheetNames();
    Set<String> taken = new HashSet<>();
    for (String hostile :
        List.of(
            "a/b\\c:d*e?f[g]h",
            "'quoted'",
            "",
            "   ",
            "History",
            "x".repeat(40),
            "x".repeat(40),
            "x".repeat(30) + "'tail",
            "x".repeat(30) + "\uD83D\uDE00",
            "bell\u0007",
            "=1+1")) {
      String name = names.of(hostile);

      assertThat(name).as(hostile).isNotBlank().hasSizeBetween(1, 31);
      assertThat(name).doesNotContainPattern("[\\[\\]:*?/\\\\\\p{Cntrl}]");
      assertThat(name)
          .doesNotStartWith("'")
          .doesNotEndWith("'")
          .isNotEqualToIgnoringCase("history");
      assertThat(Character.isHighSurrogate(name.charAt(name.length() - 1))).isFalse();
      assertThat(taken.add(name.toLowerCase(Locale.ROOT))).as(name).isTrue();
    }
  }
}
