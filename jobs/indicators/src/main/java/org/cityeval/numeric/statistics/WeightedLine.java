package org.cityeval.numeric.statistics;

/** Weighted least squares line, updated point by point about the running means. */
public final class WeightedLine {
  private double weight;
  private double meanX;
  private double meanY;
  private double squares;
  private double products;

  public void add(double pointWeight, double x, double y) {
    weight += pointWeight;
    double fromMeanX = x - meanX;
    meanX += pointWeight / weight * fromMeanX;
    meanY += pointWeight / weight * (y - meanY);
    squares += pointWeight * fromMeanX * (x - meanX);
    products += pointWeight * fromMeanX * (y - meanY);
  }

  public double slope() {
    return products / squares;
  }

  /** Weighted sum of squares of x about its mean: the information on the slope. */
  public double squares() {
    return squares;
  }

  public double at(double x) {
    return meanY + slope() * (x - meanX);
  }
}
