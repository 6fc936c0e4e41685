package org.cityeval.cli.output;

import static org.cityeval.table.spec.Keys.EVALUATION_ID;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;
import org.cityeval.run.RunLog;
import org.cityeval.table.ops.RunTable;
import org.cityeval.terminal.LiveLine;
import org.cityeval.warehouse.StoredRow;
import org.cityeval.warehouse.StoredTables;

/**
 * Tells a person at a terminal which step is at work, on what and how long. It also tells how much
 * is left if the step takes as long as it last did.
 */
public final class StepProgress implements AutoCloseable {
  private static final long REFRESHED_MILLIS = 500;

  private final LiveLine line;
  private final List<String> steps;
  private final Map<String, Duration> lastTook;
  private final Supplier<Instant> clock;
  private final Supplier<Optional<String>> doing;
  private final Timer timer = new Timer("progress", true);
  private Instant began;
  private int at = -1;

  /**
   * Tells nothing until it is started.
   *
   * @param lastTook how long steps took before, by name
   * @param doing what is being done at the moment
   */
  public StepProgress(
      LiveLine line,
      List<String> steps,
      Map<String, Duration> lastTook,
      Supplier<Instant> clock,
      Supplier<Optional<String>> doing) {
    this.line = line;
    this.steps = List.copyOf(steps);
    this.lastTook = Map.copyOf(lastTook);
    this.clock = clock;
    this.doing = doing;
  }

  /** Tells from now on, twice a second. */
  public StepProgress started() {
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            refresh();
          }
        },
        REFRESHED_MILLIS,
        REFRESHED_MILLIS);
    return this;
  }

  /** Shows what is so now; nothing before the first step, nor after the end. */
  synchronized void refresh() {
    text(doing.get()).ifPresent(line::show);
  }

  /** How long each step took when it last succeeded for an evaluation. */
  public static Map<String, Duration> lastTook(StoredTables tables, String evaluationId) {
    Map<String, StoredRow> last = new HashMap<>();
    if (tables.exists(RunTable.SPEC)) {
      tables.rows(RunTable.SPEC).where(EVALUATION_ID, evaluationId).list().stream()
          .filter(row -> row.is(RunTable.STATUS, RunLog.SUCCEEDED))
          .forEach(row -> last.merge(row.get(RunTable.STEP), row, StepProgress::later));
    }
    Map<String, Duration> took = new HashMap<>();
    last.forEach(
        (step, row) ->
            took.put(step, Duration.between(row.get(RunTable.STARTED), row.get(RunTable.ENDED))));
    return took;
  }

  private static StoredRow later(StoredRow one, StoredRow other) {
    return other.get(RunTable.ENDED).isAfter(one.get(RunTable.ENDED)) ? other : one;
  }

  /** A step begins. */
  public synchronized void begin(String step) {
    at = steps.indexOf(step);
    began = clock.get();
  }

  private Optional<String> text(Optional<String> doing) {
    if (at < 0) {
      return Optional.empty();
    }
    Duration taken = Duration.between(began, clock.get());
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%-9s %6d s  %d of %d%s%s",
            steps.get(at),
            taken.toSeconds(),
            at + 1,
            steps.size(),
            left(taken).map(left -> ", " + left).orElse(""),
            doing.map(now -> "  " + now).orElse("")));
  }

  /** Only where every step still to come was done before. */
  private Optional<String> left(Duration taken) {
    List<String> ahead = steps.subList(at, steps.size());
    if (!lastTook.keySet().containsAll(ahead)) {
      return Optional.empty();
    }
    long all = steps.stream().mapToLong(this::lastMillis).sum();
    long now = lastMillis(steps.get(at)) - taken.toMillis();
    long left = Math.max(0, now) + ahead.stream().skip(1).mapToLong(this::lastMillis).sum();
    if (all == 0 || left == 0) {
      return now < 0 && all > 0 ? Optional.of("longer than last time") : Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%d %%, %s %d s left",
            100 * (all - left) / all,
            now < 0 ? "at least" : "about",
            (left + 999) / 1000));
  }

  private long lastMillis(String step) {
    return lastTook.getOrDefault(step, Duration.ZERO).toMillis();
  }

  @Override
  public synchronized void close() {
    timer.cancel();
    at = -1;
    line.clear();
  }
}
