package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class ExitBusyTest {
  @TempDir private Path folder;

  /** As a run of a process writes it; the start is what the system says of the process. */
  private static String holder(long process, String start) throws IOException {
    return InetAddress.getLocalHost().getHostName() + " " + process + " " + start + " tonight\n";
  }

  private static String start() {
    return Long.toString(
        ProcessHandle.current().info().startInstant().orElseThrow().toEpochMilli());
  }

  @Test
  void aLockOfALivingProcessIsRespected() throws IOException {
    TinyLake lake = TinyLake.in(folder);
    lake.write("warehouse/_locks/tiny", holder(ProcessHandle.current().pid(), start()));

    Cli.Answer answer = lake.run("ingest");

    assertThat(answer.exit()).as(answer.err()).isEqualTo(75);
    assertThat(answer.err()).contains("Another run holds the evaluation tiny", "tonight", "Retry");
    assertThat(lake.text("warehouse/_locks/tiny")).contains("tonight");
    assertThat(lake.warehouse().resolve("silver")).doesNotExist();
  }

  @Test
  void aLockOfADeadProcessIsTakenOverAndGivenBackWhateverAnotherEvaluationHolds() throws Exception {
    TinyLake lake = TinyLake.in(folder);
    lake.write("warehouse/_locks/other", holder(ProcessHandle.current().pid(), start()));
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    lake.write("warehouse/_locks/tiny", holder(ended.pid(), "-"));

    Cli.Answer answer = lake.run("ingest");

    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(lake.text("warehouse/_locks/tiny")).isEmpty();
    assertThat(lake.text("warehouse/_locks/other")).contains("tonight");
  }
}
