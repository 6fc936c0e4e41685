package org.cityeval.numeric.network;

import java.util.Arrays;
import org.cityeval.numeric.space.Neighbours;

/** Shortest paths from one member of a network to all others; used over again for each source. */
final class ShortestPaths {
  private final Neighbours network;
  private final int[] distance;
  private final double[] paths;
  private final double[] dependency;

  /** Members by distance from the source, the source first; only those that can be reached. */
  private final int[] order;

  private int reached;

  ShortestPaths(Neighbours network) {
    this.network = network;
    this.distance = new int[network.size()];
    this.paths = new double[network.size()];
    this.dependency = new double[network.size()];
    this.order = new int[network.size()];
  }

  /** Finds the paths from a source, breadth first. */
  void from(int source) {
    Arrays.fill(distance, -1);
    Arrays.fill(paths, 0);
    distance[source] = 0;
    paths[source] = 1;
    order[0] = source;
    reached = 1;
    for (int done = 0; done < reached; done++) {
      int member = order[done];
      for (int k = 0; k < network.count(member); k++) {
        int next = network.neighbour(member, k);
        if (distance[next] < 0) {
          distance[next] = distance[member] + 1;
          order[reached++] = next;
        }
        if (distance[next] == distance[member] + 1) {
          paths[next] += paths[member];
        }
      }
    }
  }

  boolean reachAll() {
    return reached == distance.length;
  }

  /** Links to all the members, which must all be in reach. */
  double sumOfDistances() {
    return Arrays.stream(distance).asDoubleStream().sum();
  }

  /** Adds to each member the share of shortest paths from the source that pass through it. */
  void addDependencies(double[] between) {
    Arrays.fill(dependency, 0);
    for (int done = reached - 1; done > 0; done--) {
      int member = order[done];
      for (int k = 0; k < network.count(member); k++) {
        int before = network.neighbour(member, k);
        if (distance[before] == distance[member] - 1) {
          dependency[before] += paths[before] / paths[member] * (1 + dependency[member]);
        }
      }
      between[member] += dependency[member];
    }
  }
}
