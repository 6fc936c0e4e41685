package org.cityeval.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LiveLineTest {
  private static final String ERASED = "\r\u001b[K";

  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
  private final LiveLine line = new LiveLine(terminal);

  private String seen() {
    return terminal.toString(StandardCharsets.UTF_8);
  }

  @Test
  void takesThePlaceOfTheLineBefore() {
    line.show("one");
    line.show("two");
    line.clear();
    line.clear();

    assertThat(seen()).isEqualTo(ERASED + "one" + ERASED + "two" + ERASED);
  }

  @Test
  void whatIsPrintedStandsInItsPlace() {
    PrintStream err = new PrintStream(line, true, StandardCharsets.UTF_8);
    line.show("one");
    err.println("ingest 3 s");
    line.show("two");

    assertThat(seen())
        .isEqualTo(
            ERASED + "one" + ERASED + "ingest 3 s" + System.lineSeparator() + ERASED + "two");
  }

  @Test
  void neverBreaksIntoALineThatIsBeingWritten() throws IOException {
    line.write("half".getBytes(StandardCharsets.UTF_8));
    line.show("one");
    line.write('\n');
    line.show("two");

    assertThat(seen()).isEqualTo("half\n" + ERASED + "two");
  }

  @Test
  void isCutBeforeItWraps() {
    line.show("x".repeat(200));

    assertThat(seen()).isEqualTo(ERASED + "x".repeat(79));
  }
}
