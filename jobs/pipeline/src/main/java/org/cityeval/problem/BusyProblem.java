package org.cityeval.problem;

/** Another run holds the evaluation, or a fault that passes; try again later. */
public final class BusyProblem extends UserProblem {
  public BusyProblem(String problem, String why, String fix) {
    super(problem, why, fix);
  }

  public BusyProblem(String problem, String why, String fix, Throwable cause) {
    super(problem, why, fix, cause);
  }

  @Override
  public int exitCode() {
    return 75;
  }
}
