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
import org.cityeval.terminal.PaintedLine;
import org.cityeval.terminal.VisibleStream;

/**
 * What a command sees of the outside. All that it prints passes one place, in which nothing that
 * came from data can command the terminal.
 */
public final class Console {
  /** Where colours are shown. */
  public enum Colour {
    NOWHERE(false, false),
    ON_OUT(true, false),
    ON_ERR(false, true),
    ON_BOTH(true, true);

    private final boolean onOut;
    private final boolean onErr;

    Colour(boolean onOut, boolean onErr) {
      this.onOut = onOut;
      this.onErr = onErr;
    }

    /**
     * Those places that are terminals with colours, unless the user wants none (no-color.org).
     *
     * @param environment NO_COLOR in it, not empty, wants none
     */
    static Colour of(boolean outShown, boolean errShown, Map<String, String> environment) {
      if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
        return NOWHERE;
      }
      return outShown ? (errShown ? ON_BOTH : ON_OUT) : errShown ? ON_ERR : NOWHERE;
    }
  }

  private final PrintStream verbatim;
  private final PrintStream out;
  private final PrintStream verbatimErr;
  private final PrintStream err;
  private final Colour colour;
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
    this(out, err, Optional.empty(), Colour.NOWHERE, environment, clock);
  }

  /** One that has colours, too. */
  Console(PrintStream out, PrintStream err, Colour colour) {
    this(out, err, Optional.empty(), colour, Map.of(), () -> Instant.EPOCH);
  }

  private Console(
      PrintStream out,
      PrintStream err,
      Optional<LiveLine> live,
      Colour colour,
      Map<String, String> environment,
      Supplier<Instant> clock) {
    this.live = live;
    this.colour = colour;
    this.verbatim = filtered(out);
    this.out = visible(verbatim);
    this.verbatimErr = filtered(err);
    this.err = visible(verbatimErr);
    this.environment = Map.copyOf(environment);
    this.clock = clock;
  }

  public static Console system() {
    OutputStream err = new FileOutputStream(FileDescriptor.err);
    // The launcher knows whether a person sees it; Java 17 cannot tell.
    boolean errShown = Boolean.getBoolean("cityeval.terminal");
    Optional<LiveLine> live = errShown ? Optional.of(new LiveLine(err)) : Optional.empty();
    return new Console(
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
        new PrintStream(
            live.<OutputStream>map(line -> line).orElse(err), true, StandardCharsets.UTF_8),
        live,
        Colour.of(Boolean.getBoolean("cityeval.terminal.out"), errShown, System.getenv()),
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

  /** Prints a line of results; in its hue where stdout has colours. */
  public void println(PaintedLine line) {
    println(out, verbatim, colour.onOut, line);
  }

  /** Prints results of which the first line is the heading. */
  public void printHeaded(String text) {
    int end = text.indexOf('\n');
    println(PaintedLine.heading(end < 0 ? text : text.substring(0, end).stripTrailing()));
    if (end >= 0) {
      out.print(text.substring(end + 1));
    }
  }

  /** Prints a problem to stderr, its first line in a hue of its own where stderr has colours. */
  public void complain(String problem) {
    int end = problem.indexOf('\n');
    String first = end < 0 ? problem : problem.substring(0, end).stripTrailing();
    println(err, verbatimErr, colour.onErr, new PaintedLine(PaintedLine.Hue.BAD, first));
    if (end >= 0) {
      err.println(problem.substring(end + 1));
    }
  }

  /** What is painted goes around the stream that shows escapes; the text goes through it. */
  private static void println(
      PrintStream visible, PrintStream verbatim, boolean painted, PaintedLine line) {
    if (painted) {
      verbatim.print(line.hue().begin());
    }
    visible.print(line.text());
    if (painted) {
      verbatim.print(line.hue().end());
    }
    visible.println();
  }

  /** Whether stdout has colours. */
  public boolean isOutColoured() {
    return colour.onOut;
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
