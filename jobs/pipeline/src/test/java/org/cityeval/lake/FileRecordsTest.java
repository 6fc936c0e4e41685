package org.cityeval.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class FileRecordsTest {
  private static final FileBreak BREAK = new FileBreak(3, "It ends there.");

  /** Hands out the words of a list; at the word "break" the file breaks off. */
  private static final class Words extends FileRecords<String> {
    private final List<String> words;
    private int reads;

    Words(Reader reader, String... words) {
      super(reader);
      this.words = new ArrayList<>(List.of(words));
    }

    Words(String... words) {
      this(new StringReader(""), words);
    }

    @Override
    String read() {
      reads++;
      if (words.isEmpty()) {
        return null;
      }
      String word = words.remove(0);
      if (word.equals("break")) {
        breaksOff(BREAK);
        return words.remove(0);
      }
      return word;
    }
  }

  private static List<String> all(Words words) {
    List<String> all = new ArrayList<>();
    words.forEachRemaining(all::add);
    return all;
  }

  @Test
  void recordsComeInTheirOrderEachOnce() {
    Words words = new Words("a", "b");

    assertThat(words.hasNext()).isTrue();
    assertThat(words.hasNext()).isTrue();
    assertThat(words.reads).isEqualTo(1);
    assertThat(words.next()).isEqualTo("a");
    assertThat(words.next()).isEqualTo("b");
    assertThat(words.hasNext()).isFalse();
    assertThat(words.broken()).isEmpty();
  }

  @Test
  void afterTheLastThereIsNoneHoweverOftenItIsAsked() {
    Words none = new Words();

    for (int i = 0; i < 2; i++) {
      assertThat(none.hasNext()).isFalse();
      assertThatThrownBy(none::next).isInstanceOf(NoSuchElementException.class);
    }
    assertThat(none.reads).isEqualTo(1);
  }

  /** The record in which it breaks off may be whole, or what there is of it. */
  @Test
  void whereTheFileBreaksOffNothingIsReadAnyMore() {
    Words words = new Words("a", "break", "half", "beyond");

    assertThat(all(words)).containsExactly("a", "half");
    assertThat(words.broken()).contains(BREAK);
    assertThat(words.hasNext()).isFalse();
    assertThat(words.reads).isEqualTo(2);
  }

  @Test
  void closingClosesTheFile() throws IOException {
    StringReader reader = new StringReader("text");

    new Words(reader).close();

    assertThatThrownBy(reader::read).isInstanceOf(IOException.class);
  }

  @Test
  void aFileThatCannotBeClosedIsToldOf() {
    IOException failure = new IOException("gone");
    Reader reader =
        new Reader() {
          @Override
          public int read(char[] to, int at, int length) {
            return -1;
          }

          @Override
          public void close() throws IOException {
            throw failure;
          }
        };

    Words words = new Words(reader);

    assertThatThrownBy(words::close).isInstanceOf(UncheckedIOException.class).hasCause(failure);
  }
}
