package org.cityeval.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.cityeval.revision.Revision.Outcome;
import org.cityeval.revision.Revision.Said;
import org.junit.jupiter.api.Test;

class MeasureCountsTest {
  private static MeasureCounts counts(double moreThan, int most) {
    MeasureCounts counts = new MeasureCounts(moreThan, most);
    SampleObservations.revisions().forEach(counts::add);
    return counts;
  }

  /** Changes of 3 and 1: the largest is 3, the median 2, and one is larger than 2. */
  @Test
  void aMeasureIsCounted() {
    assertThat(counts(2, 5).lines())
        .containsExactly(
            new MeasureCounts.Line("new_cases", "s1 s2", 5, 5, 3, 1, 2, 1, 2, 3.0, 2.0, 1, 2, 2),
            new MeasureCounts.Line("trips", "s3", 1, 1, 1, 1, 0, 0, 0, null, null, 0, 0, 0));
  }

  @Test
  void theLargestChangesComeFirstAndNoMoreThanAsked() {
    assertThat(counts(0, 5).largest())
        .containsExactly(
            change(1, "A", "2020-03-01", 5, 8, "2020-03-31"),
            change(2, "B", "2020-03-02", 1, 2, "2020-03-30"));
    assertThat(counts(0, 1).largest()).hasSize(1);
  }

  private static MeasureCounts.Change change(
      int rank, String district, String date, double a, double b, String asOf) {
    return new MeasureCounts.Change(
        "new_cases",
        rank,
        district,
        LocalDate.parse(date),
        a,
        b,
        LocalDate.parse(asOf),
        LocalDate.of(2020, 4, 20));
  }

  /** Of 1 to 1,001 the median is 501, however many there are. */
  @Test
  void manyChangesAreCounted() {
    MeasureCounts counts = new MeasureCounts(1000, 1);
    LocalDate day = LocalDate.of(2020, 3, 1);
    for (int i = 1001; i > 0; i--) {
      counts.add(
          new Revision(
              "m",
              "d" + i % 3,
              day,
              Outcome.CHANGED,
              new Said(day, "s", 0),
              new Said(day, "s", -i)));
    }

    assertThat(counts.lines())
        .containsExactly(
            new MeasureCounts.Line(
                "m", "s", 1001, 1001, 1001, 0, 1001, 0, 0, 1001.0, 501.0, 1, 1, 3));
  }
}
