package org.cityeval.panel;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.INPUT_HASH;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
import org.cityeval.place.ListedDistricts;
import org.cityeval.series.Fingerprint;
import org.cityeval.series.Level;
import org.cityeval.series.Quantity;
import org.cityeval.table.DistrictDayCodec;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.silver.DistrictDayTable;

/**
 * Every day of every city, over the districts observed. Counts are the sum of theirs, changes and
 * grades their mean weighted by residents. Then the same is derived from them as for a district.
 * The share of the residents who live there is kept beside it. A sum is of what was reported, and
 * is not scaled up: what comes late, in one count for several days, would be counted twice.
 */
public final class CityDays implements Serializable {
  private static final List<Quantity> SHARES =
      List.of(
          Quantity.CASES_COVERED_SHARE,
          Quantity.MOBILITY_COVERED_SHARE,
          Quantity.ENTERPRISE_COVERED_SHARE,
          Quantity.POLICY_COVERED_SHARE);

  private static final String MEMBERS = "members";
  private static final String DAYS = "days";

  private final PanelScope scope;
  private final List<Quantity> measures;

  /** What of a district's day is put together: its measures, and its cases as rates take them. */
  private final List<Quantity> given;

  public CityDays(PanelScope scope) {
    this.scope = scope;
    this.measures = List.copyOf(scope.measures().keySet());
    List<Quantity> all = new ArrayList<>(measures);
    if (measures.contains(Quantity.NEW_CASES)) {
      all.add(Quantity.NEW_CASES_ADJUSTED);
    }
    this.given = List.copyOf(all);
  }

  /** What the days of a city hold: what its districts give, and the shares covered. */
  private List<Quantity> quantities() {
    List<Quantity> quantities = new ArrayList<>(given);
    quantities.addAll(SHARES);
    return quantities;
  }

  /** The measures that a share tells of: those that make the family's daily level. */
  private List<Quantity> behind(Quantity share) {
    List<Quantity> behind =
        switch (share) {
          case CASES_COVERED_SHARE -> List.of(Quantity.NEW_CASES);
          case MOBILITY_COVERED_SHARE -> scope.rule().mobility();
          case POLICY_COVERED_SHARE -> List.of(Quantity.POLICY_GRADE);
          default -> {
            List<Quantity> enterprise = new ArrayList<>(scope.rule().enterprise());
            enterprise.add(scope.rule().resumptionRate());
            enterprise.add(scope.rule().production());
            yield enterprise;
          }
        };
    return measures.stream().filter(behind::contains).toList();
  }

  /**
   * Rows of district_day with level city.
   *
   * @param districtDays rows with level district, look-back included
   * @param listed tells residents
   */
  public Dataset<Row> aggregate(Dataset<Row> districtDays, ListedDistricts listed) {
    List<Column> values = new ArrayList<>();
    values.add(DISTRICT_ID.col());
    values.add(listed.residents(DISTRICT_ID.col()).as(DistrictTable.POPULATION.name()));
    given.forEach(quantity -> values.add(col(quantity.column())));
    values.add(INPUT_HASH.col());
    values.add(DistrictDayTable.CASES_FLAG.col());
    Dataset<Row> cityDay =
        districtDays
            .groupBy(CITY_ID.col(), DATE.col())
            .agg(sort_array(collect_list(struct(values.toArray(Column[]::new)))).as(MEMBERS))
            .map((MapFunction<Row, Row>) this::day, Encoders.row(daySchema()));
    List<Column> day = new ArrayList<>(List.of(DATE.col()));
    quantities().forEach(quantity -> day.add(col(quantity.column())));
    day.add(INPUT_HASH.col());
    day.add(DistrictDayTable.CASES_FLAG.col());
    return cityDay
        .groupBy(CITY_ID.col())
        .agg(sort_array(collect_list(struct(day.toArray(Column[]::new)))).as(DAYS))
        .withColumn(DistrictTable.POPULATION.name(), listed.residentsOfCity(CITY_ID.col()))
        .flatMap(
            (FlatMapFunction<Row, Row>) this::days,
            Encoders.row(DistrictDayTable.SILVER.structType()));
  }

  private StructType daySchema() {
    StructType schema = new StructType().add(CITY_ID.field()).add(DATE.field());
    for (Quantity quantity : quantities()) {
      schema = schema.add(quantity.column(), DataTypes.DoubleType);
    }
    return schema.add(INPUT_HASH.field()).add(DistrictDayTable.CASES_FLAG.field());
  }

