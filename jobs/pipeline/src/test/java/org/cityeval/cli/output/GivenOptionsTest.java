package org.cityeval.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.cityeval.cli.CityEval;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What a reader copies from a message asks the warehouse and the config the message was about. */
class GivenOptionsTest {
  private static GivenOptions given(String... arguments) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    Console console = new Console(nowhere, nowhere, Map.of(), () -> Instant.EPOCH);
    return GivenOptions.of(
        new CommandLine(new CityEval(console))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .parseArgs(arguments));
  }

  @Test
  void commandsRepeatWhatWasGivenAsAShellTakesIt() {
    GivenOptions given = given("run", "--config", "my lake.yaml", "--warehouse=/srv/it's");

    assertThat(given.completed("Run 'cityeval run' first."))
        .isEqualTo("Run 'cityeval run --config my\\ lake.yaml --warehouse /srv/it\\'s' first.");
    assertThat(given.completed("cityeval sql \"select 1\""))
        .isEqualTo("cityeval sql --warehouse /srv/it\\'s \"select 1\"");
    assertThat(given.completed("'cityeval check', or 'cityeval list runs'."))
        .isEqualTo(
            "'cityeval check --config my\\ lake.yaml',"
                + " or 'cityeval list runs --warehouse /srv/it\\'s'.");
  }

  @Test
  void whatTakesNoWarehouseIsLeftAlone() {
    GivenOptions given = given("run", "--config", "c.yaml", "--warehouse", "w");
    String message =
        "See 'cityeval list tables', 'cityeval list indicators', cityeval requeue --help,"
            + " or run: cityeval check --config mine.yaml";

    assertThat(given.completed(message)).isEqualTo(message);
  }

  @Test
  void whatWasNotGivenIsNotRepeated() {
    String message = "Run 'cityeval run' first, or 'cityeval sql'.";

    assertThat(given("run").completed(message)).isEqualTo(message);
    assertThat(GivenOptions.NONE.completed(message)).isEqualTo(message);
    assertThat(given("sql", "select 1", "--warehouse", "w").completed(message))
        .isEqualTo("Run 'cityeval run --warehouse w' first, or 'cityeval sql --warehouse w'.");
  }
}
