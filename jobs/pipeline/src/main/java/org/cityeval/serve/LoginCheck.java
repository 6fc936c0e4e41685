package org.cityeval.serve;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.apache.arrow.flight.CallHeaders;
import org.apache.arrow.flight.CallStatus;
import org.apache.arrow.flight.auth2.CallHeaderAuthenticator;

/**
 * Looks at the header {@code authorization} of every call. A user's name and password are answered
 * with a token, by which the driver is known from then on until the server stops.
 */
final class LoginCheck implements CallHeaderAuthenticator {
  private static final String HEADER = "authorization";
  private static final int TOKEN_BYTES = 32;

  private final Optional<Login> login;
  private final String issued;

  LoginCheck(Optional<Login> login) {
    this.login = login;
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    this.issued = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  @Override
  public AuthResult authenticate(CallHeaders headers) {
    String header = headers.get(HEADER);
    if (login.isPresent() && !isLetIn(login.get(), header == null ? "" : header)) {
      // One answer for every reason: who guesses learns nothing.
      throw CallStatus.UNAUTHENTICATED
          .withDescription("The user, the password or the token is not the endpoint's.")
          .toRuntimeException();
    }
    return new AuthResult() {
      @Override
      public String getPeerIdentity() {
        return "";
      }

      @Override
      public void appendToOutgoingHeaders(CallHeaders outgoing) {
        if (header != null && scheme(header).equals("basic")) {
          outgoing.insert(HEADER, "Bearer " + issued);
        }
      }
    };
  }

  private boolean isLetIn(Login expected, String header) {
    String given = header.substring(Math.min(header.length(), scheme(header).length() + 1)).strip();
    return switch (scheme(header)) {
      case "bearer" -> Login.same(issued, given) || expected.opensTo(given);
      case "basic" -> {
        String[] both = decoded(given).split(":", 2);
        yield both.length == 2 && expected.opensTo(both[0], both[1]);
      }
      default -> false;
    };
  }

  private static String scheme(String header) {
    int end = header.indexOf(' ');
    return end < 0 ? "" : header.substring(0, end).toLowerCase(Locale.ROOT);
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }
}
