package org.cityeval.compare;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.LEVEL;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.comparison.PeerVariables;
import org.cityeval.indicator.Minimum;
import org.cityeval.numeric.neighbours.PeerSpace;
import org.cityeval.table.DecimalSum;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.withholding.Withheld;

/** What peers are found by: numbers of a district, or city, that its government did not choose. */
public final class Covariates {
  /** Of the columns: values of the variables, in their order. */
  static final String VARIABLES = "variables";

  private static final double PER = 100_000;

  private Covariates() {}

  /**
   * One row per district and city: city_id, district_id, level, name, population and the variables,
   * in order, as an array.
   *
   * @param described city_id, district_id, level, name, population, density and the map attributes
   * @param districtDay rows of gold.district_day of the evaluation
   */
  public static Dataset<Row> gather(
      Dataset<Row> described, Dataset<Row> districtDay, List<PeerSpace.Variable> variables) {
    List<String> names = variables.stream().map(PeerSpace.Variable::name).toList();
    Dataset<Row> all =
        names.contains(PeerVariables.EARLY_INCIDENCE)
            ? described.join(
                broadcast(earlyCases(districtDay)),
                DISTRICT_ID.col().equalTo(col("_id")).and(LEVEL.col().equalTo(col("_level"))),
                "left")
            : described.withColumn("_early", lit(0.0));
    return all.select(
        CITY_ID.col(),
        DISTRICT_ID.col(),
        LEVEL.col(),
        DistrictTable.NAME.col(),
        DistrictTable.POPULATION.col(),
        array(names.stream().map(Covariates::value).toArray(Column[]::new))
            .cast(DataTypes.createArrayType(DataTypes.DoubleType))
            .as(VARIABLES));
  }

  private static Column value(String variable) {
    return switch (variable) {
      case PeerVariables.POPULATION, PeerVariables.DENSITY -> col(variable);
      case PeerVariables.EARLY_INCIDENCE ->
          col("_early").multiply(PER).divide(DistrictTable.POPULATION.col());
      default -> col("attributes").getItem(variable);
    };
  }

  /**
   * Cases of the first days of each outbreak, by the mean of those observed. It is null where too
   * few days are observed or one is withheld, and 0 where there never was a case.
   */
  private static Dataset<Row> earlyCases(Dataset<Row> districtDay) {
    Column cases = col("new_cases");
    Column first =
        min(when(cases.gt(0).or(Withheld.isCount()), DATE.col()))
            .over(Window.partitionBy(LEVEL.col(), DISTRICT_ID.col()));
    Column early =
        when(
            DATE.col()
                .geq(col("_first"))
                .and(DATE.col().lt(date_add(col("_first"), PeerVariables.EARLY_DAYS))),
            cases);
    Column isWithheld =
        Withheld.isCount().and(DATE.col().lt(date_add(col("_first"), PeerVariables.EARLY_DAYS)));
    return districtDay
        .select("level", "district_id", "date", "new_cases", "cases_flag")
        .withColumn("_first", first)
        .groupBy(LEVEL.col().as("_level"), DISTRICT_ID.col().as("_id"))
        .agg(
            when(count_if(isWithheld).gt(0), lit(null))
                .when(
                    count(col("_first")).gt(0),
                    when(
                        count(early).geq(Minimum.COVERAGE * PeerVariables.EARLY_DAYS),
                        DecimalSum.of(early)
                            .multiply(PeerVariables.EARLY_DAYS)
                            .divide(count(early))))
                .when(count(cases).geq(count(lit(1)).multiply(Minimum.COVERAGE)), lit(0.0))
                .as("_early"));
  }
}
