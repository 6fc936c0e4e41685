package org.cityeval.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MendTest {
  /** A wide file names the heading after the line; names of files may hold blanks and colons. */
  @ParameterizedTest
  @CsvSource({
    "cases.csv, cases.csv:7 new_cases, 7, new_cases",
    "cases.csv, cases.csv:7:2020-03-01 new_cases, 7, new_cases",
    "cases.csv, cases.csv:7:1:30 new_cases, 7, new_cases",
    "a b:c/cases 1.csv, a b:c/cases 1.csv:12:Bronx riders trips, 12, trips"
  })
  void aPositionTellsTheLineAndTheMeasure(
      String file, String position, String line, String measure) {
    Mend mend = new Mend(file, position, "{}", Optional.empty());

    assertThat(mend.line()).isEqualTo(line);
    assertThat(mend.measure()).isEqualTo(measure);
  }
}
