package org.cityeval.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PagePartsTest {
  private static final Path FOLDER = Path.of("src/main/resources/org/cityeval/report/page");

  static List<String> scripts() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".js"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String name) {
    try {
      return Files.readString(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Letters beyond ASCII stand in it, whatever the default charset is. */
  @Test
  void ourOwnPartsAreAsTheyAreWritten() {
    assertThat(PageParts.own("report.css")).isEqualTo(text("report.css"));
    assertThat(scripts())
        .anySatisfy(name -> assertThat(text(name)).containsPattern("[^\\x00-\\x7f]"));
    for (String name : scripts()) {
      assertThat(PageParts.own(name)).isEqualTo(text(name));
    }
  }

  /** What is left out is blanks around a line, and lines of comments; nothing else may be. */
  @ParameterizedTest
  @MethodSource("scripts")
  void aScriptKeepsEveryLineOfItsCode(String name) {
    StringBuilder code = new StringBuilder();
    for (String line : text(name).split("\n", -1)) {
      String bare = line.replaceAll("^\\s+|\\s+$", "");
      if (!bare.isEmpty() && !bare.startsWith("//")) {
        code.append(bare).append('\n');
      }
    }

    assertThat(PageParts.script(name)).isEqualTo(code.toString());
    assertThat(PageParts.script(name)).doesNotContainPattern("(?m)^\\s|^//|^$(?!\\z)");
    // A text over several lines would lose its indentation.
    assertThat(text(name).chars().filter(c -> c == '`').count() % 2).isZero();
  }

  @Test
  void theChartLibraryIsTheOneOfTheClassPath() {
    assertThat(PageParts.echarts())
        .hasSizeGreaterThan(500_000)
        .contains("Apache Software Foundation", "echarts")
        .doesNotContain("\uFFFD");
  }

  @Test
  void aPartThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> PageParts.own("no.css"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Not on the class path: no.css");
    assertThatThrownBy(() -> PageParts.script("no.js"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Not on the class path: no.js");
  }
}
