package org.cityeval.numeric.statistics;

/** Weighted least squares line, updated point by point about the running means. */
public final class WeightedLine {
  private double weight;
  private double meanX;
  private double meanY;
  private double squares;
  private double products;

  /** Takes in a point; after one that is not finite there is no line. */
  public void add(double pointWeight, double x, double y) {
    if (pointWeight < 0) {
      throw new IllegalArgumentException("A pointWeight is not negative, unlike " + pointWeight);
    }
    weight += pointWeight;
    double fromMeanX = x - meanX;
    meanX += pointWeight / weight * fromMeanX;
    meanY += pointWeight / weight * (y - meanY);
    squares += pointWeight * fromMeanX * (x - meanX);
    products += pointWeight * fromMeanX * (y - meanY);
  }

  /** {@code NaN} without two points at different x, and where squares are too large. */
  public double slope() {
    double slope = products / squares;
    return Double.isFinite(squares) && Double.isFinite(slope) ? slope : Double.NaN;
  }

  /** Weighted sum of squares of x about its mean: the information on the slope. */
  public double squares() {
    return squares;
  }

  /** Height of the line at x. */
  public double at(double x) {
    return meanY + slope() * (x - meanX);
  }
}
