package org.cityeval.job.panel;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.LEVEL;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.config.lake.QualityConfig;
import org.cityeval.functions.FewRows;
import org.cityeval.panel.PanelScope;
import org.cityeval.place.TouchingDistricts;
import org.cityeval.run.Check;
import org.cityeval.run.QualityGate;
import org.cityeval.run.Run;
import org.cityeval.series.Quantity;
import org.cityeval.table.silver.DistrictDayTable;
import org.cityeval.warehouse.Slice;
import org.cityeval.warehouse.Warehouse;
import org.cityeval.withholding.PublishedDays;
import org.cityeval.withholding.PublishedWaves;
import org.cityeval.withholding.Withheld;

/** What of the panel is published: all of it, or all but small counts and what would tell them. */
final class PublishedPanel {
  private final Run run;
  private final PublishedDays withholding;
  private final TouchingDistricts touching;
  private Dataset<Row> published;

  private PublishedPanel(Run run, PublishedDays withholding, TouchingDistricts touching) {
    this.run = run;
    this.withholding = withholding;
    this.touching = touching;
  }

  static PublishedPanel of(Run run, PanelScope scope, TouchingDistricts touching) {
    boolean withholds =
        run.config().smallCounts().limit().withholds()
            && scope.measures().containsKey(Quantity.NEW_CASES);
    return new PublishedPanel(
        run,
        withholds
            ? new PublishedDays(scope.firstDay(), scope.rule(), run.config().smallCounts().limit())
            : null,
        touching);
  }

  /** Whether something may be withheld; then the days are written before what is made of them. */
  boolean withholds() {
    return withholding != null;
  }

  /**
   * Replaces the slice of gold.district_day.
   *
   * @param panel what was committed to silver
   * @param span those of its days that are published
   */
  void write(Slice slice, Dataset<Row> panel, Dataset<Row> span) {
    Warehouse warehouse = run.warehouse();
    if (!withholds()) {
      warehouse.replace(DistrictDayTable.GOLD, slice, DistrictDayTable.widened(span), run.note());
      return;
    }
    Dataset<Row> days =
        withholding
            .withhold(panel, touching)
            .where(
                DATE.col()
                    .between(
                        lit(run.config().evaluation().firstDay()),
                        lit(run.config().evaluation().lastDay())));
    Warehouse.Commit written = warehouse.replace(DistrictDayTable.GOLD, slice, days, run.note());
    published = warehouse.read(DistrictDayTable.GOLD, written.version()).where(slice.predicate());
    QualityGate.pass(run, told());
  }

  /** How much is withheld, level by level; that some is, is no fault. */
  private List<Check> told() {
    List<Check> checks = new ArrayList<>();
    for (Row level :
        FewRows.collectInOrder(
            published
                .groupBy(LEVEL.col())
                .agg(count_if(Withheld.isCount()).as("withheld"), count(lit(1)).as("days")),
            LEVEL.col())) {
      checks.add(
          new Check(
              "small counts of each " + LEVEL.of(level) + " are withheld",
              new Check.Subject(null, Quantity.NEW_CASES.column(), null, null, "confidentiality"),
              QualityConfig.Severity.WARN,
              true,
              level.getAs("withheld")
                  + " of "
                  + level.getAs("days")
                  + " days are withheld in gold.district_day, small counts and others that would"
                  + " tell them",
              "no count from 1 to "
                  + (run.config().smallCounts().below() - 1)
                  + " is published, nor can be computed"));
    }
    return checks;
  }

  /** The comparisons of cities with their districts that may be published. */
  Dataset<Row> coherent(Dataset<Row> compared) {
    return published == null ? compared : PublishedWaves.coherent(compared, published);
  }

  /** The waves as they may be published. */
  Dataset<Row> waves(Dataset<Row> all) {
    return published == null ? all : PublishedWaves.withhold(all, published);
  }
}
