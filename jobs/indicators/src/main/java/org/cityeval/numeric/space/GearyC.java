package org.cityeval.numeric.space;

/**
 * Whether neighbours are alike, by the squares of their differences, so that a single odd pair
 * counts for more than in {@link MoranI}.
 *
 * <p>Source: Geary (1954); Cliff and Ord (1981), with row-standardised weights.
 */
public final class GearyC {
  private GearyC() {}

  /**
   * Geary's C, not negative: 1 without association, below 1 where neighbours are alike. {@code NaN}
   * where all values are equal, one is infinite, or no district has a neighbour.
   *
   * @param values one per district; {@code NaN} leaves the district and its links out
   */
  public static double of(double[] values, Neighbours neighbours) {
    Deviations deviations = Deviations.of(values, neighbours);
    Neighbours links = deviations.links();
    double[] z = deviations.z();
    double differences = 0;
    for (int i = 0; i < z.length; i++) {
      for (int k = 0; k < links.count(i); k++) {
        double difference = z[i] - z[links.neighbour(i, k)];
        differences += links.weight(i) * difference * difference;
      }
    }
    double weights = deviations.linkedDistricts();
    return (z.length - 1) * differences / (2 * weights * deviations.squares());
  }
}
