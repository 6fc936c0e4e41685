package org.cityeval.job.panel;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.sum;
import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.MEASURE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.cityeval.config.lake.QualityConfig;
import org.cityeval.functions.FewRows;
import org.cityeval.panel.PanelScope;
import org.cityeval.run.Check;
import org.cityeval.series.Quantity;
import org.cityeval.table.silver.DistrictDayTable;
import org.cityeval.table.silver.ObservationTable;

/** Checks that warn of what no single value shows: whole series that mean something else. */
final class Plausibility {
  /** An order of so long before the span that is never renewed is perhaps of another year [d]. */
  private static final int OLD_ORDER_DAYS = 90;

  private static final double SAME_SHARE_OF_DAYS = 0.9;
  private static final long FEWEST_DAYS = 14;
  private static final int FEWEST_DISTRICTS = 3;
  private static final double ROUNDING = 1e-6;

  private Plausibility() {}

  /** A warning for each district that has such a series. */
  static List<Check> checks(PanelScope scope, Dataset<Row> districtDays, Dataset<Row> observed) {
    List<Check> checks = new ArrayList<>();
    if (scope.measures().containsKey(Quantity.POLICY_GRADE)) {
      oldOrders(scope, observed).forEach(order -> checks.add(oldOrder(scope, order)));
    }
    if (scope.measures().containsKey(Quantity.NEW_CASES)) {
      sums(scope, districtDays).forEach(sum -> checks.add(sumOfOthers(sum)));
    }
    return checks;
  }

  /** The last order of each district, where it is old and restricts. */
  private static List<Row> oldOrders(PanelScope scope, Dataset<Row> observed) {
    LocalDate old = scope.firstDay().minusDays(OLD_ORDER_DAYS);
    return FewRows.collectInOrder(
        observed
            .where(MEASURE.col().equalTo(Quantity.POLICY_GRADE.column()))
            .where(DATE.col().leq(lit(scope.lastDay())).and(AS_OF.col().leq(lit(scope.asOf()))))
            .groupBy(DISTRICT_ID.col())
            .agg(
                max(DATE.name()).as(DATE.name()),
                max_by(ObservationTable.VALUE.col(), DATE.col()).as(ObservationTable.VALUE.name()))
            .where(DATE.col().lt(lit(old)).and(ObservationTable.VALUE.col().gt(0))),
        DISTRICT_ID.col());
  }

  private static Check oldOrder(PanelScope scope, Row order) {
    return new Check(
        "policy_grade of district " + DISTRICT_ID.of(order) + " is of its span",
        new Check.Subject(
            null, Quantity.POLICY_GRADE.column(), DISTRICT_ID.of(order), null, "timeliness"),
        QualityConfig.Severity.WARN,
        false,
        String.format(
            Locale.ROOT,
            "the last order, grade %s, is of %s and holds through the whole span",
            ObservationTable.VALUE.of(order),
            DATE.of(order)),
        "an order after " + scope.firstDay().minusDays(OLD_ORDER_DAYS));
  }

  /** Districts whose cases are, day by day, the sum of those of the other districts of the city. */
  private static List<Row> sums(PanelScope scope, Dataset<Row> districtDays) {
    Column cases = DistrictDayTable.of(Quantity.NEW_CASES).col();
    WindowSpec cityDay = Window.partitionBy(CITY_ID.col(), DATE.col());
    return FewRows.collectInOrder(
        districtDays
            .where(DATE.col().between(lit(scope.firstDay()), lit(scope.lastDay())))
            .where(cases.isNotNull())
            .select(
                CITY_ID.col(),
                DISTRICT_ID.col(),
                cases,
                sum(cases).over(cityDay).as("_all"),
                count(lit(1)).over(cityDay).as("_districts"))
            .where(col("_districts").geq(FEWEST_DISTRICTS).and(col("_all").gt(0)))
            .groupBy(CITY_ID.col(), DISTRICT_ID.col())
            .agg(
                count(lit(1)).as("days"),
                count_if(abs(cases.multiply(2).minus(col("_all"))).leq(ROUNDING)).as("same"))
            .where(
                col("days")
                    .geq(FEWEST_DAYS)
                    .and(col("same").geq(col("days").multiply(SAME_SHARE_OF_DAYS)))),
        DISTRICT_ID.col());
  }

  private static Check sumOfOthers(Row sum) {
    return new Check(
        "new_cases of district " + DISTRICT_ID.of(sum) + " are its own",
        new Check.Subject(
            null, Quantity.NEW_CASES.column(), DISTRICT_ID.of(sum), null, "consistency"),
        QualityConfig.Severity.WARN,
        false,
        "on "
            + sum.getAs("same")
            + " of "
            + sum.getAs("days")
            + " days with cases they are the sum of the other districts of city "
            + CITY_ID.of(sum)
            + ": the city stands beside its own districts, and its cases count twice",
        "no district that is the sum of the others");
  }
}
