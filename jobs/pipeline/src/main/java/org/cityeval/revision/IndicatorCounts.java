package org.cityeval.revision;

import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.INDICATOR_ID;
import static org.cityeval.table.spec.Keys.LEVEL;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.revision.ResultState.Outcome;

/** How many values of each indicator and level changed, the largest change, and why. */
public final class IndicatorCounts {
  private final Map<String, Count> counts = new TreeMap<>();

  /**
   * A row per indicator and level; equal, valueChanged, intervalChanged and statusChanged add up to
   * inBoth.
   *
   * @param beyondIntervals changed values that lie outside the other's interval
   * @param largestChange of equal ones that of the last district, and of its last period
   * @param statusMoves what became of how many, as "ok > censored 3"
   * @param methodA the newest method version that A has; null where it has no such row
   * @param because which causes how many rows have
   */
  public record Line(
      String indicatorId,
      String level,
      long inBoth,
      long equal,
      long valueChanged,
      long intervalChanged,
      long statusChanged,
      long onlyA,
      long onlyB,
      long beyondIntervals,
      Double largestChange,
      String statusMoves,
      Integer methodA,
      Integer methodB,
      String because) {}

  private static final class Count {
    private final String indicatorId;
    private final String level;
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private final Tally moves = new Tally();
    private final Tally causes = new Tally();
    private long beyond;
    private ValueRevision largest;
    private Integer methodA;
    private Integer methodB;

    Count(ValueRevision any) {
      this.indicatorId = any.key().get(INDICATOR_ID);
      this.level = any.key().get(LEVEL);
    }

    void add(ValueRevision one) {
      outcomes.merge(one.outcome(), 1L, Long::sum);
      if (one.outcome() == Outcome.WORD) {
        moves.addMove(one.a().word(), one.b().word());
      }
      if (one.outcome() != Outcome.EQUAL) {
        causes.add(Cause.words(one.causes()));
      }
      if (Boolean.FALSE.equals(one.within())) {
        beyond++;
      }
      if (one.change() != null && (largest == null || isLarger(one, largest))) {
        largest = one;
      }
      methodA = newer(methodA, one.a());
      methodB = newer(methodB, one.b());
    }

    private static boolean isLarger(ValueRevision one, ValueRevision than) {
      int order = Double.compare(Math.abs(one.change()), Math.abs(than.change()));
      return order > 0
          || (order == 0 && one.key().get(DISTRICT_ID).compareTo(than.key().get(DISTRICT_ID)) >= 0);
    }

    private static Integer newer(Integer version, ResultState state) {
      Integer other = state == null ? null : state.rests().methodVersion();
      return version == null || (other != null && other > version) ? other : version;
    }

    Line line() {
      return new Line(
          indicatorId,
          level,
          outcomes.values().stream().mapToLong(n -> n).sum()
              - of(Outcome.ONLY_BEFORE)
              - of(Outcome.ONLY_NOW),
          of(Outcome.EQUAL),
          of(Outcome.VALUE),
          of(Outcome.INTERVAL),
          of(Outcome.WORD),
          of(Outcome.ONLY_BEFORE),
          of(Outcome.ONLY_NOW),
          beyond,
          largest == null ? null : largest.change(),
          moves.toString(),
          methodA,
          methodB,
          causes.toString());
    }

    private long of(Outcome outcome) {
      return outcomes.getOrDefault(outcome, 0L);
    }
  }

  /** Counts one, in the order of the table's key. */
  public void add(ValueRevision one) {
    counts
        .computeIfAbsent(
            one.key().get(INDICATOR_ID) + "\0" + one.key().get(LEVEL), key -> new Count(one))
        .add(one);
  }

  /** By indicator, then by level. */
  public List<Line> lines() {
    return counts.values().stream().map(Count::line).toList();
  }
}
