package org.cityeval.cli.output;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.cityeval.config.lake.Variables;
import org.cityeval.terminal.LineFilter;
import org.cityeval.terminal.LiveLine;
import org.cityeval.terminal.VisibleStream;

/**
 * What a command sees of the outside. All that it prints passes one place, in which nothing that
 * came from data can command the terminal.
 */
public final class Console {
  private final PrintStream verbatim;
  private final PrintStream out;
  private final PrintStream err;
  private final Map<String, String> environment;
  private final Supplier<Instant> clock;
  private final Optional<LiveLine> live;
  private final List<LineFilter> filters = new ArrayList<>();

  /**
   * @param out results only
   * @param err progress, warnings, problems
   * @param environment environment variables
   * @param clock the time
   */
  public Console(
      PrintStream out, PrintStream err, Map<String, String> environment, Supplier<Instant> clock) {
    this(out, err, Optional.empty(), environment, clock);
  }

  private Console(
      PrintStream out,
      PrintStream err,
      Optional<LiveLine> live,
      Map<String, String> environment,
      Supplier<Instant> clock) {
    this.live = live;
    this.verbatim = filtered(out);
    this.out = visible(verbatim);
    this.err = visible(filtered(err));
    this.environment = Map.copyOf(environment);
    this.clock = clock;
  }

  public static Console system() {
    OutputStream err = new FileOutputStream(FileDescriptor.err);
    // The launcher knows whether a person sees it; Java 17 cannot tell.
    Optional<LiveLine> live =
        Boolean.getBoolean("cityeval.terminal") ? Optional.of(new LiveLine(err)) : Optional.empty();
    return new Console(
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
        new PrintStream(
            live.<OutputStream>map(line -> line).orElse(err), true, StandardCharsets.UTF_8),
        live,
        System.getenv(),
        Instant::now);
  }

  private PrintStream filtered(PrintStream stream) {
    LineFilter filter = new LineFilter(stream);
    filters.add(filter);
    return new PrintStream(filter, true, StandardCharsets.UTF_8);
  }

  /** From now on names variables of a config in all that is printed, instead of their values. */
  public void conceal(Variables variables) {
    if (!variables.concealed().isEmpty()) {
      filters.forEach(filter -> filter.through(variables::conceal));
    }
  }

  private static PrintStream visible(PrintStream stream) {
    return new PrintStream(new VisibleStream(stream), true, StandardCharsets.UTF_8);
  }

  /** For results. */
  public PrintStream out() {
    return out;
  }

  /** For csv, which scripts read and which knows no escapes: every character as it is. */
  public PrintStream verbatim() {
    return verbatim;
  }

  /** For progress, warnings and problems. */
  public PrintStream err() {
    return err;
  }

  /** A line that changes, where a person sees what is printed for progress. */
  public Optional<LiveLine> live() {
    return live;
  }

  public Map<String, String> environment() {
    return environment;
  }

  public Supplier<Instant> clock() {
    return clock;
  }
}
