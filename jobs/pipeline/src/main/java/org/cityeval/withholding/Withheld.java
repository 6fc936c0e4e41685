package org.cityeval.withholding;

import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.LEVEL;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.series.Quantity;
import org.cityeval.table.silver.DistrictDayTable;
import org.cityeval.table.spec.TableJson;

/** What of a row of gold.district_day may be withheld together. */
public enum Withheld {
  COUNT(1),
  MEAN(1 << 1),
  BRIDGE(1 << 2),
  RT(1 << 3),
  RISK(1 << 4),
  NEIGHBOURS(1 << 5),
  CITY(1 << 6),
  /** Made of reproduction number and risk. */
  INDEX(1 << 7);

  /** Says so in cases_flag, rt_status and measure_flags. */
  public static final String FLAG = "suppressed";

  /** The dates of withheld counts, where they are put together. */
  public static final String DATES = "withheld_dates";

  private final int bit;

  Withheld(int bit) {
    this.bit = bit;
  }

  List<Quantity> quantities() {
    return Arrays.stream(Quantity.values())
        .filter(quantity -> of(quantity).filter(this::equals).isPresent())
        .toList();
  }

  int bit() {
    return bit;
  }

  /** Whether it is withheld, of a row with the bits of all. */
  boolean isIn(int bits) {
    return (bits & bit) != 0;
  }

  /** With what a quantity is withheld; nothing where it tells of no count. */
  static Optional<Withheld> of(Quantity quantity) {
    return Optional.ofNullable(
        switch (quantity) {
          case NEW_CASES, NEW_CASES_ADJUSTED -> COUNT;
          case NEW_CASES_SMOOTHED, INCIDENCE -> MEAN;
          case NEW_CASES_BRIDGED -> BRIDGE;
          case RT_MEAN, RT_LOW, RT_HIGH -> RT;
          case RISK_LEVEL -> RISK;
          case RISK_NEIGHBOURS -> NEIGHBOURS;
          case RISK_CITY -> CITY;
          case CONTROL_INDEX, PRECISE_CONTROL_INDEX -> INDEX;
          default -> null;
        });
  }

  /** Whether the quantity is a count of persons or made of some, so that days of it may lack. */
  public static boolean concerns(Quantity quantity) {
    return of(quantity).isPresent();
  }

  /**
   * Whether small counts are withheld from a publication; one of before there was a rule has all.
   *
   * @param config the config that it keeps, JSON
   */
  public static boolean isAskedBy(String config) {
    return TableJson.read(config).get("small_counts") instanceof Map<?, ?> small
        && small.get("already_public") == null;
  }

  /** Whether the count of a row of gold.district_day is withheld. */
  public static Column isCount() {
    return DistrictDayTable.CASES_FLAG.col().eqNullSafe(lit(FLAG));
  }

  /** Whether another quantity of a row of gold.district_day is withheld. */
  static Column is(Quantity quantity) {
    return DistrictDayTable.MEASURE_FLAGS.col().contains(quantity.column() + ":" + FLAG);
  }

  /**
   * The days on which counts are withheld: level, district_id and {@link #DATES}, for those that
   * have such days.
   *
   * @param published rows of gold.district_day
   */
  public static Dataset<Row> dates(Dataset<Row> published) {
    return published
        .where(isCount())
        .groupBy(LEVEL.col(), DISTRICT_ID.col())
        .agg(collect_set(DATE.col()).as(DATES));
  }
}
