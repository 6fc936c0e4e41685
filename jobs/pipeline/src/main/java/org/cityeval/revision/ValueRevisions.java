package org.cityeval.revision;

import static org.cityeval.table.spec.Keys.INDICATOR_ID;
import static org.cityeval.table.spec.Keys.INPUT_HASH;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.cityeval.numeric.statistics.Moments;
import org.cityeval.revision.ResultState.Outcome;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.warehouse.StoredRow;

/** Sets the indicator values of one publication beside those of another. */
public final class ValueRevisions {
  private static final List<String> KEY = Beside.keys(IndicatorValueTable.SPEC);
  private static final List<String> SAID =
      TableColumn.names(
          IndicatorValueTable.VALUE,
          IndicatorValueTable.CI_LOW,
          IndicatorValueTable.CI_HIGH,
          IndicatorValueTable.STATUS,
          IndicatorValueTable.PARAMETERS,
          IndicatorValueTable.METHOD_VERSION,
          IndicatorValueTable.DATA_HASH,
          INPUT_HASH);

  /** The columns of gold.indicator_value that are compared, or by which it is done. */
  public static final List<String> COLUMNS = Stream.concat(KEY.stream(), SAID.stream()).toList();

  private final CauseRule rule;
  private final Set<LevelPeriod> touched = new HashSet<>();

  public ValueRevisions(CauseRule rule) {
    this.rule = rule;
  }

  /** A level and a period. */
  record LevelPeriod(String level, String period) {
    static LevelPeriod of(StoredRow row) {
      return new LevelPeriod(row.get(LEVEL), row.get(PERIOD_ID));
    }
  }

  private record Kind(String indicator, LevelPeriod at) {
    static Kind of(StoredRow row) {
      return new Kind(row.get(INDICATOR_ID), LevelPeriod.of(row));
    }
  }

  /**
   * Goes through every district or city, period and indicator that either has, in the order of the
   * table's key.
   *
   * @param a rows of one publication, their cells {@link #COLUMNS} first
   * @param b of another
   */
  public void each(EachRow a, EachRow b, Consumer<ValueRevision> use) {
    Map<Kind, DoubleStream.Builder> before = new HashMap<>();
    Map<String, String> parameters = new HashMap<>();
    try (Beside sides = new Beside(KEY, SAID)) {
      a.each(
          row -> {
            sides.add(Beside.A, shortened(row, parameters));
            Double value = row.get(IndicatorValueTable.VALUE);
            if (value != null) {
              before.computeIfAbsent(Kind.of(row), kind -> DoubleStream.builder()).add(value);
            }
          });
      b.each(row -> sides.add(Beside.B, shortened(row, parameters)));
      Map<Kind, Double> deviations = new HashMap<>();
      before.forEach((kind, values) -> deviations.put(kind, deviation(values.build())));
      sides.each(ofKey -> use.accept(revision(ofKey, deviations)));
    }
  }

  /** Parameters are long, and few differ: each gets a number. */
  private static StoredRow shortened(StoredRow row, Map<String, String> parameters) {
    String text = row.get(IndicatorValueTable.PARAMETERS);
    return text == null
        ? row
        : row.with(
            IndicatorValueTable.PARAMETERS.name(),
            parameters.computeIfAbsent(text, other -> Integer.toString(parameters.size())));
  }

  /** Of sorted values, so that the order of the rows decides nothing. */
  private static double deviation(DoubleStream values) {
    return Moments.standardDeviation(values.sorted().toArray());
  }

  private ValueRevision revision(List<StoredRow> ofKey, Map<Kind, Double> deviations) {
    StoredRow key = ofKey.get(0);
    ResultState a = state(Beside.said(Beside.A, ofKey));
    ResultState b = state(Beside.said(Beside.B, ofKey));
    Outcome outcome = ResultState.outcome(a, b);
    ValueRevision revision =
        new ValueRevision(
            key,
            outcome,
            a,
            b,
            ValueRevision.isChanged(outcome, a, b)
                ? size(b.value() - a.value(), deviations.get(Kind.of(key)))
                : null,
            outcome == Outcome.EQUAL ? List.of() : ResultState.causesOfValue(rule, a, b));
    if (revision.restsOnOther()) {
      touched.add(LevelPeriod.of(key));
    }
    return revision;
  }

  private static Double size(double change, double deviation) {
    return deviation > 0 ? Math.abs(change) / deviation : null;
  }

  private static ResultState state(StoredRow row) {
    return row == null
        ? null
        : new ResultState(
            row.get(IndicatorValueTable.VALUE),
            row.get(IndicatorValueTable.CI_LOW),
            row.get(IndicatorValueTable.CI_HIGH),
            row.get(IndicatorValueTable.STATUS),
            new ResultState.Rests(
                row.get(IndicatorValueTable.PARAMETERS),
                row.get(IndicatorValueTable.METHOD_VERSION),
                row.get(IndicatorValueTable.DATA_HASH),
                row.get(INPUT_HASH)));
  }

  /**
   * The levels and periods, of those gone through, in which a value rests on something else. All
   * their ranks may move, for scores are normalised over all of them.
   */
  Set<LevelPeriod> touched() {
    return touched;
  }
}
