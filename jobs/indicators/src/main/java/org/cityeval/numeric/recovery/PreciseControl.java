package org.cityeval.numeric.recovery;

import java.io.Serializable;
import org.cityeval.numeric.statistics.BinaryScale;
import org.cityeval.numeric.statistics.Domain;

/**
 * Whether a city held the epidemic down and still let people and goods flow. It is the mean of a
 * control side and a flow side, each from 0 to 100.
 *
 * <p>Modelled on Zhejiang's precise-control index (精密智控指数), which is made of a control index and a
 * flow index. The components and weights it was published with are not public; these are ours.
 */
public final class PreciseControl {
  private static final int RISK_LEVELS = 5;

  private PreciseControl() {}

  /**
   * How much each component counts; only proportions within a side matter.
   *
   * @param risk of the risk level, on the control side
   * @param reproduction of the reproduction number, on the control side
   * @param mobility of mobility, on the flow side
   * @param enterprise of enterprise activity, on the flow side
   * @param controlShare share of the control side in the index, 0..1
   */
  public record Weights(
      double risk, double reproduction, double mobility, double enterprise, double controlShare)
      implements Serializable {
    public Weights {
      Domain.within("risk", risk, 0, Double.MAX_VALUE);
      Domain.within("reproduction", reproduction, 0, Double.MAX_VALUE);
      Domain.within("mobility", mobility, 0, Double.MAX_VALUE);
      Domain.within("enterprise", enterprise, 0, Double.MAX_VALUE);
      Domain.within("controlShare", controlShare, 0, 1);
    }
  }

  /**
   * The control side: 100 at the lowest of five risk levels and with a reproduction number of 1 or
   * less, 0 at the highest level.
   *
   * @param riskLevel 1 to 5; where {@code NaN} the side is
   * @param reproduction number of persons a case infects; left out where {@code NaN}
   * @throws IllegalArgumentException for another level, or a number that is negative or infinite
   */
  public static double control(double riskLevel, double reproduction, Weights weights) {
    if (riskLevel < 1 || riskLevel > RISK_LEVELS) {
      throw new IllegalArgumentException("A risk level is 1 to 5, not " + riskLevel);
    }
    if (reproduction < 0 || Double.isInfinite(reproduction)) {
      throw new IllegalArgumentException("No reproduction number is " + reproduction);
    }
    double safe = (RISK_LEVELS - riskLevel) / (RISK_LEVELS - 1);
    double held =
        reproduction > 1 ? 1 / reproduction : Double.isNaN(reproduction) ? reproduction : 1;
    return Double.isNaN(safe) ? safe : 100 * mean(safe, weights.risk, held, weights.reproduction);
  }

  /**
   * The flow side: 100 where mobility and enterprise activity are at or above their baselines.
   *
   * @param mobilityChange fraction of the baseline; left out where {@code NaN}
   * @param enterpriseChange fraction of the baseline; left out where {@code NaN}
   * @return {@code NaN} where neither is known
   */
  public static double flow(double mobilityChange, double enterpriseChange, Weights weights) {
    return 100
        * mean(
            share(mobilityChange), weights.mobility, share(enterpriseChange), weights.enterprise);
  }

  /** The index of two sides; {@code NaN} where either is. */
  public static double index(double control, double flow, Weights weights) {
    return weights.controlShare * control + (1 - weights.controlShare) * flow;
  }

  private static double share(double change) {
    return Double.isNaN(change) ? change : Math.max(0, Math.min(1, 1 + change));
  }

  private static double mean(double one, double weight, double other, double otherWeight) {
    BinaryScale scale = BinaryScale.of(weight, otherWeight);
    double first = Double.isNaN(one) ? 0 : scale.reduced(weight);
    double second = Double.isNaN(other) ? 0 : scale.reduced(otherWeight);
    double sum = (first > 0 ? first * one : 0) + (second > 0 ? second * other : 0);
    return sum / (first + second);
  }
}
