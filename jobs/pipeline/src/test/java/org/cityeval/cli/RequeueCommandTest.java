package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cityeval.testing.Cli;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a file of mends is told before anything is read or written. */
class RequeueCommandTest {
  @TempDir private Path folder;

  private String refused(String mends) throws IOException {
    TinyLake lake = TinyLake.in(folder);
    Files.createDirectories(lake.warehouse());
    Path file = lake.file("m.json");
    if (mends != null) {
      Files.writeString(file, mends);
    }
    Cli.Answer answer = lake.run("requeue", "--mended", file.toString());
    assertThat(answer.exit()).as(answer.out() + answer.err()).isEqualTo(2);
    return answer.err();
  }

  @Test
  void whatIsNoJsonIsToldWithItsLine() throws IOException {
    assertThat(refused("{\"source_id\": \"a\", \"position\": \"b\", \"record\": null}\n{oh"))
        .contains("m.json: not JSON.")
        .contains("at line 2.");
  }

  @Test
  void aFileThatIsNotThereIsTold() throws IOException {
    assertThat(refused(null)).contains("m.json cannot be read.");
  }

  @Test
  void aFileWithoutAMendIsTold() throws IOException {
    assertThat(refused("")).contains("m.json holds no mend.");
    assertThat(refused("[]")).contains("m.json holds no mend.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"position\": \"b\", \"record\": null}",
        "{\"source_id\": \"a\", \"record\": null}",
        "{\"source_id\": \"a\", \"position\": \"b\"}",
        "{\"source_id\": 7, \"position\": \"b\", \"record\": null}",
        "[{\"source_id\": \"a\", \"position\": 8, \"record\": null}]",
        "7"
      },
      quoteCharacter = '\'')
  void aMendThatDoesNotSayWhichRecordIsRefused(String mend) throws IOException {
    assertThat(refused(mend)).contains("m.json: a mend lacks source_id, position or record.");
  }

  /** There is nothing refused where nothing was read. */
  @Test
  void withoutAWarehouseThereIsNothingToMend() throws IOException {
    TinyLake lake = TinyLake.in(folder);
    Files.writeString(
        lake.file("m.json"), "{\"source_id\": \"a\", \"position\": \"b\", \"record\": null}");

    Cli.Answer answer = lake.run("requeue", "--mended", lake.file("m.json").toString());

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).contains("There is no warehouse at");
    assertThat(lake.warehouse()).doesNotExist();
  }
}
