package org.cityeval.revision;

import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.COMPARISON_GROUP;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;
import static org.cityeval.table.spec.Keys.WEIGHTING;

import java.util.Comparator;
import java.util.List;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.warehouse.StoredRow;

/**
 * Who is ranked or classed otherwise: changed classes first, then the farthest moves; into the
 * ranks or out of them is farthest.
 */
public final class LargestMoves {
  private static final Comparator<RankRevision> ORDER =
      Comparator.comparing((RankRevision one) -> !one.isClassChanged())
          .thenComparing(LargestMoves::distance, Comparator.reverseOrder())
          .thenComparing(
              RankRevision::key,
              StoredRow.order(RankRevisions.COLUMNS, Beside.keys(RankIntervalTable.SPEC)));

  private final Largest<RankRevision> largest;

  /**
   * @param most how many of all
   */
  public LargestMoves(int most) {
    this.largest = new Largest<>(most, ORDER);
  }

  /** A rank that differs; of one that is none, the cells are null. */
  public record Line(
      String cityId,
      String comparisonGroup,
      String districtId,
      String level,
      String periodId,
      String weighting,
      String name,
      Integer rankA,
      Integer rankLowA,
      Integer rankHighA,
      String classA,
      Integer rankB,
      Integer rankLowB,
      Integer rankHighB,
      String classB,
      Integer move,
      Boolean within,
      String because) {}

  public void add(RankRevision one) {
    if (one.isMoved() || one.isClassChanged()) {
      largest.add(one);
    }
  }

  private static int distance(RankRevision one) {
    if (!one.isMoved()) {
      return 0;
    }
    return one.move() == null ? Integer.MAX_VALUE : Math.abs(one.move());
  }

  /** In their order. */
  public List<Line> lines() {
    return largest.list().stream().map(LargestMoves::line).toList();
  }

  private static Line line(RankRevision one) {
    StoredRow key = one.key();
    ResultState a = one.a();
    ResultState b = one.b();
    return new Line(
        key.get(CITY_ID),
        key.get(COMPARISON_GROUP),
        key.get(DISTRICT_ID),
        key.get(LEVEL),
        key.get(PERIOD_ID),
        key.get(WEIGHTING),
        one.name(),
        place(a.value()),
        place(a.low()),
        place(a.high()),
        a.word(),
        place(b.value()),
        place(b.low()),
        place(b.high()),
        b.word(),
        one.move(),
        one.within(),
        Cause.words(one.causes()));
  }

  private static Integer place(Double rank) {
    return rank == null ? null : (Integer) rank.intValue();
  }
}