  /** One day of a city; members come sorted, so that sums do not depend on partitions. */
  private Row day(Row cityDate) {
    List<Row> members = cityDate.getList(cityDate.fieldIndex(MEMBERS));
    int hash = 2 + given.size();
    Object[] row = new Object[4 + quantities().size()];
    row[0] = CITY_ID.of(cityDate);
    row[1] = DATE.of(cityDate);
    Fingerprint fingerprint = new Fingerprint();
    members.forEach(member -> fingerprint.add(INPUT_HASH.of(member)));
    double[] weights = weights(members);
    Map<Quantity, Double> shares = new EnumMap<>(Quantity.class);
    for (int m = 0; m < given.size(); m++) {
      Quantity measure = given.get(m);
      double[] values = observed(members, 2 + m, neededFor(measure));
      shares.put(measure, share(values, weights));
      row[2 + m] = DistrictDayCodec.cell(together(measure, values, weights));
    }
    for (int s = 0; s < SHARES.size(); s++) {
      row[hash + s] =
          behind(SHARES.get(s)).stream()
              .map(shares::get)
              .min(Double::compare)
              .map(DistrictDayCodec::cell)
              .orElse(null);
    }
    row[row.length - 2] = fingerprint.hex();
    row[row.length - 1] = flag(members).id();
    return RowFactory.create(row);
  }

  /** Where a district's count was adjusted, so is the city's. */
  private static CountFlag flag(List<Row> members) {
    return members.stream()
        .map(member -> CountFlag.of(DistrictDayTable.CASES_FLAG.of(member)))
        .filter(CountFlag::isAdjusted)
        .max(Comparator.naturalOrder())
        .orElse(CountFlag.NONE);
  }

  /** Residents; where those of any member are unknown, every one counts the same. */
  private static double[] weights(List<Row> members) {
    boolean known =
        members.stream().noneMatch(member -> DistrictTable.POPULATION.of(member) == null);
    return members.stream()
        .mapToDouble(member -> known ? DistrictTable.POPULATION.of(member) : 1)
        .toArray();
  }

  /**
   * Counts of one unit are divided by one another, so they are of the same districts. But cases as
   * reported do not depend on what is made of them.
   */
  private int[] neededFor(Quantity measure) {
    return IntStream.range(0, given.size())
        .filter(
            other ->
                given.get(other) == measure
                    || (given.get(other) != Quantity.NEW_CASES_ADJUSTED
                        && DailyDerivation.isAdditive(measure)
                        && given.get(other).unit() == measure.unit()))
        .map(other -> 2 + other)
        .toArray();
  }

  /** The members' values, {@code NaN} where one that is needed beside it is not observed. */
  private static double[] observed(List<Row> members, int column, int[] needed) {
    return members.stream()
        .mapToDouble(
            member ->
                Arrays.stream(needed).anyMatch(member::isNullAt)
                    ? Double.NaN
                    : member.getDouble(column))
        .toArray();
  }

  private static double share(double[] values, double[] weights) {
    double observed = 0;
    double all = 0;
    for (int m = 0; m < weights.length; m++) {
      all += weights[m];
      observed += Double.isNaN(values[m]) ? 0 : weights[m];
    }
    return observed / all;
  }

  private double together(Quantity measure, double[] values, double[] weights) {
    boolean additive = DailyDerivation.isAdditive(measure);
    double least = additive ? scope.minimumShare().counts() : scope.minimumShare().means();
    double share = share(values, weights);
    if (!(share > 0 && Decimals.atLeast(share, least))) {
      return Double.NaN;
    }
    return additive ? Decimals.sum(values) : Decimals.weightedMean(values, weights);
  }

  private Iterator<Row> days(Row city) {
    List<Row> days = city.getList(city.fieldIndex(DAYS));
    LocalDate from = DATE.of(days.get(0));
    int length = days.size();
    Map<Quantity, double[]> observed = new EnumMap<>(Quantity.class);
    for (int q = 0; q < quantities().size(); q++) {
      double[] daily = new double[length];
      for (int day = 0; day < length; day++) {
        Row row = days.get(day);
        daily[day] = DistrictDayTable.of(quantities().get(q)).orNaN(row);
      }
      observed.put(quantities().get(q), daily);
    }
    CountFlag[] flags = new CountFlag[length];
    double[] cases = observed.get(Quantity.NEW_CASES);
    for (int day = 0; day < length; day++) {
      CountFlag ofDistricts = CountFlag.of(DistrictDayTable.CASES_FLAG.of(days.get(day)));
      boolean falls = cases != null && cases[day] < 0;
      flags[day] = falls && ofDistricts == CountFlag.NONE ? CountFlag.FALL : ofDistricts;
    }
    Fingerprint fingerprint = new Fingerprint();
    days.forEach(day -> fingerprint.add(INPUT_HASH.of(day)));
    double residents = DistrictTable.POPULATION.orNaN(city);
    String cityId = CITY_ID.of(city);
    return PanelRows.of(
            scope,
            new PanelRows.Subject(cityId, cityId, Level.CITY, fingerprint.hex()),
            DailyDerivation.derive(observed, length, residents, scope.rule()),
            new PanelRows.Notes(flags, Map.of()),
            from)
        .iterator();
  }
}
