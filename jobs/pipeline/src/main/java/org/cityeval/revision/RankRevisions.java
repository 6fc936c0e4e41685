package org.cityeval.revision;

import static org.cityeval.table.spec.Keys.INPUT_HASH;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cityeval.revision.ResultState.Outcome;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.warehouse.StoredRow;

/** Sets the ranks and classes of one publication beside those of another. */
public final class RankRevisions {
  private static final List<String> KEY = Beside.keys(RankIntervalTable.SPEC);
  private static final List<String> SAID =
      TableColumn.names(
          RankIntervalTable.NAME,
          RankIntervalTable.RANK,
          RankIntervalTable.RANK_LOW,
          RankIntervalTable.RANK_HIGH,
          RankIntervalTable.CLASS,
          INPUT_HASH);

  /** The columns of gold.rank_interval that are compared, or by which it is done. */
  public static final List<String> COLUMNS = Stream.concat(KEY.stream(), SAID.stream()).toList();

  private final CauseRule rule;
  private final Set<ValueRevisions.LevelPeriod> touched;

  /**
   * @param values those that the ranks rest on, once they were gone through
   */
  public RankRevisions(CauseRule rule, ValueRevisions values) {
    this.rule = rule;
    this.touched = values.touched();
  }

  /**
   * Goes through every member of a group, period and weighting that either has, in the order of the
   * table's key.
   *
   * @param a rows of one publication, their cells {@link #COLUMNS} first
   * @param b of another
   */
  public void each(EachRow a, EachRow b, Consumer<RankRevision> use) {
    try (Beside sides = new Beside(KEY, SAID)) {
      a.each(row -> sides.add(Beside.A, row));
      b.each(row -> sides.add(Beside.B, row));
      sides.each(ofKey -> use.accept(revision(ofKey)));
    }
  }

  private RankRevision revision(List<StoredRow> ofKey) {
    StoredRow key = ofKey.get(0);
    StoredRow before = Beside.said(Beside.A, ofKey);
    StoredRow now = Beside.said(Beside.B, ofKey);
    ResultState a = state(before);
    ResultState b = state(now);
    Outcome outcome = ResultState.outcome(a, b);
    boolean isTouched = touched.contains(ValueRevisions.LevelPeriod.of(key));
    return new RankRevision(
        key,
        now == null || now.get(RankIntervalTable.NAME) == null
            ? key.get(RankIntervalTable.NAME)
            : now.get(RankIntervalTable.NAME),
        outcome,
        a,
        b,
        outcome == Outcome.EQUAL ? List.of() : ResultState.causesOfRank(rule, a, b, isTouched));
  }

  private static ResultState state(StoredRow row) {
    return row == null
        ? null
        : new ResultState(
            number(row.get(RankIntervalTable.RANK)),
            number(row.get(RankIntervalTable.RANK_LOW)),
            number(row.get(RankIntervalTable.RANK_HIGH)),
            row.get(RankIntervalTable.CLASS),
            new ResultState.Rests(null, null, null, row.get(INPUT_HASH)));
  }

  private static Double number(Integer rank) {
    return rank == null ? null : Double.valueOf(rank);
  }
}
