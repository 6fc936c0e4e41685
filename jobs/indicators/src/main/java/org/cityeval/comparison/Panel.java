package org.cityeval.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.Seed;
import org.cityeval.numeric.composite.Normalisation;
import org.cityeval.numeric.composite.OutlierTreatment;

/**
 * All districts, or all cities, of an evaluation over one period, with what is known of each value.
 * Yardsticks are fitted to all of them, whoever is compared with whom afterwards.
 */
public final class Panel {
  private final List<Judged> units;
  private final List<Scored> indicators;
  private final Evidence[][] evidence;

  /** What is scored: an indicator with a good direction of which somebody has a value. */
  public record Scored(String id, Dimension dimension, Direction better) {}

  /**
   * A panel.
   *
   * @param judged indicators with a good direction; those of which nobody has a value are left out
   *     for everyone
   */
  public Panel(List<Judged> units, List<Scored> judged) {
    this.units = units.stream().sorted(Comparator.comparing(Judged::unitId)).toList();
    this.indicators =
        judged.stream()
            .filter(indicator -> marks(indicator.id()).length > 0)
            .sorted(Comparator.comparing(Scored::id))
            .toList();
    this.evidence = new Evidence[this.units.size()][indicators.size()];
    for (int unit = 0; unit < this.units.size(); unit++) {
      for (int of = 0; of < indicators.size(); of++) {
        evidence[unit][of] =
            Evidence.of(this.units.get(unit).values().get(indicators.get(of).id()));
      }
    }
  }

  /** Sorted by id; other classes number them in this order. */
  public List<Judged> units() {
    return units;
  }

  /** Sorted by id; other classes number them in this order. */
  public List<Scored> indicators() {
    return indicators;
  }

  Evidence evidence(int unit, int indicator) {
    return evidence[unit][indicator];
  }

  /** Numbers for {@link Evidence#score}, by the unit and indicator alone. */
  double[] draws(int unit, int indicator, int count, long seed) {
    return numbers(unit, indicator, count, seed, evidence[unit][indicator]::draw);
  }

  /** As {@link #draws}, as if the scale of every error were known. */
  double[] drawsOfKnownScale(int unit, int indicator, int count, long seed) {
    return numbers(unit, indicator, count, seed, evidence[unit][indicator]::drawOfKnownScale);
  }

  private double[] numbers(
      int unit, int indicator, int count, long seed, ToDoubleFunction<SplittableRandom> next) {
    SplittableRandom random =
        new SplittableRandom(
            Seed.of(seed, units.get(unit).unitId(), indicators.get(indicator).id()));
    double[] draws = new double[count];
    for (int draw = 0; draw < count; draw++) {
      draws[draw] = next.applyAsDouble(random);
    }
    return draws;
  }

  /** The yardsticks of the indicators, in their order. */
  public List<Yardstick> yardsticks(CompositeMethod method) {
    List<Yardstick> yardsticks = new ArrayList<>();
    for (Scored indicator : indicators) {
      yardsticks.add(yardstick(method, indicator, marks(indicator.id())));
    }
    return yardsticks;
  }

  /** Without a target of its own an indicator is measured against the best of the panel. */
  private static Yardstick yardstick(CompositeMethod method, Scored indicator, double[] marks) {
    boolean higherIsBetter = indicator.better() == Direction.HIGHER;
    boolean targeted = method.normalisation() == Normalisation.Method.DISTANCE_TO_TARGET;
    Double target = targeted ? method.targets().get(indicator.id()) : null;
    OutlierTreatment treatment =
        method.treatsOutliers() ? OutlierTreatment.fit(marks) : OutlierTreatment.none();
    if (target != null) {
      treatment = treatment.towards(target, higherIsBetter, marks);
    }
    double[] treated = Arrays.stream(marks).map(treatment::apply).toArray();
    return new Yardstick(
        treatment,
        Normalisation.fit(
            targeted && target == null ? Normalisation.Method.MIN_MAX : method.normalisation(),
            treated,
            higherIsBetter,
            target == null ? Double.NaN : treatment.apply(target)),
        marks.length);
  }

  private double[] marks(String indicator) {
    return units.stream()
        .map(unit -> unit.values().get(indicator))
        .filter(Objects::nonNull)
        .mapToDouble(Judged.Value::mark)
        .filter(Double::isFinite)
        .toArray();
  }

  /** The units of each city, as numbers in order. */
  public Map<String, int[]> byCity() {
    Map<String, TreeSet<Integer>> members = new TreeMap<>();
    for (int unit = 0; unit < units.size(); unit++) {
      members.computeIfAbsent(units.get(unit).cityId(), city -> new TreeSet<>()).add(unit);
    }
    Map<String, int[]> numbers = new TreeMap<>();
    members.forEach(
        (city, of) -> numbers.put(city, of.stream().mapToInt(Integer::intValue).toArray()));
    return Collections.unmodifiableMap(numbers);
  }
}
