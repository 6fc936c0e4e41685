package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.cityeval.testing.Cli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityEvalTest {
  private static final Cli CLI = Cli.plain();

  @TempDir private Path folder;

  @Test
  void withoutACommandTheCommandsAreTold() {
    Cli.Answer answer = CLI.run();

    assertThat(answer.out() + answer.err()).contains("Usage: cityeval", "explain", "requeue");
  }

  @Test
  void helpAndVersionGoToStandardOutput() {
    Cli.Answer help = CLI.run("run", "--help");
    assertThat(help.exit()).isZero();
    assertThat(help.out()).startsWith("Usage: cityeval run");
    assertThat(help.err()).isEmpty();

    Cli.Answer version = CLI.run("--version");
    assertThat(version.exit()).isZero();
    assertThat(version.out()).contains("cityeval ", "Spark ", "Java ");
  }

  @Test
  void aCommandOrAnOptionThatIsNoneIsToldWithThoseThatAre() {
    Cli.Answer command = CLI.run("explian", "E4", "A");
    assertThat(command.exit()).isEqualTo(2);
    assertThat(command.err()).contains("explian").contains("cityeval explain");
    assertThat(command.out()).isEmpty();

    Cli.Answer option = CLI.run("list", "tables", "--fromat=csv");
    assertThat(option.exit()).isEqualTo(2);
    assertThat(option.err()).contains("Unknown option: '--fromat=csv'", "--format=table|csv|json");
    assertThat(option.out()).isEmpty();
  }

  @Test
  void whatIsLackingIsToldWithTheUsage() {
    Cli.Answer answer = CLI.run("explain");

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).contains("INDICATOR").contains("Usage: cityeval explain");
  }

  @Test
  void wordsOfAChoiceMayBeInCapitals() {
    assertThat(CLI.run("list", "TABLES", "--format", "CSV").exit()).isZero();
    assertThat(CLI.run("list", "chairs").exit()).isEqualTo(2);
  }

  /** A problem that the user can mend has no trace unless it is asked for. */
  @Test
  void aTraceIsShownWhereItIsAskedForAlone() {
    String[] wrong = {"explain", "E4", "A", "--warehouse", folder.resolve("none").toString()};
    assertThat(CLI.run(wrong).err()).doesNotContain("\tat org.cityeval");

    String[] verbose = Arrays.copyOf(wrong, wrong.length + 1);
    verbose[wrong.length] = "-v";
    assertThat(CLI.run(verbose).err())
        .contains("There is no warehouse at")
        .contains("\tat org.cityeval");
  }
}
