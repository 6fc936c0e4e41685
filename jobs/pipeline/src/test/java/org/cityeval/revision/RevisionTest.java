package org.cityeval.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.cityeval.revision.Revision.Outcome;
import org.cityeval.revision.Revision.Said;
import org.junit.jupiter.api.Test;

class RevisionTest {
  private static final LocalDate EARLIER = LocalDate.of(2020, 3, 10);
  private static final LocalDate BEFORE = EARLIER.minusDays(1);
  private static final LocalDate AFTER = EARLIER.plusDays(1);

  private static Said said(LocalDate asOf, double value) {
    return new Said(asOf, "s", value);
  }

  private static Outcome outcome(Said a, Said b, LocalDate newest) {
    return Revision.outcome(a, b, EARLIER, newest);
  }

  private static Double change(Outcome outcome, Said a, Said b) {
    return new Revision("new_cases", "d", BEFORE, outcome, a, b).change();
  }

  @Test
  void whatOnlyTheLaterDayKnowsIsAdded() {
    assertThat(outcome(null, said(AFTER, 1), AFTER)).isEqualTo(Outcome.ADDED);
    // Of a source that was read later, though it says that it was published before.
    assertThat(outcome(null, said(BEFORE, 1), BEFORE)).isEqualTo(Outcome.ADDED);
  }

  @Test
  void whatWasPublishedAnewIsEqualOrChanged() {
    assertThat(outcome(said(BEFORE, 1), said(AFTER, 1), AFTER)).isEqualTo(Outcome.EQUAL);
    assertThat(outcome(said(BEFORE, 0), said(AFTER, -0.0), AFTER)).isEqualTo(Outcome.EQUAL);
    assertThat(outcome(said(BEFORE, 1), said(AFTER, 2), AFTER)).isEqualTo(Outcome.CHANGED);
  }

  /** On the earlier day itself it was known already. */
  @Test
  void aMeasureThatWasNotPublishedSinceSaysWhatItSaid() {
    assertThat(outcome(said(BEFORE, 1), said(BEFORE, 1), BEFORE)).isEqualTo(Outcome.EQUAL);
    assertThat(outcome(said(EARLIER, 1), said(EARLIER, 1), EARLIER)).isEqualTo(Outcome.EQUAL);
    assertThat(outcome(said(BEFORE, 1), said(BEFORE, 2), EARLIER)).isEqualTo(Outcome.CHANGED);
  }

  @Test
  void whatThePublicationSinceDoesNotSayIsWithdrawn() {
    assertThat(outcome(said(BEFORE, 1), said(BEFORE, 1), AFTER)).isEqualTo(Outcome.WITHDRAWN);
    assertThat(outcome(said(EARLIER, 1), said(EARLIER, 1), AFTER)).isEqualTo(Outcome.WITHDRAWN);
    assertThat(outcome(said(BEFORE, 1), null, AFTER)).isEqualTo(Outcome.WITHDRAWN);
    assertThat(outcome(said(BEFORE, 1), null, BEFORE)).isEqualTo(Outcome.WITHDRAWN);
  }

  @Test
  void onlyAChangedValueMovedAndEitherWayIsAMove() {
    assertThat(change(Outcome.CHANGED, said(BEFORE, 5), said(AFTER, 3))).isEqualTo(2);
    assertThat(change(Outcome.CHANGED, said(BEFORE, 3), said(AFTER, 5))).isEqualTo(2);
    assertThat(change(Outcome.EQUAL, said(BEFORE, 3), said(AFTER, 3))).isNull();
    assertThat(change(Outcome.WITHDRAWN, said(BEFORE, 3), null)).isNull();
    assertThat(change(Outcome.ADDED, null, said(AFTER, 3))).isNull();
  }
}
