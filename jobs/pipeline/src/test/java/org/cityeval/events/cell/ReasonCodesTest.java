package org.cityeval.events.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.cityeval.events.collect.Mixing;
import org.cityeval.ingest.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonCodesTest {
  @ParameterizedTest
  @EnumSource(Reason.class)
  void aCodeGivesItsReasonBack(Reason reason) {
    int code = ReasonCodes.of(reason);

    assertThat(code).isBetween(0, ReasonCodes.count() - 1);
    assertThat(ReasonCodes.reason(code)).isEqualTo(reason);
  }

  /** Of a record with a quote left open nothing was read; of one with a bad date the rest was. */
  @Test
  void tellsWhereNothingOfTheRowCouldBeRead() {
    assertThat(ReasonCodes.isUnreadable(ReasonCodes.of(Reason.OPEN_QUOTE))).isTrue();
    assertThat(ReasonCodes.isUnreadable(ReasonCodes.of(Reason.MALFORMED_JSON))).isTrue();
    assertThat(ReasonCodes.isUnreadable(ReasonCodes.UNPARSABLE_DATE)).isFalse();
    assertThat(ReasonCodes.isUnreadable(ReasonCodes.NONE)).isFalse();
  }

  @Test
  void theHashOfAReasonIsThatOfItsNameAndNoTwoShareIt() {
    byte[] name = Reason.NO_VALUE.code().getBytes(StandardCharsets.UTF_8);
    long[] hashes = ReasonCodes.hashes();

    assertThat(hashes[ReasonCodes.NO_VALUE]).isEqualTo(Mixing.of(name, 0, name.length));
    assertThat(Arrays.stream(hashes).distinct().count()).isEqualTo(Reason.values().length);
  }
}
