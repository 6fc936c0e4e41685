package org.cityeval.job.panel;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.cityeval.panel.PanelRows.NO_NORMAL;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.lake.QualityConfig;
import org.cityeval.functions.FewRows;
import org.cityeval.run.Check;
import org.cityeval.series.Quantity;
import org.cityeval.table.silver.DistrictDayTable;

/** Checks that every district was observed, family by family, and on enough days. */
final class Completeness {
  private static final String MISSING =
      "Bring the data of that family for the district, or leave the district out with"
          + " districts.where. Or set quality.missing_district: warn, and the run goes on. The"
          + " district then has no values that need the data, and its city is made of the others.";

  private static final String THIN =
      "Bring the missing days, lower quality.minimum_observed_share, or set"
          + " quality.thin_district: warn.";

  private Completeness() {}

  /** A check per family the lake provides, and one more per district that falls short. */
  static List<Check> checks(EvaluationConfig config, Dataset<Row> districtDays) {
    List<Quantity> families = provided(config);
    List<Column> counts = new ArrayList<>();
    families.forEach(family -> counts.add(count(col(family.column()))));
    families.forEach(family -> counts.add(count_if(withoutNormal(config, family))));
    List<Row> observed =
        FewRows.collectInOrder(
            districtDays
                .where(
                    DATE.col()
                        .between(
                            lit(config.evaluation().firstDay()),
                            lit(config.evaluation().lastDay())))
                .groupBy(DISTRICT_ID.col())
                .agg(count(lit(1)), counts.toArray(Column[]::new)),
            DISTRICT_ID.col());
    List<Check> checks = new ArrayList<>();
    for (int family = 0; family < families.size(); family++) {
      checks.addAll(
          family(config.quality(), families.get(family), observed, 2 + family, families.size()));
    }
    return checks;
  }

  /** Whether a measure of the family was published, but could not be compared with its baseline. */
  private static Column withoutNormal(EvaluationConfig config, Quantity family) {
    List<Quantity> measures =
        switch (family) {
          case MOBILITY_CHANGE -> config.panel().mobility();
          case ENTERPRISE_CHANGE -> config.panel().enterprise();
          default -> List.of();
        };
    Column any = lit(false);
    for (Quantity measure : measures) {
      any = any.or(DistrictDayTable.MEASURE_FLAGS.col().contains(measure.column() + NO_NORMAL));
    }
    return coalesce(any, lit(false));
  }

  private static String withoutNormal(long days) {
    return days == 0 ? "" : "; on " + days + " the baseline has no normal (too far back)";
  }

  private static List<Quantity> provided(EvaluationConfig config) {
    List<Quantity> families = new ArrayList<>();
    if (config.findMeasure(Quantity.NEW_CASES).isPresent()) {
      families.add(Quantity.NEW_CASES);
    }
    if (!config.panel().mobility().isEmpty()) {
      families.add(Quantity.MOBILITY_CHANGE);
    }
    if (!config.panel().enterprise().isEmpty()) {
      families.add(Quantity.ENTERPRISE_CHANGE);
    }
    return families;
  }

  private static List<Check> family(
      QualityConfig quality, Quantity family, List<Row> observed, int column, int families) {
    List<Check> checks = new ArrayList<>();
    int complete = 0;
    for (Row district : observed) {
      long days = district.getLong(1);
      long seen = district.getLong(column);
      boolean missing = seen == 0;
      boolean thin = (double) seen / days < quality.minimumObservedShare();
      if (missing || thin) {
        checks.add(
            new Check(
                    family.column() + " of district " + district.getString(0),
                    new Check.Subject(
                        null, family.column(), district.getString(0), null, "completeness"),
                    missing ? quality.missingDistrict() : quality.thinDistrict(),
                    false,
                    String.format(Locale.ROOT, "%d of %d days observed", seen, days)
                        + withoutNormal(district.getLong(column + families)),
                    "at least " + quality.minimumObservedShare() + " of the days")
                .mendedBy(missing ? MISSING : THIN));
      } else {
        complete++;
      }
    }
    checks.add(
        0,
        new Check(
            family.column() + " observed in every district",
            new Check.Subject(null, family.column(), null, null, "completeness"),
            QualityConfig.Severity.WARN,
            complete == observed.size(),
            complete + " districts",
            observed.size() + " districts"));
    return checks;
  }
}
