package org.cityeval.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cityeval.revision.Revisions.Observations;
import org.cityeval.warehouse.StoredRow;
import org.junit.jupiter.api.Test;

class RevisionsTest {
  private static String told(Revision one) {
    return String.join(
        ",",
        one.measure(),
        one.districtId(),
        "" + one.date().getDayOfMonth(),
        one.outcome().name(),
        "" + one.change());
  }

  /**
   * Of 3 March the publication of 20 April says nothing any more; trips were not published anew.
   */
  @Test
  void whatBecameOfEachValueIsTold() {
    assertThat(SampleObservations.revisions())
        .extracting(RevisionsTest::told)
        .containsExactlyInAnyOrder(
            "new_cases,A,1,CHANGED,3.0",
            "new_cases,A,2,EQUAL,null",
            "new_cases,A,3,WITHDRAWN,null",
            "new_cases,A,4,ADDED,null",
            "new_cases,B,1,WITHDRAWN,null",
            "new_cases,B,2,CHANGED,1.0",
            "trips,A,1,EQUAL,null");
  }

  /** Of one day of publication the source that comes last in the alphabet, as in the panel. */
  @Test
  void knownIsWhatWasPublishedLast() {
    List<StoredRow> rows =
        List.of(
            SampleObservations.row("m", "A", "2020-03-01", "2020-03-30", "s9", 1),
            SampleObservations.row("m", "A", "2020-03-01", "2020-03-31", "s2", 2),
            SampleObservations.row("m", "A", "2020-03-01", "2020-03-31", "s1", 3));
    List<Revision> found =
        SampleObservations.revisions(
            List.of(new Observations(rows::forEach, row -> true, row -> true)));

    assertThat(found)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.a().value()).isEqualTo(2);
              assertThat(one.b()).isEqualTo(one.a());
            });
  }
}
