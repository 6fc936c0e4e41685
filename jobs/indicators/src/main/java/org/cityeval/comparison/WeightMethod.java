package org.cityeval.comparison;

import java.util.Locale;

/** Where the weights of indicators come from (OECD/JRC 2008, step 6). */
public enum WeightMethod {
  /** As the weighting declares them. */
  GIVEN,
  /** Each dimension keeps the weight it was given; its indicators share it equally. */
  EQUAL,
  /** Each dimension keeps its weight; its indicators share it by their principal components. */
  PRINCIPAL_COMPONENTS,
  /**
   * Each member by the weights that flatter it most; no indicator's share may be less than half, or
   * more than twice, of what was given. The best member has 100.
   */
  BENEFIT_OF_THE_DOUBT;

  /** How the method is written in configs and tables. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
