package org.cityeval.job.panel;

import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.EVALUATION_ID;
import static org.cityeval.table.spec.Keys.INDICATOR_ID;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.EvaluationSection.NamedPeriod;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.Indicators;
import org.cityeval.place.District;
import org.cityeval.series.Level;
import org.cityeval.series.Period;
import org.cityeval.series.Quantity;
import org.cityeval.table.gold.DateTable;
import org.cityeval.table.gold.IndicatorTable;
import org.cityeval.table.gold.PeriodTable;
import org.cityeval.table.gold.WaveTable;
import org.cityeval.table.silver.ServiceRequestTable;
import org.cityeval.table.spec.TableRow;
import org.cityeval.warehouse.StoredRow;

/** Rows of the dimensions that no data need be read for. */
final class Dimensions {
  private Dimensions() {}

  static List<Row> dates(EvaluationConfig config, LocalDate asOf) {
    List<Row> rows = new ArrayList<>();
    Map<String, NamedPeriod> holidays = config.evaluation().holidays();
    LocalDate last = config.evaluation().lastDay();
    for (LocalDate day = config.evaluation().firstDay();
        !day.isAfter(last);
        day = day.plusDays(1)) {
      int weekday = day.getDayOfWeek().getValue();
      String holiday = config.evaluation().findHoliday(day).map(NamedPeriod::title).orElse(null);
      rows.add(
          new TableRow(DateTable.SPEC)
              .set(EVALUATION_ID, config.evaluation().id())
              .set(AS_OF, asOf)
              .set(DATE, day)
              .set(
                  DateTable.DATE_KEY,
                  Integer.parseInt(day.format(DateTimeFormatter.BASIC_ISO_DATE)))
              .set(DateTable.ISO_YEAR, day.get(IsoFields.WEEK_BASED_YEAR))
              .set(DateTable.ISO_WEEK, day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))
              .set(DateTable.ISO_WEEKDAY, weekday)
              .set(DateTable.MONTH_START, day.withDayOfMonth(1))
              .set(DateTable.QUARTER_START, day.with(IsoFields.DAY_OF_QUARTER, 1))
              .set(DateTable.IS_WEEKEND, weekday >= 6)
              .set(DateTable.IS_HOLIDAY, holidays.isEmpty() ? null : holiday != null)
              .set(DateTable.HOLIDAY, holiday)
              .row());
    }
    return rows;
  }

  static List<Row> indicators(EvaluationConfig config, LocalDate asOf) {
    return Indicators.ALL.stream()
        .map(indicator -> indicator(config, asOf, indicator.spec()))
        .toList();
  }

  private static Row indicator(EvaluationConfig config, LocalDate asOf, IndicatorSpec spec) {
    return new TableRow(IndicatorTable.SPEC)
        .set(EVALUATION_ID, config.evaluation().id())
        .set(AS_OF, asOf)
        .set(INDICATOR_ID, spec.id())
        .set(IndicatorTable.NAME, spec.name())
        .set(IndicatorTable.TITLE, spec.title().english())
        .set(IndicatorTable.TITLE_ZH, spec.title().chinese())
        .set(IndicatorTable.DIMENSION, spec.dimension().id())
        .set(IndicatorTable.UNIT, spec.unit().symbol())
        .set(IndicatorTable.BETTER_DISTRICT, better(spec, Level.DISTRICT))
        .set(IndicatorTable.BETTER_CITY, better(spec, Level.CITY))
        .set(IndicatorTable.PER_RESIDENT, spec.unit().isTotal())
        .set(IndicatorTable.LEVELS, ids(spec.levels()))
        .set(
            IndicatorTable.READS,
            spec.readsRequests()
                ? ServiceRequestTable.SPEC.qualifiedName()
                : String.join(",", spec.reads().stream().map(Quantity::column).toList()))
        .set(IndicatorTable.DEFINITION, spec.definition())
        .set(IndicatorTable.FORMULA, spec.formula())
        .set(IndicatorTable.UNCERTAINTY, spec.uncertainty())
        .set(IndicatorTable.EXACT_LEVELS, ids(spec.exact()))
        .set(IndicatorTable.CITATIONS, String.join("; ", spec.citations()))
        .set(IndicatorTable.METHOD_VERSION, spec.methodVersion())
        .row();
  }

  private static String ids(Collection<Level> levels) {
    return String.join(",", levels.stream().map(Level::id).toList());
  }

  private static String better(IndicatorSpec spec, Level level) {
    return spec.levels().contains(level) ? spec.better(level).id() : null;
  }

  /**
   * The periods of every city: the span, those the config names, the city's waves, and the waves of
   * each of its districts.
   *
   * @param waves rows of gold.wave
   */
  static List<Row> periods(
      EvaluationConfig config, LocalDate asOf, List<District> districts, List<StoredRow> waves) {
    List<Row> rows = new ArrayList<>();
    Set<String> cities = new LinkedHashSet<>();
    districts.forEach(district -> cities.add(district.cityId()));
    for (String city : cities) {
      rows.add(row(config, asOf, city, city, span(config)));
      config.evaluation().namedPeriods().forEach(p -> rows.add(row(config, asOf, city, city, p)));
    }
    for (StoredRow wave : waves) {
      rows.add(row(config, asOf, wave.get(CITY_ID), wave.get(DISTRICT_ID), of(wave)));
    }
    return rows;
  }

  private static Period of(StoredRow wave) {
    int number = wave.get(WaveTable.WAVE_NO);
    boolean ofCity = wave.is(LEVEL, Level.CITY.id());
    return new Period(
        (ofCity ? "wave-" : Period.OWN_WAVE_PREFIX) + number,
        "Wave " + number + (ofCity ? " of the city" : " of the district"),
        ofCity ? Period.Kind.WAVE : Period.Kind.OWN_WAVE,
        wave.get(WaveTable.START_DATE),
        wave.get(WaveTable.END_DATE));
  }

  private static Period span(EvaluationConfig config) {
    return new Period(
        "span",
        "The whole span",
        Period.Kind.SPAN,
        config.evaluation().firstDay(),
        config.evaluation().lastDay());
  }

  private static Row row(
      EvaluationConfig config, LocalDate asOf, String city, String district, Period period) {
    return new TableRow(PeriodTable.SPEC)
        .set(EVALUATION_ID, config.evaluation().id())
        .set(AS_OF, asOf)
        .set(CITY_ID, city)
        .set(DISTRICT_ID, district)
        .set(PERIOD_ID, period.periodId())
        .set(PeriodTable.TITLE, period.title())
        .set(PeriodTable.KIND, period.kind().id())
        .set(PeriodTable.FIRST_DAY, period.firstDay())
        .set(PeriodTable.LAST_DAY, period.lastDay())
        .row();
  }
}
