package org.cityeval.job.panel;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.EVALUATION_ID;
import static org.cityeval.table.spec.Keys.LEVEL;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.panel.CaseWaves;
import org.cityeval.panel.PanelDays;
import org.cityeval.panel.PanelScope;
import org.cityeval.panel.SurroundingRisk;
import org.cityeval.place.District;
import org.cityeval.place.ListedDistricts;
import org.cityeval.place.TouchingDistricts;
import org.cityeval.run.Check;
import org.cityeval.run.CompiledPlans;
import org.cityeval.run.DistrictRows;
import org.cityeval.run.KeptRows;
import org.cityeval.run.QualityGate;
import org.cityeval.run.Run;
import org.cityeval.run.RunLog;
import org.cityeval.run.SideBySide;
import org.cityeval.run.Vintage;
import org.cityeval.series.Level;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.DateTable;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.gold.IndicatorTable;
import org.cityeval.table.gold.PeriodTable;
import org.cityeval.table.gold.WaveTable;
import org.cityeval.table.silver.DistrictDayTable;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.Slice;
import org.cityeval.warehouse.StoredRow;
import org.cityeval.warehouse.Warehouse;

/**
 * Makes the panel: silver.observation to silver.district_day, its projection, waves, dimensions.
 */
public final class PanelJob {
  private final Run run;
  private final List<District> districts;

  public PanelJob(Run run, List<District> districts) {
    this.run = run;
    this.districts = districts;
  }

  /** Replaces the vintage's slice of each table; stops before, if a district is missing. */
  public RunLog.Counts run() {
    CompiledPlans.fitSilver(run);
    LocalDate asOf = Vintage.day(run);
    PanelScope scope = Rules.scope(run.config(), asOf, districts);
    try (KeptRows kept =
        KeptRows.of(new PanelDays(scope, districts).derive(Vintage.observations(run)))) {
      Dataset<Row> districtDays = kept.rows().where(LEVEL.col().equalTo(Level.DISTRICT.id()));
      List<Check> checks = new ArrayList<>(Completeness.checks(run.config(), districtDays));
      checks.addAll(Plausibility.checks(scope, districtDays, Vintage.observations(run)));
      QualityGate.pass(run, checks);
      return write(scope, kept.rows());
    }
  }

  private RunLog.Counts write(PanelScope scope, Dataset<Row> days) {
    Dataset<Row> panel =
        SurroundingRisk.add(
            days.where(DATE.col().geq(lit(scope.keptFrom()))),
            districts,
            scope.keptFrom(),
            scope.lastDay());
    Warehouse warehouse = run.warehouse();
    Slice slice = Slice.of(run.evaluationId(), scope.asOf());
    Warehouse.Commit written = warehouse.replace(DistrictDayTable.SILVER, slice, panel, run.note());
    Dataset<Row> committed =
        warehouse.read(DistrictDayTable.SILVER, written.version()).where(slice.predicate());
    // What is published, compared and cut into waves is the span; only a lag looks before it.
    Dataset<Row> span =
        committed.where(DATE.col().between(lit(scope.firstDay()), lit(scope.lastDay())));
    PublishedPanel published = PublishedPanel.of(run, scope, new TouchingDistricts(districts));
    Dataset<Row> peopled = withResidents(districts, span);
    Runnable publishDays = () -> published.write(slice, committed, span);
    List<Runnable> rest = new ArrayList<>();
    rest.add(() -> CoherenceStep.write(run, scope.rule(), slice, peopled, published));
    rest.add(
        () ->
            writeWaves(
                scope.asOf(),
                slice,
                published.waves(
                    new CaseWaves(scope, Rules.waves(run.config().panel())).find(peopled))));
    rest.add(() -> writeDimensions(scope.asOf(), slice));
    if (published.withholds()) {
      // What is withheld of the days, the others withhold too.
      publishDays.run();
    } else {
      rest.add(0, publishDays);
    }
    SideBySide.all(rest);
    return new RunLog.Counts(Vintage.sourceVersions(run, scope.asOf()), 0, written.rows());
  }

  /** Rows of district_day with the residents of their district or city. */
  public static Dataset<Row> withResidents(List<District> districts, Dataset<Row> districtDay) {
    ListedDistricts listed = new ListedDistricts(districts);
    return districtDay.withColumn(
        DistrictTable.POPULATION.name(),
        when(LEVEL.col().equalTo(Level.CITY.id()), listed.residentsOfCity(DISTRICT_ID.col()))
            .otherwise(listed.residents(DISTRICT_ID.col())));
  }

  /** Writes waves, and the periods that they make. */
  private void writeWaves(LocalDate asOf, Slice slice, Dataset<Row> found) {
    Warehouse.Commit waved = run.warehouse().replace(WaveTable.SPEC, slice, found, run.note());
    List<StoredRow> waves =
        run.warehouse()
            .stored()
            .rows(WaveTable.SPEC, waved.version())
            .where(EVALUATION_ID, run.evaluationId())
            .where(AS_OF, asOf)
            .list();
    dimension(PeriodTable.SPEC, slice, Dimensions.periods(run.config(), asOf, districts, waves));
  }

  private void writeDimensions(LocalDate asOf, Slice slice) {
    dimension(DistrictTable.SPEC, slice, DistrictRows.dimDistrict(run.config(), asOf, districts));
    dimension(CityTable.SPEC, slice, DistrictRows.dimCity(run.config(), asOf, districts));
    dimension(DateTable.SPEC, slice, Dimensions.dates(run.config(), asOf));
    dimension(IndicatorTable.SPEC, slice, Dimensions.indicators(run.config(), asOf));
  }

  private void dimension(TableSpec table, Slice slice, List<Row> rows) {
    run.warehouse().replace(table, slice, run.warehouse().rows(table, rows), run.note());
  }
}
