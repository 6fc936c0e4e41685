package org.cityeval.disclosure;

import java.io.Serializable;

/**
 * Which counts are too small to publish: those from 1 to below the limit. Nobody is told of by a
 * nought, which is published (ONS 2024; CDC WONDER). A correction downwards counts like as many
 * cases.
 *
 * @param below the smallest count that may be published; 0 or 1 withholds nothing [persons]
 */
public record SmallCount(int below) implements Serializable {

  /** Whether anything is withheld. */
  public boolean withholds() {
    return below > 1;
  }

  /** Whether a number stands for so few that it is withheld; {@code NaN} stands for nobody. */
  public boolean is(double count) {
    return count != 0 && Math.abs(count) < below;
  }

  /**
   * Whether all small counts stay possible for a cell that lies between two bounds: none from 1 to
   * below the limit can be ruled out.
   */
  public boolean isHidden(double low, double high) {
    return low <= 1 && high >= below - 1;
  }
}
