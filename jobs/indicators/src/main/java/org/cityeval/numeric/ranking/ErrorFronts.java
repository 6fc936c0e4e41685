package org.cityeval.numeric.ranking;

/**
 * Of each draw, the few units that can be farthest from another one in standard errors.
 *
 * <p>Above a unit j, (e_k - e_j) / sqrt(v_j + v_k) grows with the error e_k and falls with the
 * variance v_k. So a unit with a lower error than another's, and a higher variance, is never the
 * farthest, whatever j is. Nor is one that lies below the line between two others in the plane of
 * variance and error. It also lies below after v is replaced by sqrt(v_j + v), because that moves
 * it to the right between the two. Then one of them is seen from e_j at a steeper angle. What is
 * left is a concave chain of a handful, among thousands. The largest of it is the largest of all.
 */
final class ErrorFronts {
  private final RankErrors errors;

  /** Units whose errors are above those of all units with a lower variance. */
  private final Front upper;

  /** Units whose errors, turned about 0, are above those of all units with a lower variance. */
  private final Front lower;

  private ErrorFronts(RankErrors errors, Front upper, Front lower) {
    this.errors = errors;
    this.upper = upper;
    this.lower = lower;
  }

  /**
   * In time linear in units times draws, but for sorting the units of a draw that may be in a
   * front. Where variances differ these are few.
   */
  static ErrorFronts of(RankErrors errors) {
    int units = errors.units();
    Front upper = new Front(errors);
    Front lower = new Front(errors);
    FrontCandidates candidates = new FrontCandidates(errors);
    double[][] draws = new double[RankErrors.DRAWS_AT_ONCE][units];
    double[][] variances = new double[RankErrors.DRAWS_AT_ONCE][units];
    for (int draw = 0; draw < errors.count(); draw++) {
      int place = draw % draws.length;
      if (place == 0) {
        errors.copyDraws(draw, draws);
        errors.copyVariances(draw, variances);
      }
      double[] its = draws[place];
      for (int unit = 0; unit < units; unit++) {
        its[unit] -= errors.meanOf(unit);
      }
      for (int unit : candidates.byVariance(its, variances[place])) {
        upper.add(unit, its[unit], variances[place][unit]);
        lower.add(unit, -its[unit], variances[place][unit]);
      }
      upper.end(draw);
      lower.end(draw);
    }
    return new ErrorFronts(errors, upper, lower);
  }

  /** The farthest apart of all pairs of units. */
  FarthestPairs farthest() {
    FarthestPairs farthest = new FarthestPairs(errors);
    for (int draw = 0; draw < errors.count(); draw++) {
      for (int i = lower.start(draw); i < lower.start(draw + 1); i++) {
        double from = -lower.error(i);
        int above = upper.farthest(draw, from, lower.variance(i));
        if (above >= 0) {
          double square = upper.square(above, from, lower.variance(i));
          farthest.raise(draw, square, upper.unit(above), lower.unit(i));
        }
      }
    }
    return farthest;
  }

  /** The farthest apart of one unit and any other, either way. */
  FarthestPairs farthestFrom(int unit) {
    FarthestPairs farthest = new FarthestPairs(errors);
    double[] draws = errors.drawsOf(unit);
    double[] variances = errors.variancesOf(unit);
    double mean = errors.meanOf(unit);
    for (int draw = 0; draw < draws.length; draw++) {
      double error = draws[draw] - mean;
      double variance = variances[draw];
      int above = upper.farthest(draw, error, variance);
      if (above >= 0) {
        farthest.raise(draw, upper.square(above, error, variance), upper.unit(above), unit);
      }
      int below = lower.farthest(draw, -error, variance);
      if (below >= 0) {
        farthest.raise(draw, lower.square(below, -error, variance), unit, lower.unit(below));
      }
    }
    return farthest;
  }
}
