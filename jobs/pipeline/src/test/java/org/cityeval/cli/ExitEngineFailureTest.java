package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class ExitEngineFailureTest {
  @TempDir private Path folder;

  @Test
  void aWarehouseThatIsAFileIsToldInThreeLines() {
    TinyLake lake = TinyLake.in(folder).write("warehouse", "no folder");

    Cli.Answer answer = lake.run("ingest");

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err().lines()).hasSize(3);
    assertThat(answer.err())
        .contains(lake.warehouse().toString(), "why:", "fix:")
        .doesNotContain("\tat ", "bug");
    assertThat(answer.out()).isEmpty();
  }

  /** A machine that stopped while it wrote: cut in the middle, or made and still empty. */
  @Test
  void aCommitCutShortIsNamedBeforeAnyWorkAndTheMendMends() throws IOException {
    TinyLake lake = TinyLake.published().copyTo(folder.resolve("cut"));
    assertThat(lake.run("ingest", "--full").exit()).isZero();
    Path log = lake.warehouse().resolve("silver/observation/_delta_log");
    Path commit = log.resolve("00000000000000000001.json");
    byte[] whole = Files.readAllBytes(commit);
    Files.write(commit, Arrays.copyOf(whole, whole.length / 2));

    // Hadoop notices by its checksum, and without one the commit is no JSON.
    isDamaged(lake.run("panel", "--run-id", "cut"), commit);
    Files.deleteIfExists(log.resolve(".00000000000000000001.json.crc"));
    isDamaged(lake.run("run"), commit);
    Files.write(commit, new byte[0]);
    isDamaged(lake.sql("select count(*) from ops.run"), commit);
    assertThat(lake.run("panel", "-v").err()).contains("\tat org.cityeval");

    try (var files = Files.list(log)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().matches("\\.?0+1\\..*")).toList()) {
        Files.delete(file);
      }
    }
    Cli.Answer mended = lake.run("ingest", "--full");
    assertThat(mended.exit()).as(mended.err()).isZero();
    assertThat(lake.sql("select count(*) from silver.observation").rows())
        .isEqualTo(TinyLake.published().sql("select count(*) from silver.observation").rows());
  }

  private static void isDamaged(Cli.Answer answer, Path commit) {
    assertThat(answer.exit()).as(answer.err()).isEqualTo(2);
    assertThat(answer.err())
        .contains("silver.observation", commit.toString(), "Move it away", "--full");
  }

  @Test
  void aDamagedFileOfSilverIsToldWithItsMendWhichMends() throws IOException {
    TinyLake lake = TinyLake.published().copyTo(folder.resolve("damaged"));
    try (var files = Files.walk(lake.warehouse().resolve("silver/observation"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".parquet")).toList()) {
        Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
        Files.writeString(file, "this is no parquet file, though it was one");
      }
    }

    Cli.Answer answer = lake.run("panel");
    assertThat(answer.exit()).as(answer.err()).isEqualTo(2);
    assertThat(answer.err())
        .contains("silver.observation", ".parquet", "--full")
        .doesNotContain("\tat ");
    assertThat(lake.run("ingest", "--full").exit()).isZero();
    assertThat(lake.run("panel").exit()).isZero();
  }
}
