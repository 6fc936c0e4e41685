package org.cityeval.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final Pattern PLACE = Pattern.compile("\\{[A-Za-z]+}");

  @Test
  void anIdHasItsWordAndOneWithoutIsMadeReadable() {
    assertThat(Words.en("unit", "d")).isEqualTo("days");
    assertThat(Words.en("status", "missing_input")).isEqualTo("no data of this kind");
    assertThat(Words.en("status", "not_known_at_all")).isEqualTo("not known at all");
    assertThat(Words.en("no", "kind")).isEqualTo("kind");
  }

  @Test
  void aSentenceIsSaidInEitherLanguageWithWhatStandsInItsBraces() {
    assertThat(Words.said("en", "pageTitle", "title", "A {asOf} B", "asOf", "2020"))
        .isEqualTo("A 2020 B, as of 2020: CityEval");
    assertThat(Words.said("zh", "pageTitle", "asOf", "2020", "title", "A"))
        .isEqualTo("A（数据截至2020）：CityEval");
    assertThat(Words.said("en", "skip")).isEqualTo("Skip to the findings");
  }

  @Test
  void everyWordIsSaidInBothLanguagesWithTheSamePlaces() {
    List<String> other = new ArrayList<>();
    Words.all()
        .forEach(
            (key, said) -> {
              String english = String.valueOf(((Map<?, ?>) said).get("en"));
              String chinese = String.valueOf(((Map<?, ?>) said).get("zh"));
              if (english.isBlank() != chinese.isBlank()
                  || !places(english).equals(places(chinese))) {
                other.add(key);
              }
            });

    assertThat(Words.all()).hasSizeGreaterThan(300);
    assertThat(other).isEmpty();
  }

  private static Set<String> places(String said) {
    Set<String> places = new TreeSet<>();
    PLACE.matcher(said).results().map(MatchResult::group).forEach(places::add);
    return places;
  }

  @Test
  void phrasesAreEnglishWithTheirChinese() {
    assertThat(Words.phrases()).hasSizeGreaterThan(50).containsKey("not stated");
    Words.phrases()
        .forEach(
            (english, chinese) -> assertThat(String.valueOf(chinese)).as(english).isNotBlank());
  }
}
