package org.cityeval.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.Status;
import org.cityeval.numeric.composite.Aggregation;
import org.cityeval.numeric.composite.Normalisation;

/** Panels for tests: what their units are judged by, and how. */
final class Panels {
  static final double NONE = Double.NaN;

  static final List<Panel.Scored> SCORED =
      List.of(
          new Panel.Scored("E4", Dimension.EFFICIENCY, Direction.LOWER),
          new Panel.Scored("E5", Dimension.EFFICIENCY, Direction.LOWER),
          new Panel.Scored("P1", Dimension.PRECISION, Direction.HIGHER));

  static final CompositeMethod MIN_MAX =
      new CompositeMethod(
          false,
          Normalisation.Method.MIN_MAX,
          WeightMethod.GIVEN,
          Aggregation.ARITHMETIC,
          Map.of());

  static final CompositeMethod GEOMETRIC =
      new CompositeMethod(
          false, Normalisation.Method.MIN_MAX, WeightMethod.GIVEN, Aggregation.GEOMETRIC, Map.of());

  private Panels() {}

  static Judged.Value certain(double value) {
    return new Judged.Value(Status.OK, value, NONE, NONE, NONE);
  }

  static Judged.Value about(double value, double halfWidth) {
    return new Judged.Value(Status.OK, value, value - halfWidth, value + halfWidth, 0.95);
  }

  static Judged.Value beyond(double followUp) {
    return new Judged.Value(Status.CENSORED, NONE, followUp, NONE, NONE);
  }

  static Judged.Value none(Status status) {
    return new Judged.Value(status, NONE, NONE, NONE, NONE);
  }

  /** Two units at the goalposts E4 100 to 200, E5 7 to 79, P1 0 to 1, and the one asked about. */
  static Panel around(Map<String, Judged.Value> values) {
    return new Panel(
        List.of(
            new Judged("best", "x", Map.of("E4", certain(100), "E5", certain(7), "P1", certain(1))),
            new Judged("it", "x", values),
            new Judged(
                "worst", "x", Map.of("E4", certain(200), "E5", certain(79), "P1", certain(0)))),
        SCORED);
  }

  /** Some units with measured, censored and missing values. */
  static List<Judged> random(long seed, int units) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Judged> judged = new ArrayList<>();
    for (int unit = 0; unit < units; unit++) {
      Map<String, Judged.Value> values = new TreeMap<>();
      values.put("E4", about(100 + 100 * random.nextDouble(), 10 * random.nextDouble()));
      values.put(
          "E5", random.nextInt(4) == 0 ? beyond(79) : about(7 + 72 * random.nextDouble(), 5));
      values.put(
          "P1",
          random.nextInt(4) == 0
              ? none(Status.INSUFFICIENT)
              : about(random.nextDouble(), 0.2 * random.nextDouble()));
      judged.add(new Judged("unit" + (char) ('a' + unit), "x", values));
    }
    return judged;
  }
}
