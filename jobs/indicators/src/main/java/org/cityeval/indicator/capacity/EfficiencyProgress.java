package org.cityeval.indicator.capacity;

import static org.cityeval.series.Quantity.ENTERPRISE_SMOOTHED;
import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;
import static org.cityeval.series.Quantity.NEW_CASES;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.FrontierIndicator;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.Trace;
import org.cityeval.indicator.frontier.Practice;
import org.cityeval.numeric.frontier.ProductivityChange;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Period;
import org.cityeval.series.Unit;

/**
 * Whether a district did better in a later wave, seen from the best of both waves: the one frontier
 * keeps a better or a worse virus from passing for a better or a worse government only as far as it
 * met all districts alike.
 */
public final class EfficiencyProgress implements FrontierIndicator {
  private static final IndicatorSpec SPEC =
      IndicatorSpec.of("L2", "efficiency_progress")
          .title("Efficiency progress", "效率进步")
          .dimension(Dimension.LONG_TERM_CAPACITY)
          .unit(Unit.FACTOR)
          .better(Direction.HIGHER)
          .levels(Level.DISTRICT, Level.CITY)
          .reads(NEW_CASES, MOBILITY_SMOOTHED, ENTERPRISE_SMOOTHED)
          .definition(
              "Factor by which the joint efficiency (E7) grew from one wave of the city to the next,"
                  + " both measured against the one frontier that both waves span (global"
                  + " Malmquist-Luenberger index); with more than two waves the geometric mean of the"
                  + " steps. Above 1 is progress. Each step is between the districts (or cities) that"
                  + " have both waves; the catching up with the frontier of the wave and the move of that"
                  + " frontier are parts. Given for the whole span only; not applicable with fewer than"
                  + " two waves. n is the steps."
                  + Practice.RULE,
              Practice.ruleNumbers())
          .formula("(Π_w M_w)^(1/steps), M_w = (1 + β_G(w)) / (1 + β_G(w+1))")
          .uncertainty("None: a step is observed once; E7 of each wave has its interval.")
          .cites(
              "Färe, Grosskopf, Norris & Zhang (1994), Am. Econ. Rev. 84:66",
              "Pastor & Lovell (2005), Econ. Lett. 88:266",
              "Oh (2010), J. Product. Anal. 34:183")
          .build();

  @Override
  public IndicatorSpec spec() {
    return SPEC;
  }

  @Override
  public Trace observe(DistrictSeries series, Parameters parameters) {
    return Practice.observe(series);
  }

  /** One district or city, whatever the period. */
  private record Who(Level level, String cityId, String districtId) implements Comparable<Who> {
    static Who of(Subject subject) {
      return new Who(subject.level(), subject.cityId(), subject.districtId());
    }

    @Override
    public int compareTo(Who other) {
      return java.util.Comparator.comparing(Who::level)
          .thenComparing(Who::cityId)
          .thenComparing(Who::districtId)
          .compare(this, other);
    }
  }

  /** The steps of one district so far, and why one is lacking. */
  private static final class Steps {
    private final List<ProductivityChange> changes = new ArrayList<>();
    private Result lacking = Result.none(Status.NOT_APPLICABLE, "fewer than two waves");
  }

  @Override
  public Map<Subject, Result> judge(
      List<Entry> entries, Parameters parameters, ToLongFunction<Subject> seeds) {
    Map<Integer, Map<Who, Entry>> waves = new TreeMap<>();
    for (Entry entry : entries.stream().sorted(Entry.BY_SUBJECT).toList()) {
      if (entry.kind() == Period.Kind.WAVE) {
        waves
            .computeIfAbsent(number(entry.subject().periodId()), wave -> new TreeMap<>())
            .put(Who.of(entry.subject()), entry);
      }
    }
    Map<Who, Steps> steps = new TreeMap<>();
    for (int wave : waves.keySet()) {
      for (Level level : Level.values()) {
        step(waves.get(wave), waves.getOrDefault(wave + 1, Map.of()), level, steps);
      }
    }
    Map<Subject, Result> results = new TreeMap<>();
    for (Entry entry : entries) {
      results.put(entry.subject(), result(entry, steps.get(Who.of(entry.subject()))));
    }
    return results;
  }

  private static int number(String waveId) {
    return Integer.parseInt(waveId.substring(waveId.lastIndexOf('-') + 1));
  }

  private static void step(
      Map<Who, Entry> before, Map<Who, Entry> after, Level level, Map<Who, Steps> steps) {
    List<Who> both = new ArrayList<>();
    for (Who who : before.keySet()) {
      if (who.level() != level || !after.containsKey(who)) {
        continue;
      }
      Steps own = steps.computeIfAbsent(who, key -> new Steps());
      Trace first = before.get(who).trace();
      Trace second = after.get(who).trace();
      if (first.status() == Status.OK && second.status() == Status.OK) {
        both.add(who);
      } else {
        Trace refused = first.status() == Status.OK ? second : first;
        own.lacking = Result.none(refused.status(), refused.reason());
      }
    }
    if (both.size() < Practice.UNITS) {
      Result few = Result.none(Status.INSUFFICIENT, "fewer than " + Practice.UNITS + " to compare");
      both.forEach(who -> steps.get(who).lacking = few);
      return;
    }
    ProductivityChange[] changes =
        ProductivityChange.global(
                Practice.MEASURE,
                List.of(
                    Practice.activities(both.stream().map(before::get).toList()),
                    Practice.activities(both.stream().map(after::get).toList())))
            .get(0);
    for (int i = 0; i < changes.length; i++) {
      steps.get(both.get(i)).changes.add(changes[i]);
    }
  }

  private static Result result(Entry entry, Steps steps) {
    if (entry.trace().status() == Status.MISSING_INPUT) {
      return entry.trace().refusal();
    }
    Result result = result(entry.kind(), steps);
    int n = result.status() == Status.OK ? steps.changes.size() : 0;
    return result.withN(n).withCoverage(entry.trace().coverage());
  }

  private static Result result(Period.Kind kind, Steps steps) {
    if (kind != Period.Kind.SPAN) {
      return Result.none(Status.NOT_APPLICABLE, "compares waves: see the whole span");
    }
    if (steps == null) {
      return Result.none(Status.NOT_APPLICABLE, "fewer than two waves");
    }
    if (steps.changes.isEmpty()) {
      return steps.lacking;
    }
    double index = 1;
    double catchingUp = 1;
    for (ProductivityChange change : steps.changes) {
      index *= change.index();
      catchingUp *= change.efficiencyChange();
    }
    double mean = Math.pow(index, 1.0 / steps.changes.size());
    double own = Math.pow(catchingUp, 1.0 / steps.changes.size());
    return Double.isFinite(mean)
        ? Result.ok(mean).with("efficiency_change", own).with("frontier_change", mean / own)
        : Result.none(Status.INSUFFICIENT, "a wave lies beyond comparison");
  }
}
