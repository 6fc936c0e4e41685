package org.cityeval.numeric.network;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cityeval.numeric.space.Neighbours;

/**
 * How far a network hangs on its most central member: 1 for a star, 0 where all members are alike.
 * The differences to the most central member, summed, over the largest such sum a network of that
 * size can have.
 *
 * <p>Source: Freeman (1979), for links without direction or weight; links that do not hold both
 * ways are refused. {@code NaN} for fewer than three members.
 */
public final class Centralisation {
  private Centralisation() {}

  /** By the number of links of each member. */
  public static double degree(Neighbours network) {
    requireBothWays(network);
    double n = network.size();
    double[] links = IntStream.range(0, network.size()).mapToDouble(network::count).toArray();
    return centralisation(links, (n - 1) * (n - 2));
  }

  /**
   * By how many shortest paths between others each member lies on. Time is members times links
   * (Brandes 2001).
   */
  public static double betweenness(Neighbours network) {
    requireBothWays(network);
    double[] between = new double[network.size()];
    ShortestPaths paths = new ShortestPaths(network);
    for (int source = 0; source < between.length; source++) {
      paths.from(source);
      paths.addDependencies(between);
    }
    double n = network.size();
    // Each path was met from both its ends; a star's centre lies on (n - 1)(n - 2) of them so.
    return centralisation(between, (n - 1) * (n - 1) * (n - 2));
  }

  /**
   * By the inverse of the mean distance to all others; {@code NaN} where not all are linked, since
   * distances are then infinite. Time is members times links.
   */
  public static double closeness(Neighbours network) {
    requireBothWays(network);
    double n = network.size();
    double[] close = new double[network.size()];
    ShortestPaths paths = new ShortestPaths(network);
    for (int source = 0; source < close.length; source++) {
      paths.from(source);
      if (!paths.reachAll()) {
        return Double.NaN;
      }
      close[source] = (n - 1) / paths.sumOfDistances();
    }
    return centralisation(close, (n - 1) * (n - 2) / (2 * n - 3));
  }

  /** Share of the possible links that exist, 0..1; {@code NaN} for fewer than two members. */
  public static double density(Neighbours network) {
    requireBothWays(network);
    double n = network.size();
    double links = IntStream.range(0, network.size()).mapToDouble(network::count).sum();
    return n < 2 ? Double.NaN : links / (n * (n - 1));
  }

  private static double centralisation(double[] centrality, double largest) {
    double most = Arrays.stream(centrality).max().orElse(Double.NaN);
    double differences = Arrays.stream(centrality).map(one -> most - one).sum();
    return centrality.length < 3 ? Double.NaN : differences / largest;
  }

  private static void requireBothWays(Neighbours network) {
    if (!network.isSymmetric()) {
      throw new IllegalArgumentException("A link of the network holds one way only");
    }
  }
}
