package org.cityeval.rerun;

import static org.cityeval.table.spec.Keys.EVALUATION_ID;
import static org.cityeval.table.spec.Keys.RUN_ID;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.cityeval.job.report.ReportJob;
import org.cityeval.run.RunLog;
import org.cityeval.table.Tables;
import org.cityeval.table.ops.RunTable;
import org.cityeval.table.spec.TableJson;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.Publications;
import org.cityeval.warehouse.StoredRow;
import org.cityeval.warehouse.StoredTables;

/** The last run of all steps of an evaluation, where nothing was done since. */
public final class EarlierRun {
  /** The input version of the last step of a whole run that names its basis. */
  public static final String BASIS = "basis";

  private static final String WHOLE_RUN = "cityeval run";
  private static final String REPORT = "report";

  private final StoredTables tables;

  public EarlierRun(StoredTables tables) {
    this.tables = tables;
  }

  /**
   * The id of the run that rested on the same basis. It is given only if that run was the last to
   * change anything of the evaluation, and manifest, every table and report are there.
   */
  public Optional<String> find(String evaluationId, String basis) {
    return tables.rows(RunTable.SPEC).where(EVALUATION_ID, evaluationId).list().stream()
        .filter(EarlierRun::mayHaveChanged)
        .max(Comparator.comparing(row -> row.get(RunTable.ENDED)))
        .filter(last -> isWhole(last, basis))
        .filter(last -> isThere(evaluationId, inputs(last)))
        .map(last -> last.get(RUN_ID));
  }

  /** A report written again changes no table, and neither does a run that had nothing to do. */
  private static boolean mayHaveChanged(StoredRow step) {
    boolean isReportAlone =
        step.is(RunTable.STEP, REPORT)
            && step.isOther(RunTable.JOB, WHOLE_RUN)
            && step.is(RunTable.STATUS, RunLog.SUCCEEDED);
    return !isReportAlone && !step.is(RunTable.STATUS, RunLog.UNCHANGED);
  }

  private static boolean isWhole(StoredRow last, String basis) {
    return last.is(RunTable.STEP, REPORT)
        && last.is(RunTable.JOB, WHOLE_RUN)
        && last.is(RunTable.STATUS, RunLog.SUCCEEDED)
        && basis.equals(inputs(last).get(BASIS));
  }

  private static Map<?, ?> inputs(StoredRow step) {
    return TableJson.read(step.get(RunTable.INPUT_VERSIONS));
  }

  private boolean isThere(String evaluationId, Map<?, ?> inputs) {
    LocalDate asOf = LocalDate.parse((String) inputs.get("publication"));
    return new Publications(tables)
        .find(evaluationId, asOf)
        .filter(this::hasItsTables)
        .filter(this::hasItsReport)
        .isPresent();
  }

  private boolean hasItsTables(Publication publication) {
    Map<String, Long> pinned = publication.tableVersions();
    return Tables.ALL.stream()
        .filter(table -> pinned.containsKey(table.qualifiedName()))
        .allMatch(
            table ->
                tables.exists(table) && tables.version(table) >= pinned.get(table.qualifiedName()));
  }

  private boolean hasItsReport(Publication publication) {
    Path page = tables.root().resolve(ReportJob.relativePath(publication)).hadoop();
    try {
      return page.getFileSystem(tables.hadoop()).exists(page);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look for " + page, e);
    }
  }
}
