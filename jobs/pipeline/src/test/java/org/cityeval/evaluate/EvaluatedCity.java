package org.cityeval.evaluate;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.cityeval.disclosure.SmallCount;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Trace;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Period;
import org.cityeval.series.Quantity;
import org.cityeval.table.gold.IndicatorValueTable;

/** City c of the districts A and B over the thirty days from 1 March 2020. */
final class EvaluatedCity {
  static final LocalDate FIRST = LocalDate.of(2020, 3, 1);
  static final int DAYS = 30;
  static final Period SPAN =
      new Period("span", "Span", Period.Kind.SPAN, FIRST, FIRST.plusDays(DAYS - 1));

  private EvaluatedCity() {}

  /**
   * @param small the lowest count that is published; 0 where all are
   */
  static EvaluationScope scope(int small) {
    return new EvaluationScope(
        "e",
        FIRST.plusDays(30),
        Map.of("c", List.of(SPAN)),
        Map.of(),
        Map.of("A", List.of("B"), "B", List.of("A")),
        Parameters.DEFAULTS,
        "{}",
        new SmallCount(small));
  }

  /** A series in which quantities have one value on all days. */
  static DistrictSeries series(String id, Level level, Map<Quantity, Double> values) {
    Map<Quantity, double[]> daily = new EnumMap<>(Quantity.class);
    values.forEach(
        (quantity, value) -> {
          double[] days = new double[DAYS];
          Arrays.fill(days, value);
          daily.put(quantity, days);
        });
    return new DistrictSeries("c", id, level, 100_000, FIRST, DAYS, daily);
  }

  /** The row that a series' trace travels in. */
  static Row trace(Indicator indicator, DistrictSeries of, Trace trace, double covered) {
    return TraceRow.of(
        scope(0),
        new ValueRow.Subject(of.cityId(), of.districtId(), of.level(), "span"),
        indicator,
        trace,
        new TraceRow.Origin(Period.Kind.SPAN, of.population(), covered, "hash " + of.districtId()));
  }

  /** A finished row with the names of its columns. */
  static Row named(Row value) {
    Object[] cells = new Object[value.size()];
    Arrays.setAll(cells, value::get);
    return new GenericRowWithSchema(cells, IndicatorValueTable.SPEC.structType());
  }
}
