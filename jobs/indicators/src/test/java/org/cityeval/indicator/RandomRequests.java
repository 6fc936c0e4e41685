package org.cityeval.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cityeval.request.RequestGroup;
import org.cityeval.request.RequestTally;
import org.cityeval.request.TestRequests;

/** Requests with paths, levels and times of all kinds, some of each unknown; for laws. */
final class RandomRequests {
  private static final String[] LEVELS = {"street", "district", "city"};

  private RandomRequests() {}

  /**
   * @param groups how many, of which some may be alike
   * @param unknown share of groups of which a thing is not known
   */
  static RequestTally of(long seed, int groups, double unknown) {
    SplittableRandom random = new SplittableRandom(seed);
    int days = 1 + random.nextInt(60);
    List<RequestGroup> all = new ArrayList<>();
    for (int i = 0; i < groups; i++) {
      List<String> path = path(random, unknown);
      boolean counted = !path.isEmpty() && random.nextDouble() >= unknown;
      boolean levelKnown = random.nextDouble() >= unknown;
      boolean closed = random.nextInt(5) > 0;
      all.add(
          new RequestGroup(
              TestRequests.FIRST_DAY + random.nextInt(days),
              path,
              levelKnown ? LEVELS[random.nextInt(LEVELS.length)] : null,
              counted ? path.size() - 1 : TestRequests.NOT_COUNTED,
              closed,
              closed ? random.nextInt(20) : random.nextInt(10, 100),
              1 + random.nextInt(4)));
    }
    return new RequestTally(days, all);
  }

  private static List<String> path(SplittableRandom random, double unknown) {
    List<String> path = new ArrayList<>();
    if (random.nextDouble() >= unknown) {
      int stations = 1 + random.nextInt(4);
      for (int i = 0; i < stations; i++) {
        path.add("agency " + (char) ('a' + random.nextInt(6)));
      }
    }
    return path;
  }
}
