package org.cityeval.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cityeval.cli.output.Console;
import org.cityeval.testing.ForkedCli;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command and the second process that it asks for; a script stands for the launcher. */
class LongProcessTest {
  @TempDir private Path home;
  private TinyLake lake;
  private Path out;

  @BeforeEach
  void writesALake() {
    lake = TinyLake.in(home.resolve("lake"));
    out = home.resolve("out.txt");
  }

  private void launcher(String script) throws IOException {
    Path file = Files.writeString(home.resolve("cityeval"), "#!/bin/sh\n" + script);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  /** 32 MB of text, in a column nobody asks for. */
  private void makeHuge() {
    List<String> lines = lake.text("cases.csv").lines().toList();
    String note = "," + "x".repeat((32 << 20) / lines.size()) + "\n";
    lake.write("cases.csv", String.join(note, lines) + note);
  }

  private Process start(String... further) throws IOException {
    List<String> command = new ArrayList<>(List.of("run", "--warehouse", "" + lake.warehouse()));
    if (!List.of(further).contains("--config")) {
      command.addAll(List.of("--config", "" + lake.config()));
    }
    command.addAll(List.of(further));
    return ForkedCli.start(
        out,
        List.of("-Dcityeval.again=true", "-Dcityeval.home=" + home),
        command.toArray(String[]::new));
  }

  private int end(Process process) throws InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  @Test
  void aHugeLakeIsReadByTheSecondProcessWithTheSameWords() throws Exception {
    makeHuge();
    launcher("printf '%s\\n' \"$CITYEVAL_CALLER\" \"$@\"; echo told >&2; exit 3\n");

    Process run = start("--set", "evaluation.title=two  words");

    assertThat(end(run)).isEqualTo(3);
    assertThat(Files.readAllLines(out))
        .containsExactly(
            "" + run.pid(),
            "run",
            "--warehouse",
            lake.warehouse().toString(),
            "--config",
            lake.config().toString(),
            "--set",
            "evaluation.title=two  words");
    assertThat(Files.readAllLines(Path.of(out + ".err"))).containsExactly("told");
    assertThat(lake.warehouse()).doesNotExist();
  }

  @Test
  void aSmallLakeIsReadByTheFirst() throws Exception {
    launcher("exit 3\n");

    // Spark knows no such number of cores.
    assertThat(end(start("--master", "local[none]"))).isEqualTo(1);
  }

  @Test
  void aClusterDoesTheWorkItself() throws Exception {
    makeHuge();
    launcher("exit 3\n");

    // Spark knows no such cluster.
    assertThat(end(start("--master", "none:nowhere"))).isEqualTo(1);
  }

  @Test
  void aStopStopsBoth() throws Exception {
    makeHuge();
    Path ended = home.resolve("ended");
    launcher(
        "trap 'echo stopped; : > %s; exit 143' TERM; echo started; while :; do sleep .05; done\n"
            .formatted(ended));
    Process run = start();
    ForkedCli.awaitText(run, out, "started");

    run.destroy();

    // 128 and SIGTERM's number, 15.
    assertThat(end(run)).isEqualTo(143);
    assertThat(Files.readAllLines(out)).containsExactly("started", "stopped");
    assertThat(Path.of(out + ".err")).isEmptyFile();
    assertThat(ended).exists();
  }

  @Test
  void theSecondEndsWhenTheFirstIsKilled() throws Exception {
    makeHuge();
    launcher(
        "echo $$; exec '%s' -cp '%s' -Dcityeval.caller=$CITYEVAL_CALLER '%s'\n"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Waiting.class.getName()));
    Process first = start();
    ForkedCli.awaitText(first, out, "waits");
    ProcessHandle second =
        ProcessHandle.of(Long.parseLong(Files.readAllLines(out).get(0))).orElseThrow();

    first.destroyForcibly();

    second.onExit().get(60, TimeUnit.SECONDS);
    assertThat(second.isAlive()).isFalse();
  }

  @Test
  void aKilledSecondIsTold() throws Exception {
    makeHuge();
    launcher("kill -9 $$\n");

    assertThat(end(start())).isEqualTo(137);
    assertThat(Path.of(out + ".err")).content().contains("ended by signal 9");
  }

  @Test
  void aConfigFromAPipeIsReadOnce() throws Exception {
    makeHuge();
    launcher("exit 3\n");
    Path pipe = home.resolve("lake/pipe.yaml");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    String config = Files.readString(lake.config());

    Process run = start("--config", pipe.toString(), "--master", "local[none]");
    Files.writeString(pipe, config);

    assertThat(end(run)).isEqualTo(1);
  }

  @Test
  void whereNoProcessStartsItIsNotOfferedAgain() {
    System.setProperty("cityeval.home", home.toString());
    System.setProperty("cityeval.again", "true");
    try {
      assertThat(LongProcess.isOffered()).isTrue();
      // No word of a command may hold this sign.
      assertThat(LongProcess.run(Console.system(), "\0")).isEmpty();
      assertThat(LongProcess.isOffered()).isFalse();
    } finally {
      System.clearProperty("cityeval.home");
      System.clearProperty("cityeval.again");
    }
  }

  /** Watches its caller, and waits. */
  static final class Waiting {
    private Waiting() {}

    public static void main(String[] arguments) throws InterruptedException {
      LongProcess.endsWithItsCaller();
      System.out.println("waits");
      TimeUnit.MINUTES.sleep(5);
    }
  }
}
