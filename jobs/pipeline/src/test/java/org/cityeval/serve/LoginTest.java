package org.cityeval.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.cityeval.problem.UserProblem;
import org.junit.jupiter.api.Test;

class LoginTest {
  @Test
  void isThatOfTheEnvironment() {
    assertThat(Login.find(Map.of("PATH", "/bin"))).isEmpty();
    Login both = Login.find(Map.of(Login.USER, "ann", Login.PASSWORD, "secret")).orElseThrow();
    assertThat(both.opensTo("ann", "secret")).isTrue();
    assertThat(both.opensTo("ann", "secrets")).isFalse();
    assertThat(both.opensTo("an", "secret")).isFalse();
    assertThat(both.opensTo("")).isFalse();
    Login token = Login.find(Map.of(Login.TOKEN, "abc")).orElseThrow();
    assertThat(token.opensTo("abc")).isTrue();
    assertThat(token.opensTo("ab")).isFalse();
    assertThat(token.opensTo("", "")).isFalse();
  }

  @Test
  void isRefusedWhereHalfOfItIsLackingOrEmpty() {
    for (Map<String, String> environment :
        java.util.List.of(
            Map.of(Login.USER, "ann"),
            Map.of(Login.PASSWORD, "secret"),
            Map.of(Login.USER, "ann", Login.PASSWORD, ""),
            Map.of(Login.TOKEN, ""))) {
      assertThatExceptionOfType(UserProblem.class).isThrownBy(() -> Login.find(environment));
    }
  }

  @Test
  void showsNoSecret() {
    assertThat(Login.find(Map.of(Login.TOKEN, "abc")).orElseThrow().toString())
        .doesNotContain("abc");
  }
}
