package org.cityeval.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.cityeval.cli.CityEval;
import org.cityeval.cli.output.Console.Colour;
import org.cityeval.terminal.PaintedLine;
import org.junit.jupiter.api.Test;

/** What a terminal with colours gets, and what all others do. */
class ConsoleTest {
  private static final String HOSTILE = "Al\u001b[2Jder";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Console console(Colour colour) {
    return new Console(stream(out), stream(err), colour);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  @Test
  void coloursAreOfTheTerminalAndTheUserMayWantNone() {
    assertThat(Colour.of(true, true, Map.of())).isEqualTo(Colour.ON_BOTH);
    assertThat(Colour.of(true, false, Map.of())).isEqualTo(Colour.ON_OUT);
    assertThat(Colour.of(false, true, Map.of())).isEqualTo(Colour.ON_ERR);
    assertThat(Colour.of(false, false, Map.of())).isEqualTo(Colour.NOWHERE);
    assertThat(Colour.of(true, true, Map.of("NO_COLOR", "1"))).isEqualTo(Colour.NOWHERE);
    // An empty variable is none (no-color.org).
    assertThat(Colour.of(true, true, Map.of("NO_COLOR", ""))).isEqualTo(Colour.ON_BOTH);
  }

  @Test
  void whatDataHoldIsShownWithinAColour() {
    console(Colour.ON_BOTH).println(new PaintedLine(PaintedLine.Hue.GOOD, HOSTILE));
    console(Colour.ON_BOTH).complain(HOSTILE + "\n  why: " + HOSTILE);

    assertThat(text(out)).isEqualTo("\u001b[32mAl\\u001b[2Jder\u001b[0m\n");
    assertThat(text(err)).isEqualTo("\u001b[31mAl\\u001b[2Jder\u001b[0m\n  why: Al\\u001b[2Jder\n");
  }

  @Test
  void whereNoColoursAreTheTextIsAlone() {
    console(Colour.ON_ERR).println(PaintedLine.heading("rank"));
    console(Colour.ON_OUT).complain("There is no warehouse.\n  fix: run");
    console(Colour.NOWHERE).printHeaded("Title\nbody\n");

    assertThat(text(out)).isEqualTo("rank\nTitle\nbody\n");
    assertThat(text(err)).isEqualTo("There is no warehouse.\n  fix: run\n");
  }

  @Test
  void plainLinesStayPlain() {
    console(Colour.ON_BOTH).println(PaintedLine.plain("a"));
    console(Colour.ON_BOTH).printHeaded("b\nc\n");

    assertThat(text(out)).isEqualTo("a\n\u001b[1mb\u001b[0m\nc\n");
  }

  @Test
  void helpIsInColoursAndNeverInEscapes() {
    CityEval.execute(console(Colour.ON_BOTH), "explain", "--help");
    assertThat(text(out)).contains("\u001b[").contains("--warehouse").doesNotContain("\\u001b");

    out.reset();
    CityEval.execute(console(Colour.NOWHERE), "explain", "--help");
    assertThat(text(out)).contains("--warehouse").doesNotContain("\u001b", "\\u001b");
  }

  @Test
  void whatWasTypedIsShownInAMistake() {
    int exit = CityEval.execute(console(Colour.ON_BOTH), "run", "--wher\u001b[2Jhouse");

    assertThat(exit).isEqualTo(2);
    assertThat(text(err))
        .startsWith("\u001b[31mUnknown option: '--wher\\u001b[2Jhouse'\u001b[0m\n");
    // Nothing but the colour of the first line.
    assertThat(text(err).split("\u001b", -1)).hasSize(3);
  }
}
