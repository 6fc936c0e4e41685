package org.cityeval.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {
  @Test
  void findsTheNearestName() {
    List<String> valid = List.of("title", "title_zh", "first_day", "id");
    assertThat(NearestName.find("titel", valid)).contains("title");
    assertThat(NearestName.find("firstday", valid)).contains("first_day");
    assertThat(NearestName.find("ID", valid)).contains("id");
    assertThat(NearestName.find("population", valid)).isEmpty();
    assertThat(NearestName.find("", valid)).isEmpty();
    assertThat(NearestName.find("title", List.of())).isEmpty();
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
    assertThat(NearestName.find("abx", List.of("abc"))).contains("abc");
    assertThat(NearestName.find("abxy", List.of("abcd"))).isEmpty();
    assertThat(NearestName.find("abcdxy", List.of("abcdef"))).contains("abcdef");
    assertThat(NearestName.find("abcxyz", List.of("abcdef"))).isEmpty();
    assertThat(NearestName.find("确诊病列", List.of("确诊病例"))).contains("确诊病例");
  }

  @Test
  void ofNamesThatAreAsNearTheFirstInTheAlphabetIsMeant() {
    assertThat(NearestName.find("rate", List.of("rats", "ratd", "rata"))).contains("rata");
  }
}
