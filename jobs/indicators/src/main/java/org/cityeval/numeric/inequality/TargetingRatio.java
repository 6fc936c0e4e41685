package org.cityeval.numeric.inequality;

import java.util.Arrays;
import org.cityeval.numeric.statistics.Domain;

/**
 * Whether the burden of restriction was laid where the risk was.
 *
 * <p>Source: Coady, Grosh and Hoddinott (2004), who ask for the share of benefits that reaches the
 * poorest; here the riskiest bear a share of the burden.
 */
public final class TargetingRatio {
  /** The part of the residents that Coady, Grosh and Hoddinott look at first. */
  public static final double RISKIEST_SHARE = 0.4;

  private TargetingRatio() {}

  /**
   * Share of the burden that the riskiest residents bear, over their share of the residents. It is
   * 1 where risk made no difference, above 1 where they bear more, from 0 to 1 / share. A district
   * that only partly belongs to the riskiest counts by that part; districts of equal risk share it.
   *
   * @param burden per resident, not negative, one per district
   * @param risk of each district; the highest is the riskiest
   * @param residents a district with a {@code NaN} or no residents is left out
   * @param share of the residents who are called the riskiest, above 0 and at most 1
   * @return {@code NaN} where no one bears a burden, a burden is negative, or something is infinite
   */
  public static double of(double[] burden, double[] risk, double[] residents, double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("The riskiest are a share of the residents, not " + share);
    }
    Domain.sameLength("burden", burden.length, "risk", risk.length);
    Domain.sameLength("burden", burden.length, "residents", residents.length);
    double[] safety = Arrays.stream(risk).map(r -> -r).toArray();
    return Concentration.curve(burden, safety, residents, share) / share;
  }
}
