package org.cityeval.cli;

import org.cityeval.cli.output.Console;
import org.cityeval.cli.session.LongProcess;
import org.cityeval.cli.session.Stop;

/** Where the program starts. */
public final class Main {
  private Main() {}

  /**
   * Runs one command and ends the process with its status. On success it returns normally, for some
   * cluster managers take {@code System.exit(0)} for a failure.
   */
  public static void main(String[] args) {
    Console console = Console.system();
    // Logs quote data, too.
    System.setErr(console.err());
    Stop stop = Stop.watch(console);
    LongProcess.endsWithItsCaller();
    int status = CityEval.execute(console, args);
    stop.isOver();
    if (status == LongProcess.NEEDED) {
      status = LongProcess.run(console, args).orElseGet(() -> CityEval.execute(console, args));
    }
    if (status != 0) {
      System.exit(status);
    }
  }
}
