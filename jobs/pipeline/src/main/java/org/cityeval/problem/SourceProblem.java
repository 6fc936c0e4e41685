package org.cityeval.problem;

/** A source of the lake is absent, empty, late or breaks off; what was published stays. */
public final class SourceProblem extends UserProblem {
  public SourceProblem(String problem, String why, String fix) {
    super(problem, why, fix);
  }

  public SourceProblem(String problem, String why, String fix, Throwable cause) {
    super(problem, why, fix, cause);
  }

  @Override
  public int exitCode() {
    return 4;
  }
}
