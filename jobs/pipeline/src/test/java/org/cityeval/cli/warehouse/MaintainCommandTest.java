package org.cityeval.cli.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cityeval.table.gold.CityTable;
import org.cityeval.testing.Cli;
import org.cityeval.testing.PublishedFew;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaintainCommandTest {
  @TempDir private Path folder;

  private Cli.Answer maintain(Instant now, String... arguments) {
    List<String> all = new ArrayList<>(List.of("maintain"));
    all.addAll(List.of("--warehouse", folder.toString()));
    all.addAll(List.of(arguments));
    return Cli.plain().at(now).run(all.toArray(String[]::new));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void lessThanADayIsTooShort() {
    Cli.Answer answer = maintain(Instant.now(), "--keep", "0");

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).contains("--keep 0 is too short.");
  }

  @Test
  void withoutAWarehouseThereIsNothingToMaintain() {
    Cli.Answer answer =
        Cli.plain().run("maintain", "--warehouse", folder.resolve("none").toString());

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).contains("There is no warehouse at");
  }

  /** A file that no version names; it is left alone while it is young. */
  @Test
  void aTryTellsWhatWouldBeRemovedAndChangesNothing() throws IOException {
    new PublishedFew(folder).write(CityTable.SPEC).publish("tiny", "{}");
    Path stray = folder.resolve("gold/dim_city/stray.parquet");
    Files.writeString(stray, "12345");
    List<Path> before = files();

    assertThat(maintain(Instant.now(), "--dry-run").out())
        .contains("Nothing was changed. Would remove 0 files, 0 bytes; kept ");
    Cli.Answer later = maintain(Instant.now().plus(Duration.ofDays(30)), "--dry-run");
    assertThat(later.out())
        .contains(String.format("%-28s %s", "gold.dim_city", "1 file, 5 bytes would be removed"))
        .contains("Nothing was changed. Would remove 1 file, 5 bytes; kept ");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void whatNobodyNeedsIsRemovedAndWhatIsPublishedIsNot() throws IOException {
    new PublishedFew(folder).write(CityTable.SPEC).publish("tiny", "{}");
    Path stray = folder.resolve("gold/dim_city/stray.parquet");
    Files.writeString(stray, "12345");
    long needed = files().stream().filter(file -> file.toString().endsWith(".parquet")).count() - 1;

    Cli.Answer answer = maintain(Instant.now().plus(Duration.ofDays(30)));

    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(answer.out()).contains("Removed 1 file, 5 bytes; kept " + needed + " files");
    assertThat(stray).doesNotExist();
  }
}
