package org.cityeval.problem;

import java.util.Objects;

/**
 * Something the user can mend: the problem, why it is one, and the fix. Shown without a stack
 * trace; the plain kind is wrong usage or a wrong config.
 */
public class UserProblem extends RuntimeException {
  private final String problem;
  private final String why;
  private final String fix;

  public UserProblem(String problem, String why, String fix) {
    this(problem, why, fix, null);
  }

  public UserProblem(String problem, String why, String fix, Throwable cause) {
    super(problem, cause);
    this.problem = Objects.requireNonNull(problem, "problem");
    this.why = Objects.requireNonNull(why, "why");
    this.fix = Objects.requireNonNull(fix, "fix");
  }

  public final String problem() {
    return problem;
  }

  /** Why it is a problem; empty where the problem says it all. */
  public final String why() {
    return why;
  }

  /** What to do about it; empty where there is nothing to advise. */
  public final String fix() {
    return fix;
  }

  /** The status the process ends with. */
  public int exitCode() {
    return 2;
  }

  /** One to three lines for the terminal: problem, why, fix. */
  public String render() {
    return problem
        + (why.isEmpty() ? "" : "\n  why: " + why)
        + (fix.isEmpty() ? "" : "\n  fix: " + fix);
  }
}
