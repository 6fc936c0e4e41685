package org.cityeval.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.cityeval.lake.Damage;
import org.junit.jupiter.api.Test;

class ReasonTest {
  @Test
  void aReasonIsWrittenInSmallLettersAndFoundByThem() {
    assertThat(Reason.IDENTICAL_DUPLICATE.code()).isEqualTo("identical_duplicate");
    for (Reason reason : Reason.values()) {
      assertThat(Reason.ofCode(reason.code())).isEqualTo(reason);
      assertThat(reason.code()).matches("[a-z]+(_[a-z]+)*");
    }
    assertThatIllegalArgumentException().isThrownBy(() -> Reason.ofCode("no_such_reason"));
  }

  /** What reading a file finds damaged is a reason of the same name, and no other is. */
  @Test
  void everyDamageIsAReasonForWhichNothingCouldBeRead() {
    List<String> unreadable =
        Arrays.stream(Reason.values()).filter(Reason::isUnreadable).map(Reason::code).toList();

    assertThat(unreadable)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Damage.values()).map(Damage::code).toList());
  }

  /** A record that cannot be read has no district, and one without a district has no value. */
  @Test
  void whatCouldNotBeReadIsJudgedFirstAndGoodLast() {
    List<Reason> all = List.of(Reason.values());

    assertThat(all.subList(0, Damage.values().length)).allMatch(Reason::isUnreadable);
    assertThat(all).endsWith(Reason.NONE);
    assertThat(Reason.UNKNOWN_DISTRICT).isLessThan(Reason.UNPARSABLE_DATE);
    assertThat(Reason.UNPARSABLE_DATE).isLessThan(Reason.UNPARSABLE_NUMBER);
    assertThat(Reason.UNPARSABLE_NUMBER).isLessThan(Reason.CONFLICTING_DUPLICATE);
  }

  @Test
  void onlyAGoodRecordHasNothingSaidOfIt() {
    for (Reason reason : Reason.values()) {
      assertThat(reason.sentence().isEmpty()).isEqualTo(reason.outcome() == Outcome.GOOD);
    }
    assertThat(Reason.NONE.outcome()).isEqualTo(Outcome.GOOD);
    assertThat(Reason.IMPLAUSIBLE_DATE.sentence())
        .matches("The date lies outside \\d{4} to \\d{4}");
  }
}
