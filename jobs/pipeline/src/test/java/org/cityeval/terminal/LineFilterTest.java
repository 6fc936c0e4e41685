package org.cityeval.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LineFilterTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final LineFilter filter = new LineFilter(out);

  private void write(String text) throws IOException {
    filter.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private String written() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void passesTextAsItIsWithoutAFunction() throws IOException {
    write("key=");
    filter.write('x');

    assertThat(written()).isEqualTo("key=x");
  }

  @Test
  void passesEachLineThroughTheFunctionAsAWhole() throws IOException {
    List<String> lines = new ArrayList<>();
    filter.through(
        line -> {
          lines.add(line);
          return line.toUpperCase(Locale.ROOT);
        });
    write("a sec");
    assertThat(written()).isEmpty();
    write("ret\nis\n");

    assertThat(lines).containsExactly("a secret\n", "is\n");
    assertThat(written()).isEqualTo("A SECRET\nIS\n");
  }

  @Test
  void partOfALineIsPassedOnWhenItIsAskedFor() throws IOException {
    filter.through(line -> "<" + line + ">");
    write("Delete? ");
    filter.flush();
    filter.flush();

    assertThat(written()).isEqualTo("<Delete? >");
  }

  /** A buffer of a stream ends where it is full, which may be within a character. */
  @Test
  void aCharacterThatAFlushCutsInTwoStaysWhole() throws IOException {
    byte[] name = "杭州\n".getBytes(StandardCharsets.UTF_8);
    filter.through(line -> line);
    filter.write(name, 0, 4);
    filter.flush();
    assertThat(written()).isEqualTo("杭");
    filter.write(name, 4, 3);

    assertThat(written()).isEqualTo("杭州\n");
  }

  @Test
  void whatIsNoTextIsPassedOnWhenTheStreamEnds() throws IOException {
    filter.through(line -> line);
    filter.write(new byte[] {'a', (byte) 0xe6});
    filter.close();

    assertThat(written()).isEqualTo("a\ufffd");
  }
}
