package org.cityeval.cli.session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.cityeval.cli.output.Console;

/**
 * A second process for a command that reads much. The launcher starts a JVM that compiles quickly
 * and not well, because most commands are short. How much a command reads is known once its config
 * is read. A JVM cannot change its compiler then. So the program calls the launcher again, which
 * starts a JVM for long work.
 */
public final class LongProcess {
  /** What a command returns that is to be run again by the second process; none ends with it. */
  public static final int NEEDED = -1;

  /** Set by the launcher where it may be called again. */
  private static final String AGAIN = "cityeval.again";

  /** Tells the launcher that it is called for long work, and by which process. */
  private static final String CALLER = "CITYEVAL_CALLER";

  /** The same, as the launcher hands it on. */
  private static final String CALLER_OF_THIS = "cityeval.caller";

  private static final int STOPPED = 143;

  /** A process that a signal ended has this and the signal's number for its status. */
  private static final int SIGNALLED = 128;

  private static final Set<Integer> STOPS = Set.of(129, 130, STOPPED);
  private static final Duration TIME_TO_END = Duration.ofSeconds(30);

  private LongProcess() {}

  /** Whether a second process can be had. */
  public static boolean isOffered() {
    return Boolean.getBoolean(AGAIN);
  }

  /**
   * Runs a command in the second process, which shares input, output and terminal with this one.
   * When this process is stopped, it stops the other and waits for it.
   *
   * @return the status that the other ended with; empty where it could not be started. No second
   *     process is offered then
   */
  public static OptionalInt run(Console console, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add("sh");
    command.add(Path.of(System.getProperty("cityeval.home"), "cityeval").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put(CALLER, Long.toString(ProcessHandle.current().pid()));
    try {
      return OptionalInt.of(status(console, builder.start()));
    } catch (IOException cannotStart) {
      System.clearProperty(AGAIN);
      return OptionalInt.empty();
    }
  }

  private static int status(Console console, Process other) {
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(other), "cityeval-stop-other"));
    } catch (IllegalStateException isEnding) {
      stop(other);
    }
    try {
      int status = other.waitFor();
      if (status > SIGNALLED && !STOPS.contains(status)) {
        console.complain(
            "The process for long work was ended by signal "
                + (status - SIGNALLED)
                + ". By 9, the system often ends what takes too much memory.");
      }
      return status;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return STOPPED;
    }
  }

  private static void stop(Process other) {
    other.destroy();
    try {
      if (!other.waitFor(TIME_TO_END.toSeconds(), TimeUnit.SECONDS)) {
        other.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Has this process end when the one that called it is gone, as if it were stopped itself. */
  public static void endsWithItsCaller() {
    Long caller = Long.getLong(CALLER_OF_THIS);
    if (caller != null) {
      startDaemon("cityeval-caller", () -> endAfter(caller));
    }
  }

  /** A process whose parent ends gets another one. */
  private static void endAfter(long caller) {
    try {
      while (ProcessHandle.current().parent().filter(of -> of.pid() == caller).isPresent()) {
        TimeUnit.SECONDS.sleep(1);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    startDaemon("cityeval-halt", LongProcess::haltInTime);
    System.exit(STOPPED);
  }

  private static void haltInTime() {
    try {
      TimeUnit.SECONDS.sleep(TIME_TO_END.toSeconds());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(STOPPED);
  }

  private static void startDaemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
