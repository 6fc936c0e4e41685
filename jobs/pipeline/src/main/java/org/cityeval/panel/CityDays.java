package org.cityeval.panel;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.assembly.CountFlag;
import org.cityeval.assembly.DailyDerivation;
import org.cityeval.numeric.statistics.Decimals;
import org.cityeval.series.Fingerprint;
import org.cityeval.series.Level;
import org.cityeval.series.Quantity;
import org.cityeval.table.DistrictDayCodec;
import org.cityeval.table.SilverTables;

/**
 * Every day of every city: counts are the sum of its districts', changes their mean weighted by
 * residents; then the same is derived from them as for a district.
 */
public final class CityDays implements Serializable {
  /** A mean stands if districts with this share of the residents were observed. */
  static final double OBSERVED_RESIDENTS = 0.8;

  private final PanelScope scope;
  private final List<Quantity> measures;

  public CityDays(PanelScope scope) {
    this.scope = scope;
    this.measures = List.copyOf(scope.measures().keySet());
  }

  /**
   * Rows of district_day with level city.
   *
   * @param districtDays rows with level district, look-back included
   * @param districts district_id, city_id, population
   */
  public Dataset<Row> of(Dataset<Row> districtDays, Dataset<Row> districts) {
    List<Column> values = new ArrayList<>(List.of(col("district_id"), col("population")));
    measures.forEach(measure -> values.add(col(measure.column())));
    values.add(col("input_hash"));
    Dataset<Row> cityDay =
        districtDays
            .join(
                org.apache.spark.sql.functions.broadcast(
                    districts.select(col("district_id").as("_district"), col("population"))),
                col("district_id").equalTo(col("_district")))
            .groupBy("city_id", "date")
            .agg(sort_array(collect_list(struct(values.toArray(Column[]::new)))).as("members"))
            .map((MapFunction<Row, Row>) this::day, Encoders.row(daySchema()));
    List<Column> day = new ArrayList<>(List.of(col("date")));
    measures.forEach(measure -> day.add(col(measure.column())));
    day.add(col("input_hash"));
    Dataset<Row> residents =
        districts
            .groupBy(col("city_id").as("_city"))
            .agg(
                sum("population").as("population"), min(col("population").isNotNull()).as("_known"))
            .withColumn(
                "population",
                org.apache
                    .spark
                    .sql
                    .functions
                    .when(col("_known"), col("population"))
                    .otherwise(lit(null).cast(DataTypes.DoubleType)));
    return cityDay
        .groupBy("city_id")
        .agg(sort_array(collect_list(struct(day.toArray(Column[]::new)))).as("days"))
        .join(residents, col("city_id").equalTo(col("_city")))
        .flatMap(
            (FlatMapFunction<Row, Row>) this::days,
            Encoders.row(SilverTables.DISTRICT_DAY.structType()));
  }

  private StructType daySchema() {
    StructType schema =
        new StructType().add("city_id", DataTypes.StringType).add("date", DataTypes.DateType);
    for (Quantity measure : measures) {
      schema = schema.add(measure.column(), DataTypes.DoubleType);
    }
    return schema.add("input_hash", DataTypes.StringType);
  }

  /** One day of a city; members come sorted, so that sums do not depend on partitions. */
  private Row day(Row cityDate) {
    List<Row> members = cityDate.getList(2);
    Object[] row = new Object[3 + measures.size()];
    row[0] = cityDate.get(0);
    row[1] = cityDate.get(1);
    Fingerprint fingerprint = new Fingerprint();
    members.forEach(member -> fingerprint.add(member.getString(2 + measures.size())));
    for (int m = 0; m < measures.size(); m++) {
      row[2 + m] =
          DistrictDayCodec.cell(
              DailyDerivation.isAdditive(measures.get(m))
                  ? total(members, 2 + m)
                  : weightedMean(members, 2 + m));
    }
    row[2 + measures.size()] = fingerprint.hex();
    return RowFactory.create(row);
  }

  /** Known only if every district's is: a sum that lacks one would look like a fall. */
  private static double total(List<Row> members, int column) {
    return members.stream().anyMatch(member -> member.isNullAt(column))
        ? Double.NaN
        : Decimals.sum(members.stream().mapToDouble(m -> m.getDouble(column)).toArray());
  }

  private static double weightedMean(List<Row> members, int column) {
    boolean weighted = members.stream().noneMatch(member -> member.isNullAt(1));
    double[] values = new double[members.size()];
    double[] weights = new double[members.size()];
    double observed = 0;
    double all = 0;
    for (int i = 0; i < values.length; i++) {
      Row member = members.get(i);
      weights[i] = weighted ? member.getDouble(1) : 1;
      values[i] = member.isNullAt(column) ? Double.NaN : member.getDouble(column);
      all += weights[i];
      observed += Double.isNaN(values[i]) ? 0 : weights[i];
    }
    return Decimals.atLeast(observed, OBSERVED_RESIDENTS * all)
        ? Decimals.weightedMean(values, weights)
        : Double.NaN;
  }

  private Iterator<Row> days(Row city) {
    List<Row> days = city.getList(1);
    LocalDate from = days.get(0).getAs(0);
    int length = days.size();
    Map<Quantity, double[]> observed = new EnumMap<>(Quantity.class);
    for (int m = 0; m < measures.size(); m++) {
      double[] daily = new double[length];
      for (int day = 0; day < length; day++) {
        Row row = days.get(day);
        daily[day] = row.isNullAt(1 + m) ? Double.NaN : row.getDouble(1 + m);
      }
      observed.put(measures.get(m), daily);
    }
    CountFlag[] flags = new CountFlag[length];
    double[] cases = observed.get(Quantity.NEW_CASES);
    Arrays.setAll(flags, day -> cases != null && cases[day] < 0 ? CountFlag.FALL : CountFlag.NONE);
    Fingerprint fingerprint = new Fingerprint();
    days.forEach(day -> fingerprint.add(day.getString(1 + measures.size())));
    int population = city.fieldIndex("population");
    double residents = city.isNullAt(population) ? Double.NaN : city.getDouble(population);
    String cityId = city.getAs("city_id");
    return PanelRows.of(
            scope,
            new PanelRows.Subject(cityId, cityId, Level.CITY, fingerprint.hex()),
            DailyDerivation.derive(observed, length, residents, scope.rule()),
            new PanelRows.Notes(flags, Map.of()),
            from)
        .iterator();
  }
}
