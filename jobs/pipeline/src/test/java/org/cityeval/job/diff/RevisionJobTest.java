package org.cityeval.job.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.silver.ObservationTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.testing.Written;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.StoredTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Version 0 holds one day; version 1 a second day, version 2 the first anew; all of one source. */
class RevisionJobTest {
  private static final RevisionJob.Question QUESTION = new RevisionJob.Question(1, 5);

  @TempDir private Path folder;
  private StoredTables tables;

  @BeforeEach
  void open() {
    tables = new StoredTables(StoragePath.of(folder), new Configuration());
  }

  private void write() {
    Written.to(
        tables,
        ObservationTable.SPEC,
        observation(1, 5, 10.0),
        observation(2, 5, 20.0),
        observation(1, 6, 13.0));
  }

  private static TableRow observation(int date, int asOf, double value) {
    return new TableRow(ObservationTable.SPEC)
        .set(Keys.CITY_ID, "tiny")
        .set(Keys.DISTRICT_ID, "A")
        .set(Keys.DATE, LocalDate.of(2020, 3, date))
        .set(Keys.MEASURE, "new_cases")
        .set(Keys.AS_OF, LocalDate.of(2020, 4, asOf))
        .set(Keys.SOURCE_ID, "tiny/cases")
        .set(ObservationTable.SOURCE_VERSION, "v")
        .set(ObservationTable.VALUE, value);
  }

  private static Compared published(int asOf, long observations) {
    LocalDate day = LocalDate.of(2020, 4, asOf);
    return new Compared(
        "of the " + asOf,
        day,
        Optional.of(
            new Publication(
                "tiny",
                day,
                true,
                Map.of(ObservationTable.SPEC.qualifiedName(), observations),
                Map.of(),
                "hash",
                "{}",
                "code")),
        List.of("tiny/cases"));
  }

  private static Compared known(int asOf) {
    return new Compared(
        "known",
        LocalDate.of(2020, 4, asOf),
        Optional.empty(),
        List.of("tiny/cases", "tiny/other"));
  }

  private Map<String, Object> counts(Compared a, Compared b) {
    Rows counts = new RevisionJob(tables).compare(a, b, QUESTION).counts();
    List<Object> row = counts.rows().get(0);
    return Map.of(
        "known_a", counts.cell(row, "known_a"),
        "known_b", counts.cell(row, "known_b"),
        "equal", counts.cell(row, "equal"),
        "added", counts.cell(row, "added"),
        "changed", counts.cell(row, "changed"));
  }

  private static Map<String, Object> expected(
      long knownA, long knownB, long equal, long added, long changed) {
    return Map.of(
        "known_a", knownA, "known_b", knownB, "equal", equal, "added", added, "changed", changed);
  }

  @Test
  void eachSideKnowsTheRowsOfItsOwnVersion() {
    write();

    assertThat(counts(published(5, 0), published(5, 1))).isEqualTo(expected(1, 2, 1, 1, 0));
    // The second day is withdrawn: the publication of the sixth does not tell of it.
    assertThat(counts(published(5, 1), published(6, 2))).isEqualTo(expected(2, 2, 0, 0, 1));
  }

  @Test
  void aSideThatWasNotPublishedKnowsTheNewestVersionUpToItsDay() {
    write();

    assertThat(counts(published(5, 0), known(6))).isEqualTo(expected(1, 2, 0, 1, 1));
    Rows largest = new RevisionJob(tables).compare(known(5), known(6), QUESTION).largest();
    assertThat(largest.rows())
        .containsExactly(
            List.of(
                "new_cases",
                1,
                "A",
                LocalDate.of(2020, 3, 1),
                10.0,
                13.0,
                LocalDate.of(2020, 4, 5),
                LocalDate.of(2020, 4, 6)));
  }

  @Test
  void whereNothingWasReadNothingIsKnown() {
    assertThat(new RevisionJob(tables).compare(known(5), known(6), QUESTION).counts().rows())
        .isEmpty();
  }
}
