package org.cityeval.numeric.frontier;

/** The way from a unit to the frontier. */
public enum Orientation {
  /** All inputs shrink in proportion, outputs stay. */
  INPUT,
  /** All outputs grow in proportion, inputs stay. */
  OUTPUT,
  /** Outputs grow and undesirable outputs shrink by the same share of their own, inputs stay. */
  DIRECTIONAL
}
