package org.cityeval.numeric.frontier;

import java.util.Arrays;

/**
 * How efficiency is read from the distance to the frontier: always 1 on the frontier, less below
 * it, more beyond it.
 *
 * <p>Radial measures (Charnes, Cooper and Rhodes 1978; Banker, Charnes and Cooper 1984) know no
 * undesirable outputs. With orientation {@code INPUT} the efficiency is the share of its inputs
 * that would do. With {@code OUTPUT} it is the share of the possible outputs that is reached (one
 * over the factor by which they could grow). The directional measure (Chung, Färe and Grosskopf
 * 1997) finds the largest beta by which outputs can grow while undesirable outputs shrink, each by
 * that share of its own. The efficiency is 1 / (1 + beta).
 *
 * <p>Weak disposability holds undesirable outputs by equality; under variable returns each unit may
 * abate by a factor of its own (Kuosmanen 2005).
 */
public record EfficiencyMeasure(
    Orientation orientation, ReturnsToScale returns, Disposability disposability) {
  /** A share of a unit's outputs this small is none, up to the rounding of the solver. */
  private static final double NOTHING = 1e-9;

  public EfficiencyMeasure {
    boolean scalesOneWay =
        returns == ReturnsToScale.DECREASING || returns == ReturnsToScale.INCREASING;
    if (disposability == Disposability.WEAK && scalesOneWay) {
      throw new IllegalArgumentException(
          "Weak disposability goes with constant or variable returns, not " + returns);
    }
  }

  /** A radial measure, of inputs or of outputs. */
  public static EfficiencyMeasure radial(Orientation orientation, ReturnsToScale returns) {
    if (orientation == Orientation.DIRECTIONAL) {
      throw new IllegalArgumentException("The orientation of a radial measure is INPUT or OUTPUT");
    }
    return new EfficiencyMeasure(orientation, returns, Disposability.STRONG);
  }

  /** The directional measure with undesirable outputs. */
  public static EfficiencyMeasure directional(ReturnsToScale returns, Disposability disposability) {
    return new EfficiencyMeasure(Orientation.DIRECTIONAL, returns, disposability);
  }

  /**
   * Efficiency at a distance, the share beta of its own by which a unit can move. Beta is below 0
   * where the unit lies beyond the frontier, and minus infinity where the frontier is not met that
   * way. Efficiency is plus infinity there, and where outputs would have to shrink to nothing.
   */
  double efficiency(double distance) {
    if (orientation == Orientation.INPUT) {
      return 1 - distance;
    }
    return 1 + distance < NOTHING ? Double.POSITIVE_INFINITY : 1 / (1 + distance);
  }

  /** One over the efficiency at a distance; {@code NaN} where the frontier is not met. */
  double inverse(double distance) {
    if (Double.isInfinite(distance)) {
      return Double.NaN;
    }
    return orientation == Orientation.INPUT ? 1 / (1 - distance) : 1 + distance;
  }

  /**
   * Whether a unit can be measured, and measured against. What moves has to be positive somewhere
   * and nowhere negative. So has the rest, unless returns are variable: then its zero is arbitrary,
   * and any finite number will do.
   */
  boolean covers(Activities activities, int unit) {
    double[] inputs = activities.inputs()[unit];
    double[] outputs = activities.outputs()[unit];
    double[] undesirable = activities.undesirable()[unit];
    boolean variable = returns == ReturnsToScale.VARIABLE;
    return switch (orientation) {
      case INPUT ->
          isSemipositive(inputs) && (variable ? isFinite(outputs) : isSemipositive(outputs));
      case OUTPUT ->
          isSemipositive(outputs) && (variable ? isFinite(inputs) : isSemipositive(inputs));
      case DIRECTIONAL ->
          isNonNegative(outputs)
              && isNonNegative(undesirable)
              && (isSemipositive(outputs) || isSemipositive(undesirable))
              && (variable ? isFinite(inputs) : isSemipositive(inputs));
    };
  }

  private static boolean isFinite(double[] values) {
    return Arrays.stream(values).allMatch(Double::isFinite);
  }

  private static boolean isNonNegative(double[] values) {
    return isFinite(values) && Arrays.stream(values).allMatch(value -> value >= 0);
  }

  private static boolean isSemipositive(double[] values) {
    return isNonNegative(values) && Arrays.stream(values).anyMatch(value -> value > 0);
  }
}
