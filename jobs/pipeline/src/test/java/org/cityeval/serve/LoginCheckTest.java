package org.cityeval.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.flight.CallHeaders;
import org.apache.arrow.flight.FlightCallHeaders;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.FlightStatusCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginCheckTest {
  private static final LoginCheck BOTH =
      new LoginCheck(
          Login.find(Map.of(Login.USER, "ann", Login.PASSWORD, "p: ä", Login.TOKEN, "t-1")));
  private static final LoginCheck ANYONE = new LoginCheck(Optional.empty());

  private static String basic(String userAndPassword) {
    return "Basic "
        + Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
  }

  /** The header that the client is sent back; null for none. */
  private static String answer(LoginCheck check, String authorization) {
    FlightCallHeaders headers = new FlightCallHeaders();
    if (authorization != null) {
      headers.insert("authorization", authorization);
    }
    CallHeaders outgoing = new FlightCallHeaders();
    check.authenticate(headers).appendToOutgoingHeaders(outgoing);
    return outgoing.get("authorization");
  }

  private static void assertRefused(LoginCheck check, String authorization) {
    assertThatExceptionOfType(FlightRuntimeException.class)
        .isThrownBy(() -> answer(check, authorization))
        .satisfies(
            told -> {
              assertThat(told.status().code()).isEqualTo(FlightStatusCode.UNAUTHENTICATED);
              assertThat(told.status().description())
                  .isEqualTo("The user, the password or the token is not the endpoint's.");
            });
  }

  /** A password may hold a colon; a name may not (RFC 7617). */
  @Test
  void theUserIsAnsweredWithATokenThatOpensFromThenOn() {
    String issued = answer(BOTH, basic("ann:p: ä"));

    assertThat(issued).matches("Bearer [A-Za-z0-9_-]{43}");
    assertThat(answer(BOTH, issued)).isNull();
    assertThat(answer(BOTH, basic("ann:p: ä"))).isEqualTo(issued);
  }

  @Test
  void anotherServerIssuesAnotherToken() {
    LoginCheck other =
        new LoginCheck(Login.find(Map.of(Login.USER, "ann", Login.PASSWORD, "p: ä")));

    assertRefused(other, answer(BOTH, basic("ann:p: ä")));
    assertThat(answer(other, basic("ann:p: ä"))).isNotNull();
  }

  /** Schemes are written in any case (RFC 9110). */
  @ParameterizedTest
  @ValueSource(strings = {"Bearer t-1", "bearer t-1", "BEARER   t-1 "})
  void theTokenOpensAndIsNotAnswered(String header) {
    assertThat(answer(BOTH, header)).isNull();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "t-1",
        "Bearer",
        "Bearer ",
        "Bearer t-2",
        "Bearer t-11",
        "Digest t-1",
        "Basic",
        "Basic ",
        "Basic t-1",
        "Basic %%%",
        // ann
        "Basic YW5u",
        // ann:p
        "Basic YW5uOnA=",
        // :
        "Basic Og=="
      })
  void anythingElseIsRefused(String header) {
    assertRefused(BOTH, header);
  }

  @Test
  void anotherUserOrPasswordIsRefused() {
    assertRefused(BOTH, basic("bob:p: ä"));
    assertRefused(BOTH, basic("ann:p: a"));
    assertRefused(BOTH, basic("ann:"));
    assertRefused(BOTH, basic("ANN:p: ä"));
  }

  @Test
  void whatIsNotSetOpensNothing() {
    LoginCheck token = new LoginCheck(Login.find(Map.of(Login.TOKEN, "t-1")));
    LoginCheck user = new LoginCheck(Login.find(Map.of(Login.USER, "ann", Login.PASSWORD, "p")));

    assertRefused(token, basic(":"));
    assertRefused(user, "Bearer ");
    assertThat(answer(token, "Bearer t-1")).isNull();
    assertThat(answer(user, basic("ann:p"))).startsWith("Bearer ");
  }

  /** The driver sends a name where one is typed in, and waits for a token then. */
  @Test
  void withoutALoginEveryoneIsLetInAndAUserGetsAToken() {
    assertThat(answer(ANYONE, null)).isNull();
    assertThat(answer(ANYONE, "nonsense")).isNull();
    assertThat(answer(ANYONE, "Bearer x")).isNull();
    assertThat(answer(ANYONE, basic("any:thing"))).startsWith("Bearer ");
  }
}
