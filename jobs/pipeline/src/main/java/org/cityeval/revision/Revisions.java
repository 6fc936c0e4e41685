package org.cityeval.revision;

import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.MEASURE;
import static org.cityeval.table.spec.Keys.SOURCE_ID;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cityeval.revision.Revision.Said;
import org.cityeval.table.silver.ObservationTable;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.warehouse.StoredRow;

/**
 * Sets what was known on an earlier day beside what was known on a later one. Known of a district,
 * day and measure is what was published last by then, as the panel takes it.
 */
public final class Revisions {
  // Files of observations are sorted by district and day, so this order is quickly made.
  private static final List<String> KEY = TableColumn.names(DISTRICT_ID, DATE, MEASURE);
  private static final List<String> SAID =
      TableColumn.names(AS_OF, SOURCE_ID, ObservationTable.VALUE);

  /** The columns of silver.observation that are compared, or by which it is done. */
  public static final List<String> COLUMNS = Stream.concat(KEY.stream(), SAID.stream()).toList();

  private static final Comparator<Said> NEWER =
      Comparator.comparing(Said::asOf)
          .thenComparing(Said::sourceId)
          .thenComparingDouble(Said::value);

  private final LocalDate earlier;

  /**
   * @param earlier the earlier day
   */
  public Revisions(LocalDate earlier) {
    this.earlier = earlier;
  }

  /**
   * Observations, and who knew which.
   *
   * @param rows their cells {@link #COLUMNS} first
   * @param isKnownA whether one was known on the earlier day
   * @param isKnownB whether one was known on the later day
   */
  public record Observations(
      EachRow rows, Predicate<StoredRow> isKnownA, Predicate<StoredRow> isKnownB) {}

  /** Goes through every district, day and measure of which either day knew. */
  public void each(List<Observations> all, Consumer<Revision> use) {
    Map<String, LocalDate> newest = new HashMap<>();
    try (Beside sides = new Beside(KEY, SAID)) {
      for (Observations some : all) {
        some.rows()
            .each(
                row -> {
                  boolean isKnownB = some.isKnownB().test(row);
                  int knows =
                      (some.isKnownA().test(row) ? Beside.A : 0) + (isKnownB ? Beside.B : 0);
                  if (knows > 0) {
                    sides.add(knows, row);
                  }
                  if (isKnownB) {
                    newest.merge(row.get(MEASURE), row.get(AS_OF), (x, y) -> x.isAfter(y) ? x : y);
                  }
                });
      }
      sides.each(ofKey -> use.accept(revision(ofKey, newest)));
    }
  }

  private Revision revision(List<StoredRow> ofKey, Map<String, LocalDate> newest) {
    StoredRow key = ofKey.get(0);
    Said a = said(Beside.A, ofKey);
    Said b = said(Beside.B, ofKey);
    return new Revision(
        key.get(MEASURE),
        key.get(DISTRICT_ID),
        key.get(DATE),
        Revision.outcome(a, b, earlier, newest.get(key.get(MEASURE))),
        a,
        b);
  }

  /** What was published last, of all that a side knows. */
  private static Said said(int side, List<StoredRow> ofKey) {
    Said last = null;
    for (StoredRow row : ofKey) {
      if (Beside.says(side, row)) {
        Said one = new Said(row.get(AS_OF), row.get(SOURCE_ID), row.get(ObservationTable.VALUE));
        last = last == null || NEWER.compare(one, last) > 0 ? one : last;
      }
    }
    return last;
  }
}
