package org.cityeval.panel;

import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.MEASURE;
import static org.cityeval.table.spec.Keys.SOURCE_ID;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.cityeval.assembly.CaseAdjustment;
import org.cityeval.assembly.CaseEvent;
import org.cityeval.assembly.CountFlag;
import org.cityeval.assembly.DailyDerivation;
import org.cityeval.assembly.MeasureConversion;
import org.cityeval.assembly.MeasureRule;
import org.cityeval.assembly.Placement;
import org.cityeval.functions.NumberedSubjects;
import org.cityeval.series.Fingerprint;
import org.cityeval.series.Level;
import org.cityeval.series.Quantity;
import org.cityeval.table.silver.ObservationTable;

/** Every day of a district, from what was published of it. */
final class DistrictDays implements Serializable {
  private static final long serialVersionUID = 1;

  /**
   * Of sources that publish on one day, ingest lets no two differ; the order keeps a rerun equal.
   */
  private static final Comparator<Row> NEWER =
      Comparator.<Row, LocalDate>comparing(row -> AS_OF.of(row))
          .thenComparing(row -> SOURCE_ID.of(row));

  private final PanelScope scope;

  DistrictDays(PanelScope scope) {
    this.scope = scope;
  }

  /**
   * The days of a district, from the look-back before the span to its end.
   *
   * @param rows of district_day, a day each
   * @param ofCity what they give to the days of its city
   */
  record Days(List<Row> rows, CityDays.Member ofCity) {}

  /**
   * The days of one district.
   *
   * @param district in the group of its city, with the measure, day, day of publication, value and
   *     source of what was published by the vintage
   * @param residents {@code NaN} where they are unknown
   */
  Days days(NumberedSubjects.Subject district, double residents) {
    Map<Quantity, SortedMap<LocalDate, Row>> newest = newestByDay(district.rows());
    LocalDate from = scope.lookBackFrom();
    for (Map.Entry<Quantity, SortedMap<LocalDate, Row>> days : newest.entrySet()) {
      LocalDate first = placement(days.getKey()).firstDay(days.getValue().firstKey());
      from = first.isBefore(from) ? first : from;
    }
    int length = Math.toIntExact(scope.lastDay().toEpochDay() - from.toEpochDay() + 1);
    Fingerprint fingerprint = new Fingerprint().add(scope.ruleHash());

    Map<Quantity, double[]> observed = new EnumMap<>(Quantity.class);
    Map<Quantity, boolean[]> withoutNormal = new EnumMap<>(Quantity.class);
    CountFlag[] flags = new CountFlag[length];
    Arrays.fill(flags, CountFlag.NONE);
    for (MeasureRule rule : scope.measures().values()) {
      // A week or month that ends after the span has days within it.
      int beyond = rule.placement().every().longestDays() - 1;
      double[] published = daily(newest.get(rule.quantity()), from, length + beyond);
      fingerprint.add(rule.quantity().column()).add(published);
      MeasureConversion.Converted converted = MeasureConversion.convert(published, rule, from);
      observed.put(rule.quantity(), Arrays.copyOf(converted.daily(), length));
      withoutNormal.put(rule.quantity(), converted.withoutNormal());
      if (rule.quantity() == Quantity.NEW_CASES) {
        CaseAdjustment cases =
            CaseAdjustment.of(
                cut(converted, length),
                rule.smoothedDays(),
                events(district.id(), fingerprint),
                from);
        observed.put(Quantity.NEW_CASES_ADJUSTED, cases.counts());
        flags = cases.flags();
      }
    }
    fingerprint.add(residents);
    Map<Quantity, double[]> all = DailyDerivation.derive(observed, length, residents, scope.rule());
    String hash = fingerprint.hex();
    PanelRows.Subject subject =
        new PanelRows.Subject(district.group(), district.id(), Level.DISTRICT, hash);
    List<Row> rows =
        PanelRows.of(scope, subject, all, new PanelRows.Notes(flags, withoutNormal), from);
    int before = Math.toIntExact(scope.lookBackFrom().toEpochDay() - from.toEpochDay());
    return new Days(
        rows.subList(before, length),
        CityDays.Member.of(residents, CityDays.given(scope), all, flags, hash, before));
  }

  /** Days after the span are not known to it, though a week that ends there has days within. */
  private static MeasureConversion.Converted cut(MeasureConversion.Converted all, int length) {
    return new MeasureConversion.Converted(
        Arrays.copyOf(all.daily(), length),
        Arrays.copyOf(all.adjusted(), length),
        Arrays.copyOf(all.flags(), length),
        all.withoutNormal());
  }

  private List<CaseEvent> events(String district, Fingerprint fingerprint) {
    List<CaseEvent> declared = scope.events().getOrDefault(district, List.of());
    declared.forEach(event -> fingerprint.add(event.toString()));
    return declared;
  }

  private Placement placement(Quantity measure) {
    MeasureRule rule = scope.measures().get(measure);
    return rule == null ? Placement.DAILY : rule.placement();
  }

  /** Of each measure and day, what was published last. */
  private static Map<Quantity, SortedMap<LocalDate, Row>> newestByDay(List<Row> published) {
    Map<Quantity, SortedMap<LocalDate, Row>> newest = new EnumMap<>(Quantity.class);
    for (Row value : published) {
      Quantity quantity = Quantity.find(MEASURE.of(value)).orElseThrow();
      newest
          .computeIfAbsent(quantity, key -> new TreeMap<>())
          .merge(
              DATE.of(value), value, (one, other) -> NEWER.compare(one, other) < 0 ? other : one);
    }
    return newest;
  }

  private static double[] daily(SortedMap<LocalDate, Row> days, LocalDate from, int length) {
    double[] daily = new double[length];
    Arrays.fill(daily, Double.NaN);
    if (days != null) {
      days.forEach(
          (date, row) -> {
            int day = Math.toIntExact(date.toEpochDay() - from.toEpochDay());
            if (day < length) {
              daily[day] = ObservationTable.VALUE.of(row);
            }
          });
    }
    return daily;
  }
}
