package org.cityeval.revision;

import static org.cityeval.table.spec.Keys.COMPARISON_GROUP;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;
import static org.cityeval.table.spec.Keys.WEIGHTING;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.revision.ResultState.Outcome;
import org.cityeval.warehouse.StoredRow;

/** How many ranks and classes of each comparison group changed, the farthest move, and why. */
public final class GroupCounts {
  private final Map<String, Count> counts = new TreeMap<>();

  /**
   * A row per comparison group, level, period and weighting.
   *
   * @param beyondIntervals ranks that moved out of the other's interval
   * @param largestMove of equal ones that of the last member
   * @param classMoves what became of how many, as "clearly_worse > not_ranked 1"
   * @param because which causes how many rows have
   */
  public record Line(
      String comparisonGroup,
      String level,
      String periodId,
      String weighting,
      long inBoth,
      long moved,
      long beyondIntervals,
      long classChanged,
      long onlyA,
      long onlyB,
      Integer largestMove,
      String classMoves,
      String because) {}

  private static final class Count {
    private final StoredRow group;
    private final Tally moves = new Tally();
    private final Tally causes = new Tally();
    private long inBoth;
    private long moved;
    private long beyond;
    private long classChanged;
    private long onlyA;
    private long onlyB;
    private RankRevision farthest;

    Count(RankRevision any) {
      this.group = any.key();
    }

    void add(RankRevision one) {
      inBoth += one.a() != null && one.b() != null ? 1 : 0;
      onlyA += one.b() == null ? 1 : 0;
      onlyB += one.a() == null ? 1 : 0;
      moved += one.isMoved() ? 1 : 0;
      beyond += Boolean.FALSE.equals(one.within()) ? 1 : 0;
      if (one.isClassChanged()) {
        classChanged++;
        moves.addMove(one.a().word(), one.b().word());
      }
      if (one.outcome() != Outcome.EQUAL) {
        causes.add(Cause.words(one.causes()));
      }
      if (one.move() != null && (farthest == null || isFarther(one, farthest))) {
        farthest = one;
      }
    }

    private static boolean isFarther(RankRevision one, RankRevision than) {
      int order = Integer.compare(Math.abs(one.move()), Math.abs(than.move()));
      return order > 0
          || (order == 0 && one.key().get(DISTRICT_ID).compareTo(than.key().get(DISTRICT_ID)) >= 0);
    }

    Line line() {
      return new Line(
          group.get(COMPARISON_GROUP),
          group.get(LEVEL),
          group.get(PERIOD_ID),
          group.get(WEIGHTING),
          inBoth,
          moved,
          beyond,
          classChanged,
          onlyA,
          onlyB,
          farthest == null ? null : farthest.move(),
          moves.toString(),
          causes.toString());
    }
  }

  public void add(RankRevision one) {
    StoredRow key = one.key();
    counts
        .computeIfAbsent(
            String.join(
                "\0",
                key.get(COMPARISON_GROUP),
                key.get(LEVEL),
                key.get(PERIOD_ID),
                key.get(WEIGHTING)),
            group -> new Count(one))
        .add(one);
  }

  /** Those with most changes of class first, then those with most moves. */
  public List<Line> lines() {
    return counts.values().stream()
        .map(Count::line)
        .sorted(
            Comparator.comparingLong(Line::classChanged).thenComparingLong(Line::moved).reversed())
        .toList();
  }
}
