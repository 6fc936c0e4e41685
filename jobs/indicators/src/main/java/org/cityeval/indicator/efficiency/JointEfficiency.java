package org.cityeval.indicator.efficiency;

import static org.cityeval.series.Quantity.ENTERPRISE_SMOOTHED;
import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;
import static org.cityeval.series.Quantity.NEW_CASES_ADJUSTED;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.FrontierIndicator;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.Interval;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Parameters.Uncertainty;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.Trace;
import org.cityeval.indicator.frontier.Practice;
import org.cityeval.numeric.frontier.Activities;
import org.cityeval.numeric.frontier.BootstrapEfficiency;
import org.cityeval.numeric.frontier.Projection;
import org.cityeval.numeric.frontier.Subsampling;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Unit;

/**
 * Control and recovery judged together, without a price of one in terms of the other. It asks who
 * kept as much going with as few cases, and lost as little mobility, as the best of the evaluation.
 */
public final class JointEfficiency implements FrontierIndicator {
  private static final IndicatorSpec SPEC =
      IndicatorSpec.of("E7", "joint_efficiency")
          .title("Joint efficiency", "防控复工综合效率")
          .plainly(
              "How close a place came to the best that others reached: much activity and few cases,"
                  + " with no more restriction.",
              "在限制不增加的前提下，多保活动、少发病例，与其他地区达到的最好水平相差多少。")
          .dimension(Dimension.EFFICIENCY)
          .unit(Unit.RATIO)
          .better(Direction.HIGHER)
          .levels(Level.DISTRICT, Level.CITY)
          .reads(NEW_CASES_ADJUSTED, MOBILITY_SMOOTHED, ENTERPRISE_SMOOTHED)
          .definition(
              "One over 1 + beta: 1 on the frontier. Beta is the largest share by which enterprise"
                  + " activity could have been higher and cases lower at once, with no larger fall"
                  + " of mobility. A mixture of the evaluation's districts shows it (directional"
                  + " distance; variable returns; fewer cases only with proportionally less"
                  + " activity or by own abatement). Districts are measured against districts,"
                  + " cities against cities. How many were compared is a part. So are the peers,"
                  + " the members of that mixture, with their weights and with what abates in them."
                  + Practice.RULE,
              Practice.ruleNumbers())
          .formula("1 / (1 + β), β = max{b : (x, (1 + b)·y, (1 − b)·z) possible}")
          .uncertainty(
              String.format(Locale.ROOT, Practice.SAMPLING, Practice.samplingNumbers())
                  + " As measured, efficiency is too high.")
          .cites(
              "Chung, Färe & Grosskopf (1997), J. Environ. Manage. 51:229",
              "Kuosmanen (2005), Am. J. Agric. Econ. 87:1077",
              "Simar & Wilson (2011)",
              "Simar, Vanhems & Wilson (2012), Eur. J. Oper. Res. 220:853")
          .methodVersion(2)
          .build();

  @Override
  public IndicatorSpec spec() {
    return SPEC;
  }

  @Override
  public Trace observe(DistrictSeries series, Parameters parameters) {
    return Practice.observe(series);
  }

  /** Who is measured against whom. */
  private record Group(Level level, String periodId) implements Comparable<Group> {
    @Override
    public int compareTo(Group other) {
      int byLevel = level.compareTo(other.level);
      return byLevel != 0 ? byLevel : periodId.compareTo(other.periodId);
    }
  }

  @Override
  public Map<Subject, Result> judge(
      List<Entry> entries, Parameters parameters, ToLongFunction<Subject> seeds) {
    Map<Subject, Result> results = new TreeMap<>();
    Map<Group, List<Entry>> groups = new TreeMap<>();
    for (Entry entry : entries.stream().sorted(Entry.BY_SUBJECT).toList()) {
      if (entry.trace().status() == Status.OK) {
        Group group = new Group(entry.subject().level(), entry.subject().periodId());
        groups.computeIfAbsent(group, key -> new ArrayList<>()).add(entry);
      } else {
        results.put(entry.subject(), entry.trace().refusal());
      }
    }
    for (List<Entry> group : groups.values()) {
      judge(group, parameters.uncertainty(), seeds.applyAsLong(group.get(0).subject()))
          .forEach(results::put);
    }
    return results;
  }

  /** The draws are shared by the group, and seeded by its first subject. */
  private static Map<Subject, Result> judge(List<Entry> group, Uncertainty uncertainty, long seed) {
    Map<Subject, Result> results = new TreeMap<>();
    if (group.size() < Practice.UNITS) {
      Result few = Result.none(Status.INSUFFICIENT, "fewer than " + Practice.UNITS + " to compare");
      group.forEach(entry -> results.put(entry.subject(), entry.trace().observed(few)));
      return results;
    }
    int replicates = Practice.replicates(group.size(), uncertainty);
    Activities activities = Practice.activities(group);
    BootstrapEfficiency[] efficiencies =
        Subsampling.of(
            Practice.MEASURE,
            activities,
            Practice.subsample(group.size()),
            replicates,
            uncertainty.level(),
            seed);
    Projection[] projections = Projection.of(Practice.MEASURE, activities);
    for (int i = 0; i < efficiencies.length; i++) {
      Entry entry = group.get(i);
      Result result =
          result(efficiencies[i], uncertainty)
              .with("compared", group.size())
              .with("peers", peers(projections[i], group))
              .with("replicates", replicates)
              .with("replicates_measured", efficiencies[i].measured());
      results.put(
          entry.subject(), entry.trace().observed(Practice.of(entry.trace()).explain(result)));
    }
    return results;
  }

  /** Ids with weights, which add up to 1. */
  private static String peers(Projection projection, List<Entry> group) {
    List<String> peers = new ArrayList<>();
    for (int i = 0; i < projection.peers().length; i++) {
      String id = group.get(projection.peers()[i]).subject().districtId();
      peers.add(String.format(Locale.ROOT, "%s %.4f", id, projection.weights()[i]));
    }
    return String.join(", ", peers);
  }

  private static Result result(BootstrapEfficiency efficiency, Uncertainty uncertainty) {
    if (Double.isNaN(efficiency.efficiency())) {
      return Result.none(Status.NOT_APPLICABLE, "no solution of its program holds");
    }
    double value = Math.min(1, efficiency.efficiency());
    Result result = Result.ok(value);
    if (Double.isNaN(efficiency.corrected())) {
      return result;
    }
    return result
        .withInterval(
            new Interval(
                Math.min(efficiency.interval().low(), value),
                Math.max(efficiency.interval().high(), value),
                uncertainty.level(),
                Practice.METHOD))
        .with("bias_corrected", efficiency.corrected());
  }
}
