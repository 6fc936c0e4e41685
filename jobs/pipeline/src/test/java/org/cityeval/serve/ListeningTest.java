package org.cityeval.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.Optional;
import org.cityeval.problem.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListeningTest {
  private static final Optional<Login> LOGIN = Login.find(Map.of(Login.TOKEN, "t"));

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7"})
  void otherMachinesNeedALogin(String host) {
    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> new Listening(host, 0, Optional.empty(), Optional.empty()))
        .satisfies(problem -> assertThat(problem.fix()).contains(Login.TOKEN));
    assertThat(new Listening(host, 0, Optional.empty(), LOGIN).isOverheard()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "localhost", "127.8.8.8"})
  void thisMachineNeedsNone(String host) {
    assertThat(new Listening(host, 0, Optional.empty(), Optional.empty()).isOverheard()).isFalse();
  }

  @Test
  void aHostThatIsNoneIsNamed() {
    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> new Listening("no.such.invalid", 0, Optional.empty(), LOGIN))
        .withMessageContaining("no.such.invalid");
  }
}
