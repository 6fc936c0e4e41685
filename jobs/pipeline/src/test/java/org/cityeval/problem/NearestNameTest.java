package org.cityeval.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {
  @Test
  void findsTheNearestName() {
    List<String> valid = List.of("title", "title_zh", "first_day", "id");
    assertThat(NearestName.of("titel", valid)).contains("title");
    assertThat(NearestName.of("firstday", valid)).contains("first_day");
    assertThat(NearestName.of("ID", valid)).contains("id");
    assertThat(NearestName.of("population", valid)).isEmpty();
    assertThat(NearestName.of("", valid)).isEmpty();
    assertThat(NearestName.of("title", List.of())).isEmpty();
  }

  @Test
  void countsEdits() {
    // kitten, sitten, sittin, sitting: three replacements or insertions (Levenshtein's example).
    assertThat(NearestName.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(NearestName.distance("abcd", "abdc")).isEqualTo(1);
    // No part is edited twice, so CA to ABC takes three (optimal string alignment).
    assertThat(NearestName.distance("ca", "abc")).isEqualTo(3);
    assertThat(NearestName.distance("", "abc")).isEqualTo(3);
  }

  /** One of three letters is a third; of four letters one may differ and two may not. */
  @Test
  void atMostAThirdOfTheLongerNameDiffers() {
    assertThat(NearestName.of("abx", List.of("abc"))).contains("abc");
    assertThat(NearestName.of("abxy", List.of("abcd"))).isEmpty();
    assertThat(NearestName.of("abcdxy", List.of("abcdef"))).contains("abcdef");
    assertThat(NearestName.of("abcxyz", List.of("abcdef"))).isEmpty();
    assertThat(NearestName.of("确诊病列", List.of("确诊病例"))).contains("确诊病例");
  }

  @Test
  void ofNamesThatAreAsNearTheFirstInTheAlphabetIsMeant() {
    assertThat(NearestName.of("rate", List.of("rats", "ratd", "rata"))).contains("rata");
  }
}
