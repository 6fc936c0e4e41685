package org.cityeval.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days of March 2020, published in April. */
class SpanTest {
  private static Span span(int published, int first, int last) {
    return new Span(
        LocalDate.of(2020, 4, published),
        LocalDate.of(2020, 3, first),
        LocalDate.of(2020, 3, last));
  }

  @ParameterizedTest
  @CsvSource({
    "5, 5, true",
    "1, 4, false",
    "1, 5, true",
    "10, 12, true",
    "11, 12, false",
    "1, 30, true",
    "6, 7, true"
  })
  void spansOfOnePublicationOverlapWhereTheyShareADay(int first, int last, boolean overlap) {
    assertThat(span(10, 5, 10).overlaps(span(10, first, last))).isEqualTo(overlap);
    assertThat(span(10, first, last).overlaps(span(10, 5, 10))).isEqualTo(overlap);
    assertThat(span(10, 5, 10).overlaps(span(11, first, last))).isFalse();
  }

  @Test
  void spansThatTouchBecomeOne() {
    assertThat(
            Span.merged(
                List.of(
                    span(10, 20, 25),
                    span(10, 1, 4),
                    span(10, 5, 6),
                    span(10, 2, 3),
                    span(10, 8, 9),
                    span(11, 7, 7))))
        .containsExactly(span(10, 1, 6), span(10, 8, 9), span(10, 20, 25), span(11, 7, 7));
  }

  @Test
  void aSpanWithinAnotherDoesNotEndIt() {
    assertThat(Span.merged(List.of(span(10, 1, 20), span(10, 5, 6), span(10, 21, 22))))
        .containsExactly(span(10, 1, 22));
  }
}
