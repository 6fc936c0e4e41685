package org.cityeval.explain;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.PooledIndicator;
import org.cityeval.series.Level;
import org.cityeval.series.Quantity;
import org.cityeval.table.Publication;
import org.cityeval.table.Publications;
import org.cityeval.table.SilverTables;
import org.cityeval.table.TableJson;

/**
 * The days a value was made from: the district's own, or all districts' of the city where they are
 * pooled; and the city's own where it is judged by them. One held against a frontier has its own
 * days too: how many it was compared with, and who its peers were, its parts tell.
 */
final class DailyInputs {
  private DailyInputs() {}

  /**
   * The days of the period, and as many before it as the indicator is handed. Those of the district
   * or city that is asked about come first.
   *
   * @param value the row of gold.indicator_value
   * @param period the row of gold.dim_period
   */
  static Inputs of(
      Publications publications,
      Publication publication,
      Indicator indicator,
      Row value,
      Row period) {
    List<String> columns = new ArrayList<>(List.of("district_id", "date"));
    for (Quantity quantity : indicator.spec().reads()) {
      columns.add(quantity.column());
    }
    if (value.<String>getAs("level").equals(Level.CITY.id())) {
      indicator.spec().reads().stream()
          .flatMap(quantity -> quantity.coveredShares().stream())
          .map(Quantity::column)
          .distinct()
          .sorted()
          .forEach(columns::add);
    }
    Parameters parameters = TableJson.read(value.getAs("parameters"), Parameters.class);
    int lead = indicator.spec().leadIn().days(parameters);
    LocalDate first = period.<LocalDate>getAs("first_day").minusDays(lead);
    return Inputs.collected(
        SilverTables.DISTRICT_DAY.qualifiedName(),
        publications
            .read(publication, SilverTables.DISTRICT_DAY)
            .where(
                whose(indicator, value)
                    .and(col("date").between(first, period.<LocalDate>getAs("last_day"))))
            .orderBy(own(value).desc(), col("district_id"), col("date"))
            .selectExpr(columns.toArray(String[]::new)));
  }

  private static Column whose(Indicator indicator, Row value) {
    if (!(indicator instanceof PooledIndicator pooled)) {
      return own(value);
    }
    Column districts =
        col("city_id")
            .equalTo(value.<String>getAs("city_id"))
            .and(col("level").equalTo(Level.DISTRICT.id()));
    return pooled.observesWhole() ? own(value).or(districts) : districts;
  }

  private static Column own(Row value) {
    return col("district_id")
        .equalTo(value.<String>getAs("district_id"))
        .and(col("level").equalTo(value.<String>getAs("level")));
  }
}
