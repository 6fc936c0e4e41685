package org.cityeval.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.cityeval.testing.Cli;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

class NearestValueTest {
  enum Shape {
    ROUND,
    SQUARE
  }

  private static Optional<String> nearest(String... arguments) {
    CommandLine line =
        new CommandLine(
            CommandSpec.create()
                .addOption(OptionSpec.builder("--shape").type(Shape.class).build())
                .addOption(OptionSpec.builder("--size").type(int.class).build())
                .addPositional(
                    PositionalParamSpec.builder().type(Shape.class).arity("0..1").build()));
    return NearestValue.find(
        assertThrows(CommandLine.ParameterException.class, () -> line.parseArgs(arguments)));
  }

  @Test
  void aMisspeltWordOfAnOptionHasItsNearest() {
    assertThat(nearest("--shape", "sqaure")).contains("square");
    assertThat(nearest("--shape=ROUMD")).contains("round");
  }

  @Test
  void soHasOneOfAnArgument() {
    assertThat(nearest("rond")).contains("round");
  }

  @Test
  void aWordThatIsNearNoneHasNone() {
    assertThat(nearest("--shape", "triangle")).isEmpty();
  }

  @Test
  void aNumberIsNoChoice() {
    assertThat(nearest("--size", "ten")).isEmpty();
    assertThat(nearest("--size")).isEmpty();
  }

  @Test
  void theCommandLineTellsIt() {
    Cli.Answer format = Cli.plain().run("list", "tables", "--format", "jsno");
    assertThat(format.exit()).isEqualTo(2);
    assertThat(format.err()).contains("jsno", "Did you mean json?");

    assertThat(Cli.plain().run("list", "tabels").err()).contains("Did you mean tables?");
    assertThat(Cli.plain().run("list", "chairs").err()).doesNotContain("Did you mean");
  }
}
