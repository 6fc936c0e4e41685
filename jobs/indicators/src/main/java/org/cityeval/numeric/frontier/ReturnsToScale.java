package org.cityeval.numeric.frontier;

/** To what size a unit that was seen may be scaled and still be thought possible. */
public enum ReturnsToScale {
  /** To any (Charnes, Cooper and Rhodes 1978). */
  CONSTANT,
  /** To its own only; mixtures are possible (Banker, Charnes and Cooper 1984). */
  VARIABLE,
  /** To its own and smaller. */
  DECREASING,
  /** To its own and larger. */
  INCREASING
}
