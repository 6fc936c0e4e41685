package org.cityeval.serve;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import org.cityeval.problem.UserProblem;

/**
 * Who may ask: whoever knows a user's name and password, or a token. Comparing takes the same time
 * wherever two differ.
 *
 * @param password of the user; empty where only the token opens
 * @param token empty where only the password opens
 */
public record Login(Optional<String> user, Optional<String> password, Optional<String> token) {
  public static final String USER = "CITYEVAL_SERVE_USER";
  public static final String PASSWORD = "CITYEVAL_SERVE_PASSWORD";
  public static final String TOKEN = "CITYEVAL_SERVE_TOKEN";

  /**
   * What the environment says; empty where it says nothing, and anyone may ask.
   *
   * @throws UserProblem where a user has no password, or a password no user, or one is empty
   */
  public static Optional<Login> find(Map<String, String> environment) {
    Login login =
        new Login(
            value(environment, USER), value(environment, PASSWORD), value(environment, TOKEN));
    if (login.user.isPresent() != login.password.isPresent()) {
      throw new UserProblem(
          "A user and a password belong together.",
          "Only " + (login.user.isPresent() ? USER : PASSWORD) + " is set.",
          "Set " + USER + " and " + PASSWORD + ", or neither.");
    }
    return login.user.isEmpty() && login.token.isEmpty() ? Optional.empty() : Optional.of(login);
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value != null && value.isEmpty()) {
      throw new UserProblem(
          name + " is empty.",
          "Whoever sends nothing would be let in.",
          "Give it a value, or unset it.");
    }
    return Optional.ofNullable(value);
  }

  /** Whether these are the user's name and password. */
  boolean opensTo(String givenUser, String givenPassword) {
    // Both are compared, whatever the first says.
    boolean sameUser = same(user.orElse(""), givenUser);
    boolean samePassword = same(password.orElse(""), givenPassword);
    return user.isPresent() && sameUser && samePassword;
  }

  /** Whether this is the token. */
  boolean opensTo(String givenToken) {
    return token.isPresent() && same(token.orElse(""), givenToken);
  }

  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /** Shows no secret. */
  @Override
  public String toString() {
    return "Login[user " + user.isPresent() + ", token " + token.isPresent() + "]";
  }
}
