package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.cityeval.cli.output.Console;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.testing.MarkdownPage;
import org.cityeval.testing.ShellWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the pages tell a reader to type, to write and to install. */
class ReadmeTest {
  private static final Path ROOT = Path.of("../..");

  static List<MarkdownPage> pages() {
    return MarkdownPage.all();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void namesOnlyCommandsThatParse(MarkdownPage page) {
    for (List<String> command : commands(page)) {
      assertThatCode(() -> parse(command)).as("%s: %s", page, command).doesNotThrowAnyException();
    }
  }

  @Test
  void showsTheCommandsOfTheReadme() {
    assertThat(commands(MarkdownPage.read(ROOT.resolve("README.md"))))
        .contains(List.of("run"))
        .hasSizeGreaterThan(5);
  }

  @Test
  void noticesACommandThatIsNone() {
    assertThatCode(() -> parse(List.of("evaluation")))
        .isInstanceOf(CommandLine.ParameterException.class);
    assertThatCode(() -> parse(List.of("run", "--asof", "2020-01-01")))
        .isInstanceOf(CommandLine.ParameterException.class);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void showsOnlyWholeConfigsThatLoad(MarkdownPage page, @TempDir Path folder) throws IOException {
    for (String yaml : wholeConfigs(page)) {
      Path file = Files.writeString(folder.resolve("mine.yaml"), yaml);
      assertThatCode(() -> ConfigLoader.load(file, Map.of(), List.of()))
          .as("%s:%n%s", page, yaml)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void showsAWholeConfigInTheReadme() {
    assertThat(wholeConfigs(MarkdownPage.read(ROOT.resolve("README.md")))).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksOnlyToWhatIsThere(MarkdownPage page) {
    for (String link : page.fileLinks()) {
      assertThat(page.file().resolveSibling(link)).as("link in %s", page).exists();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "spark.version, Spark (\\d+\\.\\d+\\.\\d+)",
    "delta.version, Delta (?:Lake )?(\\d+\\.\\d+\\.\\d+)",
    "maven.compiler.release, Java (\\d+)",
    "scala.binary, delta-spark_4\\.1_(\\d+\\.\\d+)"
  })
  void namesTheVersionsThatThePomBuildsWith(String property, String pattern) throws IOException {
    String pom = Files.readString(ROOT.resolve("pom.xml"));
    String built = first("<" + property + ">([^<]+)<", pom);

    assertThat(all(pattern, Files.readString(ROOT.resolve("README.md"))))
        .isNotEmpty()
        .containsOnly(built);
  }

  /** The arguments of every command line of the page, in blocks and in running text. */
  private static List<List<String>> commands(MarkdownPage page) {
    List<String> lines = new ArrayList<>();
    page.blocks().forEach(block -> block.text().replace("\\\n", " ").lines().forEach(lines::add));
    lines.addAll(page.inlineCode());
    return lines.stream()
        .map(line -> ShellWords.of(line.replaceFirst("^\\s*\\$ ", "")))
        .filter(words -> words.size() > 1 && words.get(0).matches("(\\./)?cityeval"))
        .map(words -> List.copyOf(words.subList(1, words.size())))
        .toList();
  }

  private static List<String> wholeConfigs(MarkdownPage page) {
    return page.blocks().stream()
        .filter(block -> block.language().equals("yaml"))
        .map(MarkdownPage.Block::text)
        .filter(yaml -> yaml.startsWith("evaluation:") && yaml.contains("\nsources:"))
        .toList();
  }

  private static void parse(List<String> command) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    Console console = new Console(nowhere, nowhere, Map.of(), () -> Instant.EPOCH);
    new CommandLine(new CityEval(console))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(command.toArray(String[]::new));
  }

  private static String first(String pattern, String text) {
    return all(pattern, text).get(0);
  }

  private static List<String> all(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult m) -> m.group(1))
        .toList();
  }
}
