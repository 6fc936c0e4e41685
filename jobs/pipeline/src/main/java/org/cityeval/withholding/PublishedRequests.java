package org.cityeval.withholding;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.INDICATOR_ID;
import static org.cityeval.table.spec.Keys.INPUT_HASH;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.cityeval.disclosure.SmallCount;
import org.cityeval.indicator.Status;
import org.cityeval.series.Fingerprint;
import org.cityeval.series.Level;
import org.cityeval.series.Period;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableJson;

/**
 * Takes out of the values of service requests those of few. Requests of the districts add up to
 * those of the city, and those of periods to those of the span. So if a district has few in a
 * period, neither it nor its city publishes any period but the span. If a district does not publish
 * the span, its city does not either. Few is, too, what two indicators differ by, or what periods
 * leave of one that holds them.
 */
public final class PublishedRequests {
  private static final List<String> COLUMNS = List.of(IndicatorValueTable.SPEC.columnNames());
  private static final List<String> HASHES =
      TableColumn.names(IndicatorValueTable.DATA_HASH, INPUT_HASH);
  private static final String SPAN = "span";
  private static final String REASON = "made of requests too few to publish";

  /** Parts that count requests which have nothing to do with the value. */
  private static final Set<String> BESIDES = Set.of("open", "closed_at_once", "requests");

  private static final List<String> BESIDE_INDICATORS =
      TableColumn.names(LEVEL, DISTRICT_ID, PERIOD_ID);
  private static final List<String> BESIDE_PERIODS =
      TableColumn.names(LEVEL, DISTRICT_ID, INDICATOR_ID);

  private static final Set<String> KEPT =
      Set.of(
          "evaluation_id",
          "as_of",
          "city_id",
          "district_id",
          "level",
          "period_id",
          "indicator_id",
          "parameters",
          "method_version",
          "seed");

  private PublishedRequests() {}

  /**
   * Rows of gold.indicator_value.
   *
   * @param values rows of gold.indicator_value of indicators of requests, made of all requests
   * @param periods the periods of every city, by city id
   */
  public static Dataset<Row> withhold(
      Dataset<Row> values, Map<String, List<Period>> periods, SmallCount small) {
    if (!small.withholds()) {
      return values;
    }
    Column[] all = COLUMNS.stream().map(name -> col(name)).toArray(Column[]::new);
    return values
        .groupBy(CITY_ID.col())
        .agg(collect_list(struct(all)).as("rows"))
        .flatMap(
            (FlatMapFunction<Row, Row>)
                city -> published(city.getList(1), byId(periods.get(CITY_ID.of(city))), small),
            Encoders.row(IndicatorValueTable.SPEC.structType()));
  }

  private static Map<String, Period> byId(List<Period> periods) {
    return periods.stream().collect(toMap(Period::periodId, period -> period));
  }

  private static Iterator<Row> published(
      List<Row> rows, Map<String, Period> periods, SmallCount small) {
    Map<List<String>, Set<Long>> ofIndicators =
        rows.stream()
            .collect(
                groupingBy(
                    row -> key(row, BESIDE_INDICATORS),
                    mapping(row -> IndicatorValueTable.N.of(row), toSet())));
    Set<String> few = new TreeSet<>();
    Set<String> fewInSpan = new TreeSet<>();
    for (Row row : rows) {
      if (isSmall(row, small)
          || differsByFew(row, ofIndicators.get(key(row, BESIDE_INDICATORS)), small)) {
        few.add(DISTRICT_ID.of(row));
        if (PERIOD_ID.of(row).equals(SPAN)) {
          fewInSpan.add(DISTRICT_ID.of(row));
        }
      }
    }
    rows.stream()
        .collect(groupingBy(row -> key(row, BESIDE_PERIODS)))
        .values()
        .forEach(
            of -> {
              if (leaveFew(of, periods, small)) {
                few.add(DISTRICT_ID.of(of.get(0)));
              }
            });
    List<Row> published = new ArrayList<>();
    for (Row row : rows) {
      boolean isSpan = PERIOD_ID.of(row).equals(SPAN);
      Set<String> concerned = isSpan ? fewInSpan : few;
      boolean ofCity = LEVEL.of(row).equals(Level.CITY.id());
      boolean isWithheld = ofCity ? !concerned.isEmpty() : concerned.contains(DISTRICT_ID.of(row));
      published.add(isWithheld ? withheld(row) : withoutBesides(row));
    }
    return published.iterator();
  }

  /** Whether few requests are behind the value, or few that it counts, or few that it does not. */
  private static boolean isSmall(Row row, SmallCount small) {
    long n = IndicatorValueTable.N.of(row);
    return small.is((double) n)
        || counted(row)
            .filter(of -> small.is((double) of) || small.is((double) (n - of)))
            .isPresent();
  }

  private static List<String> key(Row row, List<String> columns) {
    return columns.stream().map(name -> row.<String>getAs(name)).toList();
  }

  private static boolean differsByFew(Row row, Set<Long> others, SmallCount small) {
    long n = IndicatorValueTable.N.of(row);
    return others.stream().anyMatch(other -> small.is((double) (n - other)));
  }

  /** Whether few are left between periods: requests, those that count, or those that do not. */
  private static boolean leaveFew(List<Row> rows, Map<String, Period> periods, SmallCount small) {
    return Stream.<ToLongFunction<Row>>of(
            row -> IndicatorValueTable.N.of(row),
            row -> counted(row).orElse(0L),
            row -> IndicatorValueTable.N.of(row) - counted(row).orElse(0L))
        .map(
            count ->
                new NestedCounts(
                    rows.stream()
                        .map(
                            row ->
                                new NestedCounts.Counted(
                                    periods.get(PERIOD_ID.of(row)), count.applyAsLong(row)))
                        .toList()))
        .anyMatch(counts -> counts.leaveFew(small));
  }

  private static Optional<Long> counted(Row row) {
    return parts(row).get("counted") instanceof Number of
        ? Optional.of(of.longValue())
        : Optional.empty();
  }

  private static Map<String, Object> parts(Row row) {
    return TableJson.read(IndicatorValueTable.PARTS.of(row));
  }

  private static Row withheld(Row row) {
    return hashed(
        COLUMNS.stream()
            .map(
                name ->
                    switch (name) {
                      case "status" -> Status.SUPPRESSED.id();
                      case "reason" -> REASON;
                      case "parts" -> "{}";
                      default -> KEPT.contains(name) ? row.<Object>getAs(name) : null;
                    })
            .toArray());
  }

  private static Row withoutBesides(Row row) {
    Map<String, Object> parts = new LinkedHashMap<>(parts(row));
    parts.keySet().removeAll(BESIDES);
    Object[] cells = new Object[row.size()];
    Arrays.setAll(cells, row::get);
    cells[COLUMNS.indexOf("parts")] = TableJson.write(parts);
    return hashed(cells);
  }

  /** A hash of few requests would tell them to whoever tries them all: it is of the row itself. */
  private static Row hashed(Object[] cells) {
    Fingerprint told = new Fingerprint();
    for (String hash : HASHES) {
      cells[COLUMNS.indexOf(hash)] = null;
    }
    Arrays.stream(cells).forEach(cell -> told.add(String.valueOf(cell)));
    for (String hash : HASHES) {
      cells[COLUMNS.indexOf(hash)] = told.hex();
    }
    return RowFactory.create(cells);
  }
}
