package org.cityeval.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearestSpellingTest {
  private static List<String> hints(List<String> known, String... spellings) {
    return Arrays.stream(spellings).map(new NearestSpelling(known)::hint).toList();
  }

  @Test
  void aNameThatIsNearAKnownOneIsHintedAt() {
    assertThat(hints(List.of("kings county", "queens"), "Kings Countty", "Bronx"))
        .containsExactly(" (nearest: kings county)", "");
  }

  /** 36047 and 36061 are two counties; a digit is no slip of the pen. */
  @Test
  void codesAreNearNoOther() {
    assertThat(hints(List.of("36047", "queens"), "36048")).containsExactly("");
    assertThat(hints(List.of("36047"), "3604a")).containsExactly("");
  }

  /** Three letters are too few to tell a slip by; two Chinese characters are six bytes. */
  @Test
  void shortSpellingsAreNearNothingAndChineseNamesAreNotShort() {
    assertThat(hints(List.of("abc", "abcd"), "abd", "abcx"))
        .containsExactly("", " (nearest: abcd)");
    assertThat(hints(List.of("桤木区"), "桤木县")).containsExactly(" (nearest: 桤木区)");
  }
}
