package org.cityeval.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.cityeval.problem.UserProblem;
import org.cityeval.table.ops.RunTable;
import org.cityeval.table.spec.TableJson;

/** Runs steps and writes one row of ops.run for each, whether it succeeds or fails. */
public final class RunLog {
  /** The status of a step that did its work. */
  public static final String SUCCEEDED = "succeeded";

  /** The status of a run that had nothing to do. */
  public static final String UNCHANGED = "unchanged";

  private static final String FAILED = "failed";

  private final Run run;
  private final Supplier<Instant> clock;

  /**
   * @param clock tells the time; the only one in a run
   */
  public RunLog(Run run, Supplier<Instant> clock) {
    this.run = run;
    this.clock = clock;
  }

  /** What a step read and wrote. */
  public record Counts(Map<String, String> inputVersions, long rowsIn, long rowsOut) {
    /** The same, with another version of what was read. */
    public Counts with(String name, String version) {
      Map<String, String> more = new TreeMap<>(inputVersions);
      more.put(name, version);
      return new Counts(more, rowsIn, rowsOut);
    }
  }

  /** Logs that a run had nothing to do. */
  public void unchanged(Instant started, String sinceRun) {
    write(
        "run",
        started,
        UNCHANGED,
        new Counts(Map.of(), 0, 0),
        "Nothing has changed since run " + sinceRun + ".");
  }

  /** Runs a step and logs it; a failure is logged before it is passed on. */
  public void step(String step, Supplier<Counts> work) {
    Instant started = clock.get();
    run.warehouse().describeJobs(run.evaluationId() + ": " + step);
    try {
      Counts counts = work.get();
      write(step, started, SUCCEEDED, counts, null);
    } catch (Throwable failure) {
      // Spark throws checked exceptions that Scala does not declare: all of them are logged.
      writeFailed(step, started, failure);
      throw failure;
    } finally {
      run.warehouse().describeJobs(null);
    }
  }

  private void writeFailed(String step, Instant started, Throwable failure) {
    String message =
        failure instanceof UserProblem problem ? problem.render() : String.valueOf(failure);
    try {
      write(step, started, FAILED, new Counts(Map.of(), 0, 0), message);
    } catch (RuntimeException unlogged) {
      failure.addSuppressed(unlogged);
    }
  }

  private void write(String step, Instant started, String status, Counts counts, String message) {
    Object[] row = {
      run.identity().runId(),
      run.identity().attempt(),
      step,
      run.evaluationId(),
      run.identity().command(),
      run.configHash(),
      run.identity().codeVersion(),
      TableJson.write(new TreeMap<>(counts.inputVersions())),
      started,
      clock.get(),
      status,
      counts.rowsIn(),
      counts.rowsOut(),
      run.config().variables().conceal(message)
    };
    run.warehouse().stored().append(RunTable.SPEC, List.<Object[]>of(row), run.note());
  }
}
