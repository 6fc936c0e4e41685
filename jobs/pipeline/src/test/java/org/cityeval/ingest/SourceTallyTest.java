package org.cityeval.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceTallyTest {
  private static LocalDate march(int day) {
    return day == 0 ? null : LocalDate.of(2020, 3, day);
  }

  private static FileTally file(
      String name, int published, int first, int last, Map<Reason, Long> records) {
    return new FileTally(
        name,
        march(published),
        records,
        march(first),
        march(last),
        new ContentHash(1, BigDecimal.ONE, 1));
  }

  @Test
  void recordsAreAddedUpOverFilesByWhatBecameOfThem() {
    SourceTally tally =
        new SourceTally(
            List.of(
                file("a", 9, 1, 2, Map.of(Reason.NONE, 5L, Reason.OUT_OF_RANGE, 2L)),
                file("b", 9, 3, 4, Map.of(Reason.NONE, 1L, Reason.FILTERED, 3L))));

    assertThat(tally.records()).isEqualTo(11);
    assertThat(tally.records(Outcome.GOOD)).isEqualTo(6);
    assertThat(tally.records(Outcome.QUARANTINED)).isEqualTo(2);
    assertThat(tally.records(Outcome.OUT_OF_SCOPE)).isEqualTo(3);
    assertThat(tally.records(Outcome.MISSING)).isZero();
    assertThat(tally.findCommonestReason()).contains(Reason.FILTERED);
    assertThat(tally.findLastDay()).contains(march(4));
  }

  @Test
  void goodRecordsHaveNoReason() {
    SourceTally good = new SourceTally(List.of(file("a", 9, 1, 2, Map.of(Reason.NONE, 5L))));

    assertThat(good.findCommonestReason()).isEmpty();
  }

  @Test
  void recordsThatNameNoDayOfPublicationHaveTheNewestThatOthersName() {
    SourceTally named =
        new SourceTally(
            List.of(
                file("a", 0, 1, 20, Map.of()),
                file("b", 9, 1, 2, Map.of()),
                file("c", 11, 1, 2, Map.of()),
                // A file without a good record tells nothing.
                file("d", 30, 0, 0, Map.of())));

    assertThat(named.defaultAsOf()).isEqualTo(march(11));
    assertThat(named.dated().files()).extracting(FileTally::asOf).contains(march(11), march(9));
  }

  @Test
  void whereNoneNamesADayItIsTheLastDayThatTheSourceHolds() {
    assertThat(new SourceTally(List.of(file("a", 0, 1, 20, Map.of()))).defaultAsOf())
        .isEqualTo(march(20));
    assertThat(new SourceTally(List.of()).defaultAsOf()).isEqualTo(LocalDate.of(1, 1, 1));
  }

  /** Of file a two tallies are of the 9th: one that says so, and one that names no day. */
  @Test
  void talliesOfOneFileAndDayBecomeOne() {
    SourceTally dated =
        new SourceTally(
                List.of(
                    file("a", 9, 3, 5, Map.of(Reason.NONE, 5L)),
                    file("a", 0, 2, 4, Map.of(Reason.NONE, 1L, Reason.FILTERED, 2L)),
                    file("b", 0, 0, 0, Map.of(Reason.FILTERED, 1L))))
            .dated();

    assertThat(dated.files())
        .containsExactly(
            new FileTally(
                "a",
                march(9),
                Map.of(Reason.NONE, 6L, Reason.FILTERED, 2L),
                march(2),
                march(5),
                new ContentHash(2, new BigDecimal(2), 0)),
            file("b", 9, 0, 0, Map.of(Reason.FILTERED, 1L)));
  }

  /** A day has a version where a good record is of it; all its records are in the hash. */
  @Test
  void aVersionIsOfAllRecordsOfADayInWhateverFiles() {
    SourceTally apart =
        new SourceTally(
            List.of(
                file("a", 9, 1, 2, Map.of(Reason.NONE, 1L)),
                file("b", 9, 0, 0, Map.of(Reason.FILTERED, 1L)),
                file("c", 10, 0, 0, Map.of(Reason.FILTERED, 1L))));

    assertThat(apart.versions())
        .isEqualTo(Map.of(march(9), new ContentHash(2, new BigDecimal(2), 0).version()));
  }
}
