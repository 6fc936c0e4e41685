package org.cityeval.job.panel;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.Indicators;
import org.cityeval.place.District;
import org.cityeval.series.Level;
import org.cityeval.series.Period;
import org.cityeval.series.Quantity;
import org.cityeval.table.SilverTables;

/** Rows of the dimensions that no data need be read for. */
final class Dimensions {
  private Dimensions() {}

  static List<Row> dates(EvaluationConfig config, LocalDate asOf) {
    List<Row> rows = new ArrayList<>();
    LocalDate last = config.evaluation().lastDay();
    for (LocalDate day = config.evaluation().firstDay();
        !day.isAfter(last);
        day = day.plusDays(1)) {
      int weekday = day.getDayOfWeek().getValue();
      rows.add(
          RowFactory.create(
              config.evaluation().id(),
              asOf,
              day,
              Integer.parseInt(day.format(DateTimeFormatter.BASIC_ISO_DATE)),
              day.get(IsoFields.WEEK_BASED_YEAR),
              day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
              weekday,
              day.withDayOfMonth(1),
              weekday >= 6));
    }
    return rows;
  }

  static List<Row> indicators(EvaluationConfig config, LocalDate asOf) {
    return Indicators.ALL.stream()
        .map(
            indicator -> {
              IndicatorSpec spec = indicator.spec();
              return RowFactory.create(
                  config.evaluation().id(),
                  asOf,
                  spec.id(),
                  spec.name(),
                  spec.title().english(),
                  spec.title().chinese(),
                  spec.dimension().id(),
                  spec.unit().symbol(),
                  better(spec, Level.DISTRICT),
                  better(spec, Level.CITY),
                  spec.unit().isTotal(),
                  String.join(",", spec.levels().stream().map(Level::id).toList()),
                  spec.readsRequests()
                      ? SilverTables.SERVICE_REQUEST.qualifiedName()
                      : String.join(",", spec.reads().stream().map(Quantity::column).toList()),
                  spec.definition(),
                  spec.formula(),
                  spec.uncertainty(),
                  String.join(",", spec.exact().stream().map(Level::id).toList()),
                  String.join("; ", spec.citations()),
                  spec.methodVersion());
            })
        .toList();
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
      EvaluationConfig config, LocalDate asOf, List<District> districts, List<Row> waves) {
    List<Row> rows = new ArrayList<>();
    Set<String> cities = new LinkedHashSet<>();
    districts.forEach(district -> cities.add(district.cityId()));
    for (String city : cities) {
      rows.add(row(config, asOf, city, city, span(config)));
      config.evaluation().namedPeriods().forEach(p -> rows.add(row(config, asOf, city, city, p)));
    }
    for (Row wave : waves) {
      rows.add(row(config, asOf, wave.getAs("city_id"), wave.getAs("district_id"), of(wave)));
    }
    return rows;
  }

  private static Period of(Row wave) {
    int number = wave.getAs("wave_no");
    boolean ofCity = wave.getAs("level").equals(Level.CITY.id());
    return new Period(
        (ofCity ? "wave-" : Period.OWN_WAVE_PREFIX) + number,
        "Wave " + number + (ofCity ? " of the city" : " of the district"),
        ofCity ? Period.Kind.WAVE : Period.Kind.OWN_WAVE,
        wave.getAs("start_date"),
        wave.getAs("end_date"));
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
    return RowFactory.create(
        config.evaluation().id(),
        asOf,
        city,
        district,
        period.periodId(),
        period.title(),
        period.kind().id(),
        period.firstDay(),
        period.lastDay());
  }
}
