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

/** Records are written as their place and value, or damage and text; then where the file breaks. */
class JsonRecordsTest {
  @TempDir private Path folder;

  private List<String> read(String text) throws IOException {
    return read(text, "UTF-8");
  }

  private List<String> read(String text, String encoding) throws IOException {
    Path file = Files.write(folder.resolve("f.json"), text.getBytes(Charset.forName(encoding)));
    List<String> read = new ArrayList<>();
    try (JsonRecords records =
        new JsonRecords(
            new LakeFile(file.toUri().toString(), "f.json", 1, 1), encoding, new Configuration())) {
      while (records.hasNext()) {
        JsonRecords.Parsed next = records.next();
        read.add(
            next.place()
                + " "
                + (next.value() == null
                    ? next.failure() + " <" + next.raw() + ">"
                    : next.value().json()));
      }
      assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(records::next);
      records.broken().ifPresent(at -> read.add(at.told("f.json")));
    }
    return read;
  }

  @Test
  void anObjectALineIsARecord() throws IOException {
    assertThat(read("{\"n\":1}\n\n  {\"n\":2}\r\n{\"n\":3}\r{\"n\":4}"))
        .containsExactly("1 {\"n\":1}", "3 {\"n\":2}", "4 {\"n\":3}", "5 {\"n\":4}");
  }

  @Test
  void theObjectsOfAnArrayAreRecordsNumberedWithinALine() throws IOException {
    assertThat(read("\ufeff \n[{\"n\":1},{\"n\":2},\n {\"n\":3}\n]\n"))
        .containsExactly("2 {\"n\":1}", "2.2 {\"n\":2}", "3 {\"n\":3}");
    assertThat(read("[]")).isEmpty();
    assertThat(read("")).isEmpty();
  }

  @Test
  void textIsReadInItsEncoding() throws IOException {
    assertThat(read("{\"区\":\"上城区\"}\n", "GB18030")).containsExactly("1 {\"区\":\"上城区\"}");
  }

  /** The line is refused alone: the next begins anew. */
  @Test
  void aLineThatIsNoObjectIsRefusedAlone() throws IOException {
    assertThat(read("{\"n\":1\n[1,2]x\n5\n{\"n\":1}{\"n\":2}\n{\"n\":1,\"N\":2}\n{\"n\":6}\n"))
        .containsExactly(
            "1 malformed_json: the line is no object <{\"n\":1>",
            "2 malformed_json: the line is no object <[1,2]x>",
            "3 malformed_json: it is no object <5>",
            "4 malformed_json: more follows the object <{\"n\":1}{\"n\":2}>",
            "5 malformed_json: the key N stands twice <{\"n\":1,\"N\":2}>",
            "6 {\"n\":6}");
  }

  @Test
  void anElementThatIsNoObjectIsRefusedAlone() throws IOException {
    assertThat(read("[{\"n\":1},7,\n{\"n\":2,\"n\":3},{\"n\":4}]"))
        .containsExactly(
            "1 {\"n\":1}",
            "1.2 malformed_json: it is no object <7>",
            "2 malformed_json: the key n stands twice <{\"n\":3}>",
            "2.2 {\"n\":4}");
  }

  @Test
  void aLastLineWithoutAnEndThatIsNoJsonBreaksTheFileOff() throws IOException {
    assertThat(read("{\"n\":1}\n{\"n\":2"))
        .containsExactly("1 {\"n\":1}", "f.json, line 2: the last line has no end, and is no JSON");
  }

  @Test
  void anArrayThatIsNotClosedOrIsFollowedByMoreBreaksTheFileOff() throws IOException {
    assertThat(read("[{\"n\":1},\n{\"n\":2}"))
        .hasSize(3)
        .element(2)
        .asString()
        .startsWith("f.json, line 2: ");
    assertThat(read("[{\"n\":1}]\n[2]"))
        .containsExactly("1 {\"n\":1}", "f.json, line 2: more follows the array");
    assertThat(read("[{\"n\":1},\n{\"n\" 2}]"))
        .hasSize(2)
        .element(1)
        .asString()
        .startsWith("f.json, line 2: the file cannot be read on: ");
  }

  @Test
  void quotesOfOneStrokeAndNoNumbersAreRead() throws IOException {
    assertThat(read("{'n':NaN}\n")).containsExactly("1 {\"n\":NaN}");
  }
}
