package org.cityeval.job.panel;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
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
import org.cityeval.functions.FewRows;
import org.cityeval.panel.Coherence;
import org.cityeval.run.Check;
import org.cityeval.run.KeptRows;
import org.cityeval.run.QualityGate;
import org.cityeval.run.Run;
import org.cityeval.series.Quantity;
import org.cityeval.table.gold.CoherenceTable;
import org.cityeval.warehouse.Slice;

/** Writes where a city and its districts do not agree, and a check for each quantity. */
final class CoherenceStep {
  private static final String DAYS = "days";
  private static final String FOUND = "found";
  private static final String MOST = "most";

  private CoherenceStep() {}

  static void write(
      Run run, PanelRule rule, Slice slice, Dataset<Row> districtDay, PublishedPanel published) {
    Coherence coherence = new Coherence(rule.mobility(), rule.enterprise());
    try (KeptRows kept = KeptRows.of(published.coherent(coherence.compare(districtDay)))) {
      Dataset<Row> compared = kept.rows();
      run.warehouse()
          .replace(
              CoherenceTable.SPEC,
              slice,
              compared.where(CoherenceTable.FINDING.col().isNotNull()),
              run.note());
      QualityGate.pass(run, checks(compared));
    }
  }

  /** How far the city's value lies from that of its districts, or from their range. */
  private static Column apart() {
    return coalesce(
        abs(CoherenceTable.DIFFERENCE.col()),
        greatest(
            CoherenceTable.DISTRICTS_LOW.col().minus(CoherenceTable.CITY_VALUE.col()),
            CoherenceTable.CITY_VALUE.col().minus(CoherenceTable.DISTRICTS_HIGH.col())));
  }

  private static List<Check> checks(Dataset<Row> compared) {
    List<Check> checks = new ArrayList<>();
    for (Row found :
        FewRows.collectInOrder(
            compared
                .groupBy(CoherenceTable.QUANTITY.col())
                .agg(
                    count(lit(1)).as(DAYS),
                    count(CoherenceTable.FINDING.col()).as(FOUND),
                    max(when(CoherenceTable.FINDING.col().isNotNull(), apart())).as(MOST)),
            CoherenceTable.QUANTITY.col())) {
      String quantity = CoherenceTable.QUANTITY.of(found);
      long apart = found.<Long>getAs(FOUND);
      boolean isRange = quantity.equals(Quantity.RT_MEAN.column());
      checks.add(
          new Check(
              quantity
                  + (isRange
                      ? " of the city within the range of its districts"
                      : " of the city equals that of its districts"),
              new Check.Subject(null, quantity, null, null, "consistency"),
              QualityConfig.Severity.WARN,
              apart == 0,
              apart
                  + " of "
                  + found.getAs(DAYS)
                  + " city-days do not"
                  + (apart == 0
                      ? ""
                      : String.format(
                          Locale.ROOT,
                          ", at most by %.4g; each is in gold.coherence",
                          found.<Double>getAs(MOST))),
              isRange ? "within on every day" : "equal on every day"));
    }
    return checks;
  }
}
