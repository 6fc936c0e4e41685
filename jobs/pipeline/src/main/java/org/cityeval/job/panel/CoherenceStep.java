package org.cityeval.job.panel;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.assembly.PanelRule;
import org.cityeval.config.lake.QualityConfig;
import org.cityeval.panel.Coherence;
import org.cityeval.run.Check;
import org.cityeval.run.KeptRows;
import org.cityeval.run.QualityGate;
import org.cityeval.run.Run;
import org.cityeval.series.Quantity;
import org.cityeval.table.GoldTables;
import org.cityeval.warehouse.Slice;

/** Writes where a city and its districts do not agree, and a check for each quantity. */
final class CoherenceStep {
  private CoherenceStep() {}

  static void write(
      Run run, PanelRule rule, Slice slice, Dataset<Row> districtDay, PublishedPanel published) {
    Coherence coherence = new Coherence(rule.mobility(), rule.enterprise());
    try (KeptRows kept = KeptRows.of(published.coherent(coherence.of(districtDay)))) {
      Dataset<Row> compared = kept.rows();
      run.warehouse()
          .replace(
              GoldTables.COHERENCE, slice, compared.where(col("finding").isNotNull()), run.note());
      QualityGate.pass(run, checks(compared));
    }
  }

  /** How far the city's value lies from that of its districts, or from their range. */
  private static Column apart() {
    return coalesce(
        abs(col("difference")),
        greatest(
            col("districts_low").minus(col("city_value")),
            col("city_value").minus(col("districts_high"))));
  }

  private static List<Check> checks(Dataset<Row> compared) {
    List<Check> checks = new ArrayList<>();
    for (Row found :
        compared
            .groupBy("quantity")
            .agg(
                count(lit(1)),
                count(col("finding")),
                max(when(col("finding").isNotNull(), apart())))
            .orderBy("quantity")
            .collectAsList()) {
      boolean isRange = found.getString(0).equals(Quantity.RT_MEAN.column());
      checks.add(
          new Check(
              found.getString(0)
                  + (isRange
                      ? " of the city within the range of its districts"
                      : " of the city equals that of its districts"),
              new Check.Subject(null, found.getString(0), null, null, "consistency"),
              QualityConfig.Severity.WARN,
              found.getLong(2) == 0,
              found.getLong(2)
                  + " of "
                  + found.getLong(1)
                  + " city-days do not"
                  + (found.getLong(2) == 0
                      ? ""
                      : String.format(
                          Locale.ROOT,
                          ", at most by %.4g; each is in gold.coherence",
                          found.getDouble(3))),
              isRange ? "within on every day" : "equal on every day"));
    }
    return checks;
  }
}
