package org.cityeval.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Log entries as Delta's protocol has them: one JSON action a line, one file a version. */
class CommitLogTest {
  @TempDir private Path folder;
  private Path entries;
  private CommitLog log;

  @BeforeEach
  void open() throws IOException {
    entries = Files.createDirectories(folder.resolve("_delta_log"));
    log = new CommitLog(folder.toUri().toString(), new Configuration());
  }

  private void commit(int version, String note) throws IOException {
    write(version, "{\"commitInfo\":{\"userMetadata\":\"" + note + "\"}}\n{\"add\":{}}\n");
  }

  private void write(int version, String text) throws IOException {
    Files.writeString(entries.resolve(String.format(Locale.ROOT, "%020d.json", version)), text);
  }

  @Test
  void aFolderWithoutAnEntryIsNoTableYet() throws IOException {
    assertThat(log.isBegun()).isFalse();
    assertThat(new CommitLog(folder.resolve("no").toUri().toString(), new Configuration()).times())
        .isEmpty();

    commit(0, "first");
    assertThat(log.isBegun()).isTrue();
  }

  /** A checkpoint and a checksum are no versions; 10 comes after 9, though not as a text. */
  @Test
  void versionsAreTheEntriesByTheirNumber() throws IOException {
    commit(9, "nine");
    commit(10, "ten");
    Files.writeString(entries.resolve("00000000000000000099.checkpoint.parquet"), "");
    Files.writeString(entries.resolve("00000000000000000011.crc"), "");
    Files.writeString(entries.resolve("_last_checkpoint"), "");

    assertThat(log.times().keySet()).containsExactly(9L, 10L);
    assertThat(log.newestVersion()).isEqualTo(10);
  }

  @Test
  void aNoteNamesTheVersionsThatBearItTheNewestFirst() throws IOException {
    commit(0, "run a attempt 1");
    commit(1, "run b attempt 1");
    commit(2, "run a attempt 1");
    write(3, "{\"add\":{}}\n");

    assertThat(log.find("run a attempt 1")).containsExactly(2L, 0L);
    assertThat(log.find("run b attempt 1")).containsExactly(1L);
    assertThat(log.find("run a")).isEmpty();
    assertThat(log.note(1)).contains("run b attempt 1");
    assertThat(log.note(7)).isEmpty();
  }

  @Test
  void anEntryThatBreaksOffIsDamaged() throws IOException {
    commit(0, "whole");
    assertThat(log.findDamaged()).isEmpty();

    write(1, "{\"commitInfo\":{\"userMeta");
    assertThat(log.findDamaged().orElseThrow().getName()).isEqualTo("00000000000000000001.json");
  }

  @Test
  void anEmptyEntryIsDamagedToo() throws IOException {
    write(0, "");

    assertThat(log.findDamaged()).isPresent();
  }

  @Test
  void whereThereIsNoLogNothingIsDamaged() {
    assertThat(
            new CommitLog(folder.resolve("no").toUri().toString(), new Configuration())
                .findDamaged())
        .isEmpty();
  }
}
