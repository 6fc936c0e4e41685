package org.cityeval.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.cityeval.cli.output.Console;
import org.cityeval.problem.UserProblem;
import org.cityeval.table.gold.CityTable;
import org.cityeval.testing.PublishedFew;
import org.cityeval.testing.TinyLake;
import org.cityeval.warehouse.Publication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Two evaluations are published, tiny and town, as of the 10th of April. */
class AskedVintageTest {
  private static final Console CONSOLE =
      new Console(
          new PrintStream(OutputStream.nullOutputStream()),
          new PrintStream(OutputStream.nullOutputStream()),
          Map.of(),
          () -> Instant.EPOCH);

  @TempDir private Path folder;

  private PublishedFew few;

  @BeforeEach
  void publish() {
    few = new PublishedFew(folder.resolve("w")).write(CityTable.SPEC);
    few.publish("tiny", "{}");
    few.publish("town", "{}");
  }

  private Publication asked(String[] vintage, String... options) {
    EvaluationOptions evaluation = new EvaluationOptions();
    new CommandLine(evaluation).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(options);
    return CommandLine.populateCommand(new AskedVintage(), vintage)
        .publication(evaluation, few.tables(), CONSOLE);
  }

  private static String[] words(String... words) {
    return words;
  }

  @Test
  void theEvaluationThatIsNamedIsTheOne() {
    assertThat(asked(words("--evaluation", "town")).evaluationId()).isEqualTo("town");
  }

  @Test
  void withoutANameItIsThatOfTheConfigIfOneWasGiven() {
    String config = TinyLake.in(folder).config().toString();

    assertThat(asked(words(), "--config", config).evaluationId()).isEqualTo("tiny");
    assertThat(asked(words("--evaluation", "town"), "--config", config).evaluationId())
        .isEqualTo("town");
    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> asked(words()))
        .withMessage("Several evaluations are published in this warehouse.");
  }

  @Test
  void theVintageIsThatOfTheDay() {
    assertThat(asked(words("--evaluation", "town", "--as-of", "2020-04-10")).asOf())
        .isEqualTo(PublishedFew.AS_OF);
    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> asked(words("--evaluation", "town", "--as-of", "2020-04-09")))
        .withMessage("Nothing is published of town as of 2020-04-09.");
  }
}
