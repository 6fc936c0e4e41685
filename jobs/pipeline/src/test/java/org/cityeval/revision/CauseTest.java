package org.cityeval.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CauseTest {
  private static final CauseRule ALL = new CauseRule(true, true, true, true);

  @Test
  void severalCausesAreToldInOneText() {
    assertThat(Cause.words(ALL.ofValue(true, true, true)))
        .isEqualTo("data + config of input + config of indicators + method");
    assertThat(Cause.words(ALL.ofRank(true, true))).isEqualTo("values + config of comparison");
    assertThat(Cause.words(ALL.ofPresence()))
        .isEqualTo("data + config of input + config of indicators");
    assertThat(Cause.words(ALL.ofRankPresence()))
        .isEqualTo("data + config of input + config of indicators + config of comparison");
    assertThat(Cause.words(ALL.ofRank(false, false))).isEqualTo("code or districts");
    assertThat(Cause.words(List.of())).isEmpty();
  }
}
