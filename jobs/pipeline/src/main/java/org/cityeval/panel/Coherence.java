package org.cityeval.panel;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.EVALUATION_ID;
import static org.cityeval.table.spec.Keys.LEVEL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.assembly.DailyDerivation;
import org.cityeval.series.Level;
import org.cityeval.series.Quantity;
import org.cityeval.table.DecimalSum;
import org.cityeval.table.gold.CoherenceTable;
import org.cityeval.table.gold.DistrictTable;

/**
 * Compares the values of a city with those of its districts. Counts are compared with their sum,
 * and changes, measure by measure as the city's are made, with their mean by residents. Rt is
 * compared with the range of their intervals: it is no mean of theirs, but can hardly lie outside
 * that range. The prior of an Rt (Cori et al. 2013) weighs less among the city's cases than among a
 * district's. So the range of their means would not hold a city's Rt even where districts are
 * alike. What does not agree is kept with the difference, never smoothed over.
 */
public final class Coherence {
  private static final String DISTRICTS = "n";

  /** Sums of many decimals differ in the last digits. */
  private static final double ROUNDING = 1e-9;

  /** What does not agree. */
  public enum Finding {
    /** The city's value is not that of its districts together. */
    DIFFERS,
    /** The city's value is below that of every district. */
    BELOW_DISTRICTS,
    /** The city's value is above that of every district. */
    ABOVE_DISTRICTS;

    /** How it is written in tables. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Map<Quantity, List<Quantity>> means;

  /**
   * @param mobility measures whose mean is mobility_change
   * @param enterprise measures whose mean is enterprise_change
   */
  public Coherence(List<Quantity> mobility, List<Quantity> enterprise) {
    this.means = Map.of(Quantity.MOBILITY_CHANGE, mobility, Quantity.ENTERPRISE_CHANGE, enterprise);
  }

  /**
   * One row per city, day and quantity for which both sides have a value; {@code finding} is null
   * where they agree. Columns are those of gold.coherence.
   *
   * @param districtDay rows of district_day of both levels, with a column population
   */
  public Dataset<Row> compare(Dataset<Row> districtDay) {
    Column ofDistrict = LEVEL.col().equalTo(Level.DISTRICT.id());
    List<Column> aggregates =
        new ArrayList<>(List.of(count(when(ofDistrict, lit(1))).as(DISTRICTS)));
    List<Column> quantities = new ArrayList<>();
    for (Quantity quantity :
        List.of(
            Quantity.NEW_CASES,
            Quantity.MOBILITY_CHANGE,
            Quantity.ENTERPRISE_CHANGE,
            Quantity.RT_MEAN)) {
      String name = quantity.column();
      Column value = when(ofDistrict, col(name));
      aggregates.add(max(when(ofDistrict, lit(null)).otherwise(col(name))).as(name + "_city"));
      aggregates.add(together(quantity, ofDistrict).as(name + "_together"));
      boolean isRange = quantity == Quantity.RT_MEAN;
      aggregates.add(min(isRange ? end(ofDistrict, Quantity.RT_LOW) : value).as(name + "_low"));
      aggregates.add(max(isRange ? end(ofDistrict, Quantity.RT_HIGH) : value).as(name + "_high"));
      aggregates.add(count(value).as(name + "_n"));
      quantities.add(
          struct(
              lit(name).as(CoherenceTable.QUANTITY.name()),
              col(name + "_city").as(CoherenceTable.CITY_VALUE.name()),
              col(name + "_together").as(CoherenceTable.DISTRICTS_VALUE.name()),
              col(name + "_low").as(CoherenceTable.DISTRICTS_LOW.name()),
              col(name + "_high").as(CoherenceTable.DISTRICTS_HIGH.name()),
              col(name + "_n").cast("int").as(CoherenceTable.DISTRICTS_OBSERVED.name()),
              col(DISTRICTS).cast("int").as(CoherenceTable.DISTRICTS.name())));
    }
    return districtDay
        .groupBy(EVALUATION_ID.col(), AS_OF.col(), CITY_ID.col(), DATE.col())
        .agg(aggregates.get(0), aggregates.subList(1, aggregates.size()).toArray(Column[]::new))
        .withColumn("_of", explode(array(quantities.toArray(Column[]::new))))
        .select(EVALUATION_ID.col(), AS_OF.col(), CITY_ID.col(), DATE.col(), col("_of.*"))
        .where(
            CoherenceTable.CITY_VALUE
                .col()
                .isNotNull()
                .and(CoherenceTable.DISTRICTS_OBSERVED.col().gt(0)))
        // Where a district has too few cases for an Rt, theirs have no range.
        .where(
            CoherenceTable.QUANTITY
                .col()
                .notEqual(Quantity.RT_MEAN.column())
                .or(
                    CoherenceTable.DISTRICTS_OBSERVED
                        .col()
                        .equalTo(CoherenceTable.DISTRICTS.col())))
        .withColumn(
            CoherenceTable.DIFFERENCE.name(),
            CoherenceTable.CITY_VALUE.col().minus(CoherenceTable.DISTRICTS_VALUE.col()))
        .withColumn(CoherenceTable.FINDING.name(), finding())
        .select(
            Arrays.stream(CoherenceTable.SPEC.columnNames())
                .map(column -> col(column))
                .toArray(Column[]::new));
  }

  private static Column end(Column ofDistrict, Quantity interval) {
    return when(ofDistrict, col(interval.column()));
  }

  /** What the districts come to together; null for Rt, which does not add up. */
  private Column together(Quantity quantity, Column ofDistrict) {
    if (quantity == Quantity.NEW_CASES) {
      return DecimalSum.of(when(ofDistrict, col(quantity.column())));
    }
    Column sum = lit(0.0);
    List<Quantity> measures = means.getOrDefault(quantity, List.of());
    for (Quantity measure : measures) {
      double sign = DailyDerivation.sign(measure);
      sum = sum.plus(mean(when(ofDistrict, col(measure.column())), ofDistrict).multiply(sign));
    }
    return measures.isEmpty() ? max(lit(null).cast("double")) : sum.divide(measures.size());
  }

  /** Without residents of every district they weigh the same, as in the city's own days. */
  private static Column mean(Column value, Column ofDistrict) {
    Column known =
        count(when(ofDistrict, DistrictTable.POPULATION.col()))
            .equalTo(count(when(ofDistrict, lit(1))));
    Column weight = when(value.isNotNull(), DistrictTable.POPULATION.col());
    return when(known, DecimalSum.of(value.multiply(weight)).divide(DecimalSum.of(weight)))
        .otherwise(DecimalSum.of(value).divide(count(value)));
  }

  private static Column finding() {
    Column scale =
        greatest(lit(1.0), abs(coalesce(CoherenceTable.DISTRICTS_VALUE.col(), lit(0.0))));
    return when(
            abs(CoherenceTable.DIFFERENCE.col()).gt(scale.multiply(ROUNDING)), Finding.DIFFERS.id())
        .when(
            CoherenceTable.DISTRICTS_VALUE
                .col()
                .isNull()
                .and(
                    CoherenceTable.CITY_VALUE
                        .col()
                        .lt(CoherenceTable.DISTRICTS_LOW.col().minus(ROUNDING))),
            Finding.BELOW_DISTRICTS.id())
        .when(
            CoherenceTable.DISTRICTS_VALUE
                .col()
                .isNull()
                .and(
                    CoherenceTable.CITY_VALUE
                        .col()
                        .gt(CoherenceTable.DISTRICTS_HIGH.col().plus(ROUNDING))),
            Finding.ABOVE_DISTRICTS.id());
  }
}
