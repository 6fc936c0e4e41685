package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  void aWarehouseThatIsAFileFailsInThreeLines() {
    TinyLake lake = TinyLake.in(folder).write("warehouse", "no folder");

    Cli.Answer answer = lake.run("ingest");

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err().lines()).hasSize(3);
    assertThat(answer.err()).contains("The run failed", "why:", "fix:").doesNotContain("\tat ");
    assertThat(answer.out()).isEmpty();
  }

  @Test
  void aDamagedTableFailsTheRunAndIsLoggedAndTracedOnlyWhenAsked() throws IOException {
    TinyLake lake = TinyLake.published().copyTo(folder.resolve("damaged"));
    Path log = lake.warehouse().resolve("silver/observation/_delta_log");
    Files.deleteIfExists(log.resolve(".00000000000000000001.json.crc"));
    Files.deleteIfExists(log.resolve("00000000000000000001.crc"));
    Files.writeString(log.resolve("00000000000000000001.json"), "{broken");

    Cli.Answer quiet = lake.run("panel", "--run-id", "quiet");
    Cli.Answer traced = lake.run("panel", "--run-id", "traced", "-v");

    assertThat(quiet.exit()).as(quiet.err()).isEqualTo(1);
    assertThat(quiet.err()).contains("The run failed").doesNotContain("\tat ");
    assertThat(traced.exit()).isEqualTo(1);
    assertThat(traced.err()).contains("\tat org.cityeval");
    assertThat(
            lake.sql("select run_id, step, status from ops.run where status = 'failed' order by 1")
                .rows())
        .containsExactly("quiet,panel,failed", "traced,panel,failed");
  }
}
