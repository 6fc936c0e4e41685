package org.cityeval.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What tables say in English is said in Chinese, and no line outlives what it translates. */
class PhrasesTest {
  private static final Map<String, Object> PHRASES = Words.phrases();

  /** Names that a config of the samples gives: measures and rules of contracts. */
  private static final Path CONFIGS = Path.of("..", "..", "conf");

  private static final List<Path> SOURCES =
      List.of(
          Path.of("src/main/java"),
          Path.of("src/main/resources"),
          Path.of("..", "indicators", "src/main/java"),
          CONFIGS);

  /** What checks put together from words that stand apart in the code. */
  private static final Set<String> COMPOSED =
      Set.of("series, smallest", "series, largest", "falls of");

  @Test
  void everyPhraseHasASource() throws IOException {
    String sources = sources();
    List<String> orphans = new ArrayList<>();
    for (String phrase : PHRASES.keySet()) {
      for (String part : phrase.split("[*#]", -1)) {
        String said = part.strip().replaceAll("^[.,:;%)(✓✗ ]+|[.,:;%)(✓✗ ]+$", "");
        if (said.length() > 3 && !COMPOSED.contains(said) && !isIn(sources, said)) {
          orphans.add(phrase + " (" + said + ")");
        }
      }
    }

    assertThat(orphans).isEmpty();
  }

  @Test
  void noPhraseRepeatsAWord() {
    Words.all()
        .forEach((key, said) -> assertThat(PHRASES).as(key).doesNotContainKey(english(said)));
  }

  @Test
  void numbersAndWordsOfAPhraseStandInBothLanguages() {
    PHRASES.forEach(
        (english, chinese) -> {
          for (String sign : List.of("#", "*")) {
            assertThat(count(String.valueOf(chinese), sign))
                .as(english)
                .isEqualTo(count(english, sign));
          }
        });
  }

  /** Reasons that stand in one piece in the code of the indicators. */
  @Test
  void everyReasonOfAnIndicatorIsTranslated() throws IOException {
    Pattern reason =
        Pattern.compile("Result\\.none\\(\\s*Status\\.[A-Z_]+,\\s*\"([^\"]+)\"\\s*\\)");
    Matcher found = reason.matcher(read(Path.of("..", "indicators", "src/main/java"), false));
    List<String> reasons = new ArrayList<>();
    while (found.find()) {
      reasons.add(found.group(1));
    }

    assertThat(reasons).hasSizeGreaterThan(20);
    assertThat(reasons).filteredOn(one -> !PHRASES.containsKey(one)).isEmpty();
  }

  /** As it is, or as an id or the name of a constant that the page makes readable. */
  private static boolean isIn(String sources, String said) {
    String id = said.replace(' ', '_');
    return Stream.of(said, id, id.toUpperCase(Locale.ROOT)).anyMatch(sources::contains);
  }

  private static String english(Object word) {
    return String.valueOf(((Map<?, ?>) word).get("en"));
  }

  private static long count(String text, String sign) {
    return text.chars().filter(c -> c == sign.charAt(0)).count();
  }

  private static String sources() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path folder : SOURCES) {
      all.append(read(folder, true));
    }
    return all.toString();
  }

  /** Texts that go over several lines are put together; the phrases themselves are left out. */
  private static String read(Path folder, boolean joined) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.matches(".*\\.(java|html|json|yaml)") && !name.equals("phrases.json")) {
          String text = Files.readString(file);
          all.append(joined ? text.replaceAll("\"\\s*\\+\\s*\"", "").replace("&amp;", "&") : text);
        }
      }
    }
    return all.toString();
  }
}
