package org.cityeval.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRecordsTest {
  @TempDir private Path folder;

  private CsvRecords open(String text, CsvDialect dialect) throws IOException {
    Path file = folder.resolve("f.csv");
    Files.write(file, text.getBytes(Charset.forName(dialect.encoding())));
    return new CsvRecords(
        new LakeFile(file.toUri().toString(), "f.csv", 1, 1), dialect, new Configuration());
  }

  private static CsvDialect dialect(String encoding, char delimiter, String... header) {
    return new CsvDialect(encoding, delimiter, List.of(header));
  }

  /** Line, cells and failure of each record. */
  private static List<String> all(CsvRecords records) {
    List<String> all = new ArrayList<>();
    while (records.hasNext()) {
      CsvRecords.Parsed next = records.next();
      all.add(
          next.line()
              + " "
              + String.join("|", next.cells())
              + (next.failure() == null ? "" : " " + next.failure()));
    }
    return all;
  }

  @Test
  void recordsAreReadInTheirEncodingAndWithTheirDelimiter() throws IOException {
    try (CsvRecords records = open("区县;n\n上城区;3\n", dialect("GB18030", ';'))) {
      assertThat(all(records)).containsExactly("1 区县|n", "2 上城区|3");
      assertThat(records.broken()).isEmpty();
    }
  }

  /** The quote that is opened in the second line would swallow all that follow. */
  @Test
  void aRecordThatCannotBeReadTellsTheDamage() throws IOException {
    try (CsvRecords records =
        open("a,b,c\n1,\"2,3\n4,5,6\n7,8,9\n\"x\",1,1\n", dialect("UTF-8", ','))) {
      assertThat(all(records))
          .contains("3 4|5|6", "4 7|8|9")
          .anyMatch(record -> record.startsWith("2 ") && record.contains("open_quote: "));
    }
  }

  @Test
  void whereTheFileBreaksOffIsKnownAtItsEnd() throws IOException {
    try (CsvRecords records = open("a,b\n1,2\n3,\"4\n", dialect("UTF-8", ','))) {
      assertThat(all(records)).containsExactly("1 a|b", "2 1|2");
      assertThat(records.broken())
          .hasValueSatisfying(
              at -> assertThat(at.told("f.csv")).startsWith("f.csv, line 3: a quote"));
    }
  }

  @Test
  void behindTheLastRecordThereIsNone() throws IOException {
    try (CsvRecords records = open("a,b\n", dialect("UTF-8", ','))) {
      records.next();
      assertThat(records.hasNext()).isFalse();
      assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(records::next);
    }
  }

  @Test
  void aFileThatIsNotThereBreaksOffInItsFirstLine() {
    try (CsvRecords records =
        new CsvRecords(
            new LakeFile(folder.resolve("no.csv").toUri().toString(), "no.csv", 1, 1),
            dialect("UTF-8", ','),
            new Configuration())) {
      assertThat(records.hasNext()).isFalse();
      assertThat(records.broken().orElseThrow().line()).isEqualTo(1);
    }
  }
}
