package org.cityeval.numeric.ranking;

import java.io.Serializable;

/**
 * The ranks a unit may have; 1 is the highest estimate.
 *
 * @param best smallest of them, 1 or more
 * @param worst largest of them, included
 */
public record RankRange(int best, int worst) implements Serializable {}
