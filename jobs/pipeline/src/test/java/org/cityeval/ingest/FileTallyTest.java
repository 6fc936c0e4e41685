package org.cityeval.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FileTallyTest {
  private static final LocalDate PUBLISHED = LocalDate.of(2020, 4, 10);

  private static LocalDate march(int day) {
    return LocalDate.of(2020, 3, day);
  }

  private static FileTally tally(LocalDate first, LocalDate last, Map<Reason, Long> records) {
    return new FileTally("a.csv", PUBLISHED, records, first, last, ContentHash.NONE);
  }

  @Test
  void duplicatesAreTakenFromTheGoodRecords() {
    FileTally judged =
        tally(march(1), march(2), Map.of(Reason.NONE, 10L, Reason.FILTERED, 1L))
            .judged(Map.of(Reason.IDENTICAL_DUPLICATE, 2L, Reason.CONFLICTING_DUPLICATE, 3L));

    assertThat(judged.records()).isEqualTo(11);
    assertThat(judged.records(Outcome.GOOD)).isEqualTo(5);
    assertThat(judged.records(Outcome.DEDUPLICATED)).isEqualTo(2);
    assertThat(judged.records(Outcome.QUARANTINED)).isEqualTo(3);
  }

  @Test
  void twoPartsHaveTheDaysOfBoth() {
    FileTally none = tally(null, null, Map.of(Reason.FILTERED, 1L));
    FileTally early = tally(march(1), march(5), Map.of(Reason.NONE, 1L));
    FileTally late = tally(march(4), march(9), Map.of(Reason.NONE, 2L));

    assertThat(early.plus(late).span()).contains(new Span(PUBLISHED, march(1), march(9)));
    assertThat(late.plus(early)).isEqualTo(early.plus(late));
    assertThat(none.plus(early).span()).isEqualTo(early.span());
    assertThat(early.plus(none).span()).isEqualTo(early.span());
    assertThat(none.span()).isEmpty();
    assertThat(early.plus(late).records(Outcome.GOOD)).isEqualTo(3);
  }
}
