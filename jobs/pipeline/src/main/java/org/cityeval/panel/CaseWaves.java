package org.cityeval.panel;

import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.EVALUATION_ID;
import static org.cityeval.table.spec.Keys.LEVEL;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.cityeval.numeric.epidemic.Wave;
import org.cityeval.numeric.epidemic.WaveRule;
import org.cityeval.numeric.epidemic.Waves;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Quantity;
import org.cityeval.table.DistrictDayCodec;
import org.cityeval.table.gold.WaveTable;
import org.cityeval.table.spec.TableRow;

/** The waves of every district and city, by its own smoothed cases. */
public final class CaseWaves implements Serializable {
  private static final Set<Quantity> READS =
      EnumSet.of(Quantity.NEW_CASES, Quantity.NEW_CASES_ADJUSTED, Quantity.NEW_CASES_BRIDGED);
  private static final double PER_100K = 100_000;

  private final PanelScope scope;
  private final Rule rule;

  /**
   * What makes a wave.
   *
   * @param prominencePer100k how far a peak must stand out, in daily cases per 100,000 residents
   */
  public record Rule(int separationDays, double prominencePer100k, double relativeProminence)
      implements Serializable {}

  public CaseWaves(PanelScope scope, Rule rule) {
    this.scope = scope;
    this.rule = rule;
  }

  /** Rows of gold.wave, from rows of district_day with a column population. */
  public Dataset<Row> find(Dataset<Row> districtDay) {
    return DistrictDayCodec.gather(districtDay, READS)
        .flatMap(
            (FlatMapFunction<Row, Row>) this::waves, Encoders.row(WaveTable.SPEC.structType()));
  }

  private Iterator<Row> waves(Row gathered) {
    DistrictSeries series = DistrictDayCodec.series(gathered, READS);
    double[] smoothed = series.daily(Quantity.NEW_CASES_BRIDGED);
    double[] cases = series.daily(Quantity.NEW_CASES_ADJUSTED);
    double prominence = Math.max(1, rule.prominencePer100k() * series.population() / PER_100K);
    List<Row> rows = new ArrayList<>();
    if (!series.observes(Quantity.NEW_CASES_BRIDGED) || Double.isNaN(prominence)) {
      return rows.iterator();
    }
    int number = 1;
    for (Wave wave :
        Waves.segment(
            smoothed, new WaveRule(rule.separationDays(), prominence, rule.relativeProminence()))) {
      double size = 0;
      for (int day = wave.start(); day <= wave.end(); day++) {
        size += Double.isNaN(cases[day]) ? 0 : cases[day];
      }
      rows.add(
          new TableRow(WaveTable.SPEC)
              .set(EVALUATION_ID, scope.evaluationId())
              .set(AS_OF, scope.asOf())
              .set(CITY_ID, series.cityId())
              .set(DISTRICT_ID, series.districtId())
              .set(WaveTable.WAVE_NO, number)
              .set(LEVEL, series.level().id())
              .set(WaveTable.START_DATE, series.date(wave.start()))
              .set(WaveTable.PEAK_DATE, series.date(wave.peak()))
              .set(WaveTable.END_DATE, series.date(wave.end()))
              .set(WaveTable.SIZE, size)
              .set(WaveTable.PEAK_CASES, smoothed[wave.peak()])
              .set(WaveTable.CASES_STATUS, status(series.daily(Quantity.NEW_CASES), cases, wave))
              .row());
      number++;
    }
    return rows.iterator();
  }

  private static String status(double[] reported, double[] adjusted, Wave wave) {
    String status = "ok";
    for (int day = wave.start(); day <= wave.end(); day++) {
      if (Double.isNaN(adjusted[day]) && !Double.isNaN(reported[day])) {
        return "insufficient";
      }
      status = Double.compare(adjusted[day], reported[day]) == 0 ? status : "adjusted_input";
    }
    return status;
  }
}
