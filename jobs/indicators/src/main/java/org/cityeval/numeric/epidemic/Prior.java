package org.cityeval.numeric.epidemic;

import java.io.Serializable;

/** Gamma prior of a reproduction number; its mean is shape times scale. */
public record Prior(double shape, double scale) implements Serializable {
  /** Mean 5, standard deviation 5: wide, and high so that control is not concluded too early. */
  public static final Prior EPIESTIM = new Prior(1, 5);

  public Prior {
    if (!(shape > 0 && scale > 0 && Double.isFinite(shape) && Double.isFinite(scale))) {
      throw new IllegalArgumentException(
          "A gamma prior needs a positive shape and scale, not " + shape + " and " + scale);
    }
  }
}
