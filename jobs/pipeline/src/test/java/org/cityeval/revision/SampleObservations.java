package org.cityeval.revision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cityeval.revision.Revisions.Observations;
import org.cityeval.warehouse.StoredRow;

/** What was known on 1 April beside what was known on 1 May; cases were published on 20 April. */
final class SampleObservations {
  private static final List<StoredRow> OF_BOTH =
      List.of(
          row("new_cases", "A", "2020-03-01", "2020-03-31", "s1", 5),
          row("new_cases", "A", "2020-03-02", "2020-03-31", "s1", 6),
          row("new_cases", "A", "2020-03-03", "2020-03-31", "s1", 7),
          row("new_cases", "B", "2020-03-02", "2020-03-30", "s1", 1),
          row("trips", "A", "2020-03-01", "2020-03-31", "s3", 3));

  private static final List<StoredRow> OF_A_ALONE =
      List.of(row("new_cases", "B", "2020-03-01", "2020-03-30", "s1", 1));

  private static final List<StoredRow> OF_B_ALONE =
      List.of(
          row("new_cases", "A", "2020-03-01", "2020-04-20", "s1", 8),
          row("new_cases", "A", "2020-03-02", "2020-04-20", "s1", 6),
          row("new_cases", "A", "2020-03-04", "2020-04-20", "s2", 9),
          row("new_cases", "B", "2020-03-02", "2020-04-20", "s1", 2));

  private static final List<StoredRow> OF_NONE =
      List.of(row("new_cases", "C", "2020-03-01", "2020-06-01", "s1", 4));

  private SampleObservations() {}

  static StoredRow row(
      String measure, String district, String date, String asOf, String source, double value) {
    return new StoredRow(
        Revisions.COLUMNS,
        district,
        LocalDate.parse(date),
        measure,
        LocalDate.parse(asOf),
        source,
        value);
  }

  static List<Revision> revisions() {
    return revisions(
        List.of(
            new Observations(OF_BOTH::forEach, row -> true, row -> true),
            new Observations(OF_B_ALONE::forEach, row -> false, row -> true),
            new Observations(OF_A_ALONE::forEach, row -> true, row -> false),
            new Observations(OF_NONE::forEach, row -> false, row -> false)));
  }

  static List<Revision> revisions(List<Observations> all) {
    List<Revision> found = new ArrayList<>();
    new Revisions(LocalDate.of(2020, 4, 1)).each(all, found::add);
    return found;
  }
}
