package org.cityeval.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.cityeval.cli.output.Console;
import org.cityeval.testing.ForkedCli;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that its scheduler stops, as a process. */
class StopTest {
  @TempDir private Path folder;

  @Test
  void aStopFromOutsideIsNoBugAndLeavesNoLock() throws Exception {
    TinyLake lake = TinyLake.in(folder.resolve("lake"));
    Path out = folder.resolve("out.txt");
    Process run =
        ForkedCli.start(
            out,
            "-Duser.timezone=UTC",
            "run",
            "--config",
            lake.config().toString(),
            "--warehouse",
            lake.warehouse().toString());
    Path lock = lake.warehouse().resolve("_locks/tiny");
    // It holds the lock, and Spark works for it.
    ForkedCli.await(run, () -> Files.isDirectory(lake.warehouse().resolve("silver")));
    assertThat(lock).isNotEmptyFile();

    run.destroy();

    assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
    // 128 and SIGTERM's number, 15.
    assertThat(run.exitValue()).isEqualTo(143);
    assertThat(Files.readAllLines(Path.of(out + ".err")))
        .containsExactly(
            "Stopped from outside; nothing more is published, and what was stays as it is.");
    assertThat(lock).isEmptyFile();
    assertThat(lake.warehouse().resolve("gold/publication")).doesNotExist();
  }

  /** Scala prints the trace of a task that an ending pool refuses; whether it does, is chance. */
  @Test
  void whatEndsWithTheProcessIsNotHeard() throws Exception {
    Path out = folder.resolve("out.txt");
    Process process = ForkedCli.startMain(out, "-Duser.timezone=UTC", PrintsAsItEnds.class);
    ForkedCli.awaitText(process, out, "waits");

    process.destroy();

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readAllLines(out)).containsExactly("waits", "ends");
    assertThat(Files.readAllLines(Path.of(out + ".err")))
        .containsExactly(
            "Stopped from outside; nothing more is published, and what was stays as it is.");
  }

  /** Prints to both streams when the stop has been told. */
  static final class PrintsAsItEnds {
    private PrintsAsItEnds() {}

    public static void main(String[] arguments) throws InterruptedException {
      Thread main = Thread.currentThread();
      Stop.watch(Console.system());
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    try {
                      main.join(2_000);
                    } catch (InterruptedException interrupted) {
                      main.interrupt();
                    }
                    System.out.println("ends");
                    System.err.println("a trace");
                  }));
      System.out.println("waits");
      TimeUnit.MINUTES.sleep(1);
    }
  }
}
