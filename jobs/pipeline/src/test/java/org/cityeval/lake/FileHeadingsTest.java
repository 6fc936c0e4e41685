package org.cityeval.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FileHeadingsTest {
  private final FileHeadings headings =
      new FileHeadings("f.csv", List.of("Date", "n"), Map.of("Code", List.of(2, 3)));

  @Test
  void aColumnIsHeldHoweverItIsSpeltAndHoweverOftenItStandsThere() {
    assertThat(headings.holds("date")).isTrue();
    assertThat(headings.holds("CODE")).isTrue();
    assertThat(headings.holds("dat")).isFalse();
    assertThat(headings.holds("")).isFalse();
  }

  @Test
  void thePlacesOfAHeadingAreFoundHoweverItIsSpelt() {
    assertThat(headings.twice().get("code")).containsExactly(2, 3);
  }
}
