package org.cityeval.table.silver;

import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.INPUT_HASH;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.TableColumn.number;
import static org.cityeval.table.spec.TableColumn.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.series.Quantity;
import org.cityeval.series.Unit;
import org.cityeval.table.spec.TableCheck;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;

/**
 * One district, or city, on one day. Gold is the published projection of silver: small counts are
 * withheld there, and the interval of the reproduction number has a width.
 */
public final class DistrictDayTable {
  /** In gold alone. */
  public static final TableColumn<Double> RT_WIDTH =
      number(
          "rt_width",
          "rt_high less rt_low ["
              + Quantity.RT_HIGH.unit().symbol()
              + "]; null where they are, for the reason of rt_status.");

  public static final TableColumn<String> RT_STATUS =
      text(
          "rt_status",
          "ok. insufficient: too few cases in the window, or a backlog in it. missing_input: no"
              + " cases observed. smoothed_input: computed from a series smoothed at the source, so"
              + " approximate. periodic_input: from weekly counts spread over their days, so even"
              + " more approximate. adjusted_input: cases of the window are not those reported, see"
              + " cases_flag. coarse_input: cases are known as a mean over more than 14 days, so"
              + " none is given. suppressed (in gold): withheld, because it would reveal small"
              + " counts.");

  public static final TableColumn<String> CASES_FLAG =
      text(
          "cases_flag",
          "fall: the cumulative count fell, new_cases is negative and left out of rates. after_gap:"
              + " holds the cases of the unobserved days before it. faulty_cell: one of two"
              + " opposite steps, which share their sum. backlog: holds cases of other days, left"
              + " out of rates, waves and classes. Declared under events: spread (this day has a"
              + " part of a backlog), left_out, kept. A city has the flag of a district whose count"
              + " was adjusted. suppressed (in gold): withheld, because the count is small or would"
              + " reveal one that is. Null otherwise.");

  public static final TableColumn<String> MEASURE_FLAGS =
      text(
          "measure_flags",
          "measure:flag by a comma; null where there is none. weekly, monthly: the value of that"
              + " period, held on each of its days, or a count spread over them. no_normal: a level"
              + " was published, but its baseline has no normal for the day. suppressed (in gold,"
              + " of any quantity): withheld, because it would reveal small counts.");

  public static final TableColumn<String> BASELINE_ID =
      text("baseline_id", "Baseline of enterprise_change; null: the source's own.");

  private static final Map<Quantity, TableColumn<Double>> QUANTITIES =
      new EnumMap<Quantity, TableColumn<Double>>(
          Arrays.stream(Quantity.values())
              .collect(Collectors.toMap(quantity -> quantity, DistrictDayTable::column)));

  public static final TableSpec SILVER =
      spec(
              "silver",
              "One district or city on one day. Days are those of the span, and earlier ones for"
                  + " lags (the risk known the day before, the level that mobility fell from)."
                  + " Every day is present.",
              List.copyOf(QUANTITIES.values()))
          .build();

  public static final TableSpec GOLD =
      spec(
              "gold",
              "One district or city on one day of the span. Every day is present.",
              withWidth())
          .checks(
              TableCheck.ascending(of(Quantity.RT_LOW), of(Quantity.RT_HIGH)),
              TableCheck.width(of(Quantity.RT_LOW), of(Quantity.RT_HIGH), RT_WIDTH),
              TableCheck.atLeast(of(Quantity.RT_LOW), 0),
              TableCheck.atLeast(of(Quantity.INCIDENCE), 0))
          .build();

  private DistrictDayTable() {}

  /** The column of a quantity. */
  public static TableColumn<Double> of(Quantity quantity) {
    return QUANTITIES.get(quantity);
  }

  private static TableColumn<Double> column(Quantity quantity) {
    String unit =
        quantity.unit() == Unit.CHANGE
            ? "fraction of the baseline: -0.2 is 20 % below"
            : quantity.unit().symbol();
    return number(quantity.column(), quantity.meaning() + " [" + unit + "].");
  }

  /**
   * Rows of gold with the width of their intervals. It is made of the ends that are published, for
   * with one end it tells the other.
   *
   * @param published rows with the ends, from which small counts are already taken
   */
  public static Dataset<Row> widened(Dataset<Row> published) {
    return published.withColumn(
        RT_WIDTH.name(), of(Quantity.RT_HIGH).col().minus(of(Quantity.RT_LOW).col()));
  }

  private static List<TableColumn<?>> withWidth() {
    List<TableColumn<?>> columns = new ArrayList<>(QUANTITIES.values());
    columns.add(columns.indexOf(of(Quantity.RT_HIGH)) + 1, RT_WIDTH);
    return columns;
  }

  private static TableSpec.Builder spec(
      String schema, String grain, List<? extends TableColumn<?>> quantities) {
    return TableSpec.of(schema, "district_day", grain + " Null: not observed; 0: observed none.")
        .evaluationKey()
        .key(CITY_ID.meaning("The city (or panel of cities) the district is judged within."))
        .key(DISTRICT_ID.meaning("The district; the city_id itself on rows of the city."))
        .key(LEVEL.meaning("district or city."))
        .key(DATE)
        .columns(quantities)
        .columns(
            RT_STATUS,
            CASES_FLAG,
            MEASURE_FLAGS,
            BASELINE_ID,
            INPUT_HASH.meaning("Hash of what the rows of this district were made from."));
  }
}
