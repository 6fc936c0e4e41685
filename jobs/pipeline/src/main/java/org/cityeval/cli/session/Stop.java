package org.cityeval.cli.session;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.cityeval.cli.output.Console;

/**
 * A stop from outside: SIGTERM, or Ctrl-C. Spark stops with the process, so what the command was
 * doing fails. Such a failure is no bug, and one quiet line tells what became of the run. The
 * virtual machine ends with 128 and the signal's number: 143, or 130.
 */
public final class Stop {
  private final Console console;
  private volatile boolean over;

  private Stop(Console console) {
    this.console = console;
  }

  /** Watches over the command that this process was started for. */
  public static Stop watch(Console console) {
    Stop stop = new Stop(console);
    Runtime.getRuntime().addShutdownHook(new Thread(stop::told, "cityeval-stop"));
    return stop;
  }

  private void told() {
    if (!over) {
      Logging.silence();
      // Pools of threads that end print what they refuse, past all logs.
      System.setErr(
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
      console
          .err()
          .println("Stopped from outside; nothing more is published, and what was stays as it is.");
    }
  }

  /** The command has ended by itself. */
  public void isOver() {
    over = true;
  }

  /** Whether the process is ending already; asked by trying what is refused from then on. */
  public static boolean isUnderWay() {
    Thread probe = new Thread(() -> {}, "cityeval-probe");
    try {
      Runtime.getRuntime().addShutdownHook(probe);
      Runtime.getRuntime().removeShutdownHook(probe);
      return false;
    } catch (IllegalStateException ending) {
      return true;
    }
  }
}
