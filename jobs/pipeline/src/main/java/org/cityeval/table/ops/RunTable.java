package org.cityeval.table.ops;

import static org.cityeval.table.spec.Keys.EVALUATION_ID;
import static org.cityeval.table.spec.Keys.RUN_ID;
import static org.cityeval.table.spec.TableColumn.count;
import static org.cityeval.table.spec.TableColumn.instant;
import static org.cityeval.table.spec.TableColumn.integer;
import static org.cityeval.table.spec.TableColumn.text;

import java.time.Instant;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;

/** One step of one run, whether it succeeded or not. */
public final class RunTable {
  public static final TableColumn<Integer> ATTEMPT =
      integer("attempt", "Attempt of the run, from 1.");

  public static final TableColumn<String> STEP =
      text("step", "ingest, panel, evaluate, compare or report; run where nothing had changed.");

  public static final TableColumn<String> JOB = text("job", "The command that was given.");

  public static final TableColumn<String> CONFIG_HASH =
      text("config_hash", "Hash of the effective config.");

  public static final TableColumn<String> CODE_VERSION =
      text("code_version", "Version of CityEval.");

  public static final TableColumn<String> INPUT_VERSIONS =
      text("input_versions", "What the step read, JSON of name to version.");

  public static final TableColumn<Instant> STARTED =
      instant("started", "When the step began, UTC.");

  public static final TableColumn<Instant> ENDED = instant("ended", "When it ended, UTC.");

  public static final TableColumn<String> STATUS =
      text("status", "succeeded, failed, or unchanged: nothing had to be done.");

  public static final TableColumn<Long> ROWS_IN = count("rows_in", "Rows or records read.");

  public static final TableColumn<Long> ROWS_OUT = count("rows_out", "Rows written.");

  public static final TableColumn<String> MESSAGE =
      text("message", "Why it failed, or since which run nothing has changed; else null.");

  public static final TableSpec SPEC =
      TableSpec.of("ops", "run", "One step of one run, whether it succeeded or not.")
          .key(RUN_ID)
          .key(ATTEMPT)
          .key(STEP)
          .columns(
              EVALUATION_ID.meaning("The evaluation."),
              JOB,
              CONFIG_HASH,
              CODE_VERSION,
              INPUT_VERSIONS,
              STARTED,
              ENDED,
              STATUS,
              ROWS_IN,
              ROWS_OUT,
              MESSAGE)
          .build();

  private RunTable() {}
}
