package org.cityeval.revision;

import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.INDICATOR_ID;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.revision.ResultState.Outcome;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.warehouse.StoredRow;

/**
 * The values that differ, of each outcome the largest first: by the change in standard deviations,
 * for the units differ; then by the table's key.
 */
public final class LargestValues {
  private static final Comparator<ValueRevision> ORDER =
      Comparator.comparing(ValueRevision::size, Comparator.nullsLast(Comparator.reverseOrder()))
          .thenComparing(
              ValueRevision::key,
              StoredRow.order(ValueRevisions.COLUMNS, Beside.keys(IndicatorValueTable.SPEC)));

  private final int most;
  private final Map<String, Largest<ValueRevision>> byOutcome =
      new TreeMap<>(Comparator.reverseOrder());

  /**
   * @param most how many of each outcome
   */
  public LargestValues(int most) {
    this.most = most;
  }

  /** A value that differs; cells are null where a side has no such row, or that no number. */
  public record Line(
      String outcome,
      String cityId,
      String districtId,
      String level,
      String periodId,
      String indicatorId,
      Double valueA,
      Double ciLowA,
      Double ciHighA,
      String statusA,
      Double valueB,
      Double ciLowB,
      Double ciHighB,
      String statusB,
      Double change,
      Double changeSd,
      Boolean within,
      String because) {}

  public void add(ValueRevision one) {
    if (one.outcome() != Outcome.EQUAL) {
      byOutcome.computeIfAbsent(one.word(), word -> new Largest<>(most, ORDER)).add(one);
    }
  }

  /** By outcome, the word that comes last in the alphabet first. */
  public List<Line> lines() {
    return byOutcome.values().stream()
        .flatMap(largest -> largest.list().stream())
        .map(LargestValues::line)
        .toList();
  }

  private static Line line(ValueRevision one) {
    StoredRow key = one.key();
    ResultState a = ResultState.orNone(one.a());
    ResultState b = ResultState.orNone(one.b());
    return new Line(
        one.word(),
        key.get(CITY_ID),
        key.get(DISTRICT_ID),
        key.get(LEVEL),
        key.get(PERIOD_ID),
        key.get(INDICATOR_ID),
        a.value(),
        a.low(),
        a.high(),
        a.word(),
        b.value(),
        b.low(),
        b.high(),
        b.word(),
        one.change(),
        one.size(),
        one.within(),
        Cause.words(one.causes()));
  }
}
