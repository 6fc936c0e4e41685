package org.cityeval.withholding;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_repeat;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.INPUT_HASH;
import static org.cityeval.table.spec.Keys.LEVEL;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
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
import org.cityeval.assembly.DailyDerivation;
import org.cityeval.assembly.PanelRule;
import org.cityeval.disclosure.CityRelease;
import org.cityeval.disclosure.ReleasedDays;
import org.cityeval.disclosure.SmallCount;
import org.cityeval.place.TouchingDistricts;
import org.cityeval.series.Level;
import org.cityeval.series.Quantity;
import org.cityeval.table.silver.DistrictDayTable;

/** Takes out of the days of districts and cities what small counts could be told from. */
public final class PublishedDays implements Serializable {
  private static final String DAYS = "days";
  private static final String BITS = "_withheld";
  private static final String FIRST = "_first";
  private static final int HASH_DIGITS = 16;
  private static final StructType SERIES =
      new StructType()
          .add("_level", DataTypes.StringType)
          .add("_district", DataTypes.StringType)
          .add(FIRST, DataTypes.DateType)
          .add(BITS, DataTypes.createArrayType(DataTypes.IntegerType, false));

  private final LocalDate firstDay;
  private final PanelRule rule;
  private final SmallCount small;

  /**
   * @param firstDay first day that is published
   * @param rule how the days were derived
   */
  public PublishedDays(LocalDate firstDay, PanelRule rule, SmallCount small) {
    this.firstDay = firstDay;
    this.rule = rule;
    this.small = small;
  }

  /**
   * Rows of gold.district_day, those before the first day among them.
   *
   * @param panel rows of silver.district_day of one evaluation and vintage, of both levels
   */
  public Dataset<Row> withhold(Dataset<Row> panel, TouchingDistricts touching) {
    Dataset<Row> series = series(panel);
    Dataset<Row> neighbours =
        series
            .where(col("_level").equalTo(Level.DISTRICT.id()))
            .select(explode(touching.touching(col("_district"))).as("_to"), col(BITS))
            .groupBy(col("_to"))
            .agg(collect_list(struct(col(BITS))).as("_all"))
            .map(
                (MapFunction<Row, Row>) PublishedDays::together,
                Encoders.row(
                    new StructType()
                        .add("_to", DataTypes.StringType)
                        .add("_beside", DataTypes.createArrayType(DataTypes.IntegerType, false))));
    Column day = datediff(DATE.col(), col(FIRST)).plus(1);
    // A city, and a district that touches none, has no array. Spark 4.1 takes an element at a
    // computed place for never null where the array holds no null, though the array may be null.
    Column beside = coalesce(col("_beside"), array_repeat(lit(0), size(col(BITS))));
    Dataset<Row> marked =
        panel
            .join(
                series,
                LEVEL.col().equalTo(col("_level")).and(DISTRICT_ID.col().equalTo(col("_district"))))
            .join(
                neighbours,
                col("_level")
                    .equalTo(Level.DISTRICT.id())
                    .and(col("_district").equalTo(col("_to"))),
                "left")
            .withColumn(BITS, element_at(col(BITS), day).bitwiseOR(element_at(beside, day)));
    return hashed(DistrictDayTable.widened(marked.select(columns())));
  }

  /** The bits of every series, made city by city. */
  private Dataset<Row> series(Dataset<Row> panel) {
    return panel
        .groupBy(CITY_ID.col())
        .agg(
            sort_array(
                    collect_list(
                        struct(
                            LEVEL.col(),
                            DISTRICT_ID.col(),
                            DATE.col(),
                            col(Quantity.NEW_CASES.column()),
                            col(Quantity.NEW_CASES_ADJUSTED.column()),
                            col(Quantity.NEW_CASES_SMOOTHED.column()))))
                .as(DAYS))
        .flatMap((FlatMapFunction<Row, Row>) this::judge, Encoders.row(SERIES));
  }

  private Iterator<Row> judge(Row city) {
    Map<String, List<Row>> districts = new LinkedHashMap<>();
    List<Row> whole = new ArrayList<>();
    List<Row> days = city.getList(city.fieldIndex(DAYS));
    for (Row day : days) {
      if (LEVEL.of(day).equals(Level.CITY.id())) {
        whole.add(day);
      } else {
        districts.computeIfAbsent(DISTRICT_ID.of(day), id -> new ArrayList<>()).add(day);
      }
    }
    LocalDate first = DATE.of(days.get(0));
    CityRelease release =
        CityRelease.of(
            districts.values().stream().map(of -> daily(of, 3)).toArray(double[][]::new),
            districts.values().stream().map(of -> daily(of, 4)).toArray(double[][]::new),
            Math.toIntExact(firstDay.toEpochDay() - first.toEpochDay()),
            counting(),
            small);
    Integer[] ofCity = bits(release.city(), daily(whole, 5));
    List<Row> series = new ArrayList<>();
    series.add(RowFactory.create(Level.CITY.id(), CITY_ID.of(city), first, ofCity));
    int place = 0;
    for (Map.Entry<String, List<Row>> district : districts.entrySet()) {
      Integer[] bits = bits(release.district(place++), daily(district.getValue(), 5));
      for (int day = 0; day < bits.length; day++) {
        bits[day] |= Withheld.RISK.isIn(ofCity[day]) ? Withheld.CITY.bit() : 0;
      }
      series.add(RowFactory.create(Level.DISTRICT.id(), district.getKey(), first, bits));
    }
    return series.iterator();
  }

