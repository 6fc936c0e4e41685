package org.cityeval.job.compare;

import static org.apache.spark.sql.functions.not;
import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.EVALUATION_ID;
import static org.cityeval.table.spec.Keys.PERIOD_ID;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.compare.ComparisonScope;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.place.District;
import org.cityeval.problem.UserProblem;
import org.cityeval.run.CompiledPlans;
import org.cityeval.run.Run;
import org.cityeval.run.RunLog;
import org.cityeval.run.Vintage;
import org.cityeval.series.Period;
import org.cityeval.table.Tables;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.silver.DistrictDayTable;
import org.cityeval.table.silver.ObservationTable;
import org.cityeval.table.silver.ServiceRequestTable;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.Publications;
import org.cityeval.warehouse.Slice;
import org.cityeval.warehouse.Warehouse;

/**
 * Compares, then publishes: gold.indicator_value to the tables of the comparison, and last the
 * manifest.
 */
public final class CompareJob {
  private final Run run;
  private final List<District> districts;

  public CompareJob(Run run, List<District> districts) {
    this.run = run;
    this.districts = districts;
  }

  /** Replaces the vintage's slices and publishes all tables of the vintage together. */
  public RunLog.Counts run() {
    CompiledPlans.fitSilver(run);
    LocalDate asOf = Vintage.day(run);
    Slice slice = Slice.of(run.evaluationId(), asOf);
    Warehouse warehouse = run.warehouse();
    Dataset<Row> values =
        warehouse
            .read(IndicatorValueTable.SPEC)
            .where(slice.predicate())
            .where(not(PERIOD_ID.col().startsWith(Period.OWN_WAVE_PREFIX)));
    if (!isEvaluated(asOf)) {
      throw new UserProblem(
          "There are no indicator values of " + run.evaluationId() + " as of " + asOf + ".",
          "gold.indicator_value holds no row for it, so 'evaluate' has not run.",
          "Run 'cityeval evaluate' first.");
    }
    ComparisonScope scope = ComparisonScopes.read(run, districts, asOf);
    try (Comparison comparison = Comparison.between(run, scope, slice, values, districts)) {
      long rows = comparison.write();
      Map<String, String> sources = Vintage.sourceVersions(run, asOf);
      publish(asOf, sources);
      return new RunLog.Counts(sources, 0, rows);
    }
  }

  /** Whether the table holds any value; the first of a file is enough to know. */
  private boolean isEvaluated(LocalDate asOf) {
    AtomicBoolean any = new AtomicBoolean();
    run.warehouse()
        .stored()
        .rows(IndicatorValueTable.SPEC)
        .columns(EVALUATION_ID, AS_OF)
        .where(EVALUATION_ID, run.evaluationId())
        .where(AS_OF, asOf)
        .firstOfEachFile(row -> any.set(true));
    return any.get();
  }

  /**
   * The version of each table that the publication is made of. Where this process made it, it is
   * that one, even if another evaluation has committed to the table since.
   */
  static Map<String, Long> versions(Run run) {
    List<TableSpec> tables = new ArrayList<>(Tables.PUBLISHED);
    // Days before the span, which indicators look back upon, stand there alone.
    tables.add(DistrictDayTable.SILVER);
    // What was read, so that a later reading of the same day can be told from it.
    if (run.warehouse().exists(ObservationTable.SPEC)) {
      tables.add(ObservationTable.SPEC);
    }
    if (!run.config().requests().isEmpty()) {
      // A register is replaced as a whole: only this version holds what was evaluated.
      tables.add(ServiceRequestTable.SPEC);
    }
    Map<String, Long> versions = new TreeMap<>();
    tables.forEach(
        table -> versions.put(table.qualifiedName(), run.warehouse().committedVersion(table)));
    return versions;
  }

  private void publish(LocalDate asOf, Map<String, String> sources) {
    new Publications(run.warehouse().stored())
        .publish(
            run.warehouse(),
            new Publication(
                run.evaluationId(),
                asOf,
                true,
                versions(run),
                sources,
                run.configHash(),
                ConfigLoader.canonical(run.config()),
                run.identity().codeVersion()),
            run.note());
  }
}
