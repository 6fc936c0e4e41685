package org.cityeval.numeric.frontier;

/** How an undesirable output can be disposed of. */
public enum Disposability {
  /** Like an input: with more of it all stays possible, and less of it has to have been seen. */
  STRONG,
  /** As a by-product: it can be cut only along with the outputs, in proportion. */
  WEAK
}