  private CityRelease.Counting counting() {
    return rule.smoothing().daysOf(Quantity.NEW_CASES) > 1
        ? CityRelease.Counting.BY_PERIOD
        : CityRelease.Counting.BY_DAY;
  }

  private static double[] daily(List<Row> days, int column) {
    return days.stream()
        .mapToDouble(day -> day.isNullAt(column) ? Double.NaN : day.getDouble(column))
        .toArray();
  }

  private Integer[] bits(ReleasedDays released, double[] means) {
    int week = rule.smoothing().daysOf(Quantity.NEW_CASES) > 1 ? 1 : DailyDerivation.WEEK_DAYS;
    Integer[] bits = new Integer[released.length()];
    for (int day = 0; day < bits.length; day++) {
      boolean rt = !released.isOpen(day, rule.transmission().reachDays());
      boolean risk = !released.isOpen(day, rule.riskReachDays());
      bits[day] =
          bit(Withheld.COUNT, !released.isOpen(day))
              | bit(Withheld.MEAN, !released.isMeanOpen(day, week))
              | bit(Withheld.BRIDGE, !released.isBridgeOpen(means, day, week))
              | bit(Withheld.RT, rt)
              | bit(Withheld.RISK, risk)
              | bit(Withheld.INDEX, rt || risk);
    }
    return bits;
  }

  private static int bit(Withheld what, boolean isWithheld) {
    return isWithheld ? what.bit() : 0;
  }

  /** The highest level among neighbours is withheld where that of any is. */
  private static Row together(Row district) {
    List<Row> all = district.getList(1);
    Integer[] bits = new Integer[all.get(0).getList(0).size()];
    Arrays.fill(bits, 0);
    for (Row neighbour : all) {
      List<Integer> its = neighbour.getList(0);
      for (int day = 0; day < bits.length; day++) {
        bits[day] |= Withheld.RISK.isIn(its.get(day)) ? Withheld.NEIGHBOURS.bit() : 0;
      }
    }
    return RowFactory.create(district.getString(0), bits);
  }

  /** The columns of silver, without what is withheld. */
  private static Column[] columns() {
    return Arrays.stream(DistrictDayTable.SILVER.columnNames())
        .map(
            name ->
                switch (name) {
                  case "cases_flag" -> said(Withheld.COUNT, name);
                  case "rt_status" -> said(Withheld.RT, name);
                  case "measure_flags" -> flags().as(name);
                  default -> cell(name);
                })
        .toArray(Column[]::new);
  }

  private static Column cell(String name) {
    return Quantity.find(name)
        .flatMap(Withheld::of)
        .map(group -> when(is(group), null).otherwise(col(name)).as(name))
        .orElse(col(name));
  }

  private static Column said(Withheld what, String column) {
    return when(is(what), lit(Withheld.FLAG)).otherwise(col(column)).as(column);
  }

  private static Column is(Withheld what) {
    return col(BITS).bitwiseAND(lit(what.bit())).notEqual(0);
  }

  /** Names each withheld quantity that has no column of its own to say so. */
  private static Column flags() {
    List<Column> flags = new ArrayList<>(List.of(DistrictDayTable.MEASURE_FLAGS.col()));
    for (Withheld what : Withheld.values()) {
      if (what != Withheld.COUNT && what != Withheld.RT) {
        for (Quantity quantity : what.quantities()) {
          flags.add(when(is(what), lit(quantity.column() + ":" + Withheld.FLAG)));
        }
      }
    }
    Column said = filter(array(flags.toArray(Column[]::new)), Column::isNotNull);
    return nullif(array_join(said, ","), lit(""));
  }

  /** A hash of withheld counts would tell them to whoever tries them all. */
  private static Dataset<Row> hashed(Dataset<Row> rows) {
    Column[] told =
        Arrays.stream(DistrictDayTable.GOLD.columnNames())
            .filter(name -> !name.equals("input_hash"))
            .map(name -> coalesce(col(name).cast(DataTypes.StringType), lit("")))
            .toArray(Column[]::new);
    return rows.withColumn(
        INPUT_HASH.name(), substring(sha2(concat_ws("|", told), 256), 1, HASH_DIGITS));
  }
}
