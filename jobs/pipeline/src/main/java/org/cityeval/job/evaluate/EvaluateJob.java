package org.cityeval.job.evaluate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;
import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.EVALUATION_ID;
import static org.cityeval.table.spec.Keys.PERIOD_ID;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.evaluate.CityPass;
import org.cityeval.evaluate.DistrictPass;
import org.cityeval.evaluate.EvaluationScope;
import org.cityeval.evaluate.FrontierPass;
import org.cityeval.evaluate.RequestPass;
import org.cityeval.job.panel.PanelJob;
import org.cityeval.job.panel.Rules;
import org.cityeval.place.District;
import org.cityeval.problem.UserProblem;
import org.cityeval.run.CompiledPlans;
import org.cityeval.run.DistrictRows;
import org.cityeval.run.KeptRows;
import org.cityeval.run.Run;
import org.cityeval.run.RunLog;
import org.cityeval.run.Vintage;
import org.cityeval.series.Period;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.gold.PeriodTable;
import org.cityeval.table.silver.DistrictDayTable;
import org.cityeval.table.spec.TableJson;
import org.cityeval.warehouse.Slice;
import org.cityeval.warehouse.StoredRow;
import org.cityeval.warehouse.Warehouse;
import org.cityeval.withholding.PublishedRequests;
import org.cityeval.withholding.Withheld;

/** Evaluates every indicator: silver.district_day to gold.indicator_value. */
public final class EvaluateJob {
  private final Run run;
  private final List<District> districts;

  public EvaluateJob(Run run, List<District> districts) {
    this.run = run;
    this.districts = districts;
  }

  /** Replaces the vintage's slice of gold.indicator_value. */
  public RunLog.Counts run() {
    CompiledPlans.fitSilver(run);
    LocalDate asOf = Vintage.day(run);
    Slice slice = Slice.of(run.evaluationId(), asOf);
    Warehouse warehouse = run.warehouse();
    Dataset<Row> panel =
        PanelJob.withResidents(
            districts, warehouse.read(DistrictDayTable.SILVER).where(slice.predicate()));
    EvaluationScope scope = scope(asOf);
    checkLead(panel);
    try (KeptRows kept = KeptRows.of(new DistrictPass(scope).evaluate(panel, withheld(slice)))) {
      Dataset<Row> pass = kept.rows();
      Dataset<Row> finished =
          pass.where(col("trace").isNull())
              .drop("trace", "population", "covered_share", "period_kind");
      Dataset<Row> traces = pass.where(col("trace").isNotNull());
      Dataset<Row> values =
          finished
              .unionByName(new CityPass(scope).evaluate(traces))
              .unionByName(new FrontierPass(scope).evaluate(traces))
              .unionByName(
                  PublishedRequests.withhold(
                      new RequestPass(scope)
                          .evaluate(
                              DistrictRows.keys(run.spark(), districts),
                              Vintage.requests(run, asOf)),
                      scope.periods(),
                      scope.small()));
      Warehouse.Commit written =
          warehouse.replace(IndicatorValueTable.SPEC, slice, values, run.note());
      return new RunLog.Counts(Vintage.sourceVersions(run, asOf), 0, written.rows());
    }
  }

  /** The days that the panel withholds from what is published. */
  private Dataset<Row> withheld(Slice slice) {
    return Withheld.dates(run.warehouse().read(DistrictDayTable.GOLD).where(slice.predicate()));
  }

  /** A panel that was made for shorter lags would cut these in silence. */
  private void checkLead(Dataset<Row> panel) {
    LocalDate kept = panel.agg(min(DATE.name())).head().getAs(0);
    LocalDate needed = Rules.keptFrom(run.config());
    if (kept != null && kept.isAfter(needed)) {
      throw new UserProblem(
          "The panel of " + run.evaluationId() + " begins too late for the lags of the config.",
          "They look back to " + needed + ", silver.district_day begins on " + kept + ".",
          "Run 'cityeval panel' with the same --config and --warehouse first.");
    }
  }

  private EvaluationScope scope(LocalDate asOf) {
    Map<String, List<Period>> periods = new TreeMap<>();
    Map<String, List<Period>> ownWaves = new TreeMap<>();
    for (StoredRow row : periods(asOf)) {
      Period period = period(row);
      boolean own = period.kind() == Period.Kind.OWN_WAVE;
      (own ? ownWaves : periods)
          .computeIfAbsent(row.get(own ? DISTRICT_ID : CITY_ID), id -> new ArrayList<>())
          .add(period);
    }
    if (periods.isEmpty()) {
      throw new UserProblem(
          "There is no panel of " + run.evaluationId() + " as of " + asOf + ".",
          "gold.dim_period holds no row for it, so 'panel' has not run.",
          "Run 'cityeval panel' first.");
    }
    Map<String, List<String>> neighbours = new TreeMap<>();
    districts.forEach(
        district -> neighbours.put(district.districtId(), List.copyOf(district.neighbours())));
    return new EvaluationScope(
        run.evaluationId(),
        asOf,
        periods,
        ownWaves,
        neighbours,
        run.config().parameters(),
        TableJson.write(run.config().parameters()),
        run.config().smallCounts().limit());
  }

  /** In the order of their days; by its id the tenth wave would come before the second. */
  private List<StoredRow> periods(LocalDate asOf) {
    return run
        .warehouse()
        .stored()
        .rows(PeriodTable.SPEC)
        .where(EVALUATION_ID, run.evaluationId())
        .where(AS_OF, asOf)
        .list()
        .stream()
        .sorted(
            Comparator.comparing((StoredRow row) -> row.get(CITY_ID))
                .thenComparing(row -> row.get(DISTRICT_ID))
                .thenComparing(row -> row.get(PeriodTable.FIRST_DAY))
                .thenComparing(row -> row.get(PERIOD_ID)))
        .toList();
  }

  private static Period period(StoredRow row) {
    return new Period(
        row.get(PERIOD_ID),
        row.get(PeriodTable.TITLE),
        Period.Kind.ofId(row.get(PeriodTable.KIND)),
        row.get(PeriodTable.FIRST_DAY),
        row.get(PeriodTable.LAST_DAY));
  }
}
