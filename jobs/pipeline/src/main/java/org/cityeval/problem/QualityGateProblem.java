package org.cityeval.problem;

/** The data are not good enough to publish: a gate of the evaluation stopped the run. */
public final class QualityGateProblem extends UserProblem {
  public QualityGateProblem(String problem, String why, String fix) {
    super(problem, why, fix);
  }

  public QualityGateProblem(String problem, String why, String fix, Throwable cause) {
    super(problem, why, fix, cause);
  }

  @Override
  public int exitCode() {
    return 3;
  }
}
