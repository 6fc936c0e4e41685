package org.cityeval.testing;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.cityeval.cli.CityEval;
import org.cityeval.cli.output.Console;

/** The command line as its callers see it: arguments in; exit status, stdout and stderr out. */
public final class Cli {
  private final Map<String, String> environment;
  private final Supplier<Instant> clock;

  private Cli(Map<String, String> environment, Supplier<Instant> clock) {
    this.environment = Map.copyOf(environment);
    this.clock = clock;
  }

  /** With the system's clock and an empty environment. */
  public static Cli plain() {
    return new Cli(Map.of(), Instant::now);
  }

  /** With these environment variables alone. */
  public Cli withEnvironment(Map<String, String> variables) {
    return new Cli(variables, clock);
  }

  /** With a clock that stands still. */
  public Cli at(Instant instant) {
    return new Cli(environment, () -> instant);
  }

  /** Runs one command within this process. */
  public Answer run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit = CityEval.execute(new Console(print(out), print(err), environment, clock), arguments);
    return new Answer(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream print(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  /** What a command gave back. */
  public record Answer(int exit, String out, String err) {
    /** The rows of a CSV answer without commas in its cells, heading left out. */
    public List<String> rows() {
      return out.lines().skip(1).toList();
    }
  }
}
