package org.cityeval.job.panel;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.sum;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.config.lake.QualityConfig;
import org.cityeval.panel.PanelScope;
import org.cityeval.run.Check;
import org.cityeval.series.Quantity;

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
    return observed
        .where(col("measure").equalTo(Quantity.POLICY_GRADE.column()))
        .where(col("date").leq(lit(scope.lastDay())).and(col("as_of").leq(lit(scope.asOf()))))
        .groupBy("district_id")
        .agg(max("date").as("date"), max_by(col("value"), col("date")).as("value"))
        .where(col("date").lt(lit(old)).and(col("value").gt(0)))
        .orderBy("district_id")
        .collectAsList();
  }

  private static Check oldOrder(PanelScope scope, Row order) {
    return new Check(
        "policy_grade of district " + order.getString(0) + " is of its span",
        new Check.Subject(
            null, Quantity.POLICY_GRADE.column(), order.getString(0), null, "timeliness"),
        QualityConfig.Severity.WARN,
        false,
        String.format(
            Locale.ROOT,
            "the last order, grade %s, is of %s and holds through the whole span",
            order.getDouble(2),
            order.<LocalDate>getAs(1)),
        "an order after " + scope.firstDay().minusDays(OLD_ORDER_DAYS));
  }

  /** Districts whose cases are, day by day, the sum of those of the other districts of the city. */
  private static List<Row> sums(PanelScope scope, Dataset<Row> districtDays) {
    Dataset<Row> days =
        districtDays
            .where(col("date").between(lit(scope.firstDay()), lit(scope.lastDay())))
            .where(col("new_cases").isNotNull())
            .select("city_id", "district_id", "date", "new_cases");
    Dataset<Row> cities =
        days.groupBy(col("city_id").as("_city"), col("date").as("_date"))
            .agg(sum("new_cases").as("_all"), count(lit(1)).as("_districts"))
            .where(col("_districts").geq(FEWEST_DISTRICTS).and(col("_all").gt(0)));
    return days.join(
            cities, col("city_id").equalTo(col("_city")).and(col("date").equalTo(col("_date"))))
        .groupBy("city_id", "district_id")
        .agg(
            count(lit(1)).as("days"),
            count_if(abs(col("new_cases").multiply(2).minus(col("_all"))).leq(ROUNDING)).as("same"))
        .where(
            col("days")
                .geq(FEWEST_DAYS)
                .and(col("same").geq(col("days").multiply(SAME_SHARE_OF_DAYS))))
        .orderBy("district_id")
        .collectAsList();
  }

  private static Check sumOfOthers(Row sum) {
    return new Check(
        "new_cases of district " + sum.getString(1) + " are its own",
        new Check.Subject(null, Quantity.NEW_CASES.column(), sum.getString(1), null, "consistency"),
        QualityConfig.Severity.WARN,
        false,
        "on "
            + sum.getLong(3)
            + " of "
            + sum.getLong(2)
            + " days with cases they are the sum of the other districts of city "
            + sum.getString(0)
            + ": the city stands beside its own districts, and its cases count twice",
        "no district that is the sum of the others");
  }
}
