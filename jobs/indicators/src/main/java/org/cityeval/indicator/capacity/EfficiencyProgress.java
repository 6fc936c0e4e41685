package org.cityeval.indicator.capacity;

import static org.cityeval.series.Quantity.ENTERPRISE_SMOOTHED;
import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;
import static org.cityeval.series.Quantity.NEW_CASES_ADJUSTED;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import org.cityeval.numeric.frontier.BootstrapChange;
import org.cityeval.numeric.frontier.ChangeSubsampling;
import org.cityeval.numeric.frontier.ProductivityChange;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Period;
import org.cityeval.series.Unit;

/**
 * Whether a district did better in a later wave, seen from the best of both waves. The common
 * frontier separates a change of the virus from a change of government only as far as the virus met
 * all districts alike.
 */
public final class EfficiencyProgress implements FrontierIndicator {
  private static final IndicatorSpec SPEC =
      IndicatorSpec.of("L2", "efficiency_progress")
          .title("Efficiency progress", "效率进步")
          .plainly(
              "Whether the joint efficiency grew from wave to wave: above 1 it did.",
              "综合效率是否一波比一波提高：大于1为提高。")
          .dimension(Dimension.LONG_TERM_CAPACITY)
          .unit(Unit.FACTOR)
          .better(Direction.HIGHER)
          .levels(Level.DISTRICT, Level.CITY)
          .reads(NEW_CASES_ADJUSTED, MOBILITY_SMOOTHED, ENTERPRISE_SMOOTHED)
          .definition(
              "Factor by which the joint efficiency (E7) grew from one wave of the city to the"
                  + " next. Both are measured against the one frontier that both waves span (global"
                  + " Malmquist-Luenberger index); with more than two waves the geometric mean of"
                  + " the steps. Above 1 is progress. Each step is between the districts (or"
                  + " cities) that have both waves. Two parts are given: the catching up with the"
                  + " frontier of the wave, and the move of that frontier. Given for the whole span"
                  + " only; not applicable with fewer than two waves. The factor of each step and"
                  + " how many were compared in it are parts. n is the steps."
                  + Practice.RULE,
              Practice.ruleNumbers())
          .formula("(Π_w M_w)^(1/steps), M_w = (1 + β_G(w)) / (1 + β_G(w+1))")
          .uncertainty(
              String.format(Locale.ROOT, Practice.SAMPLING, Practice.samplingNumbers())
                  + " A district is drawn with all its waves, the same for all steps. The interval"
                  + " bounds what the frontier lacks. It does not bound what else a step might have"
                  + " been, because a step is observed once.")
          .cites(
              "Färe, Grosskopf, Norris & Zhang (1994), Am. Econ. Rev. 84:66",
              "Pastor & Lovell (2005), Econ. Lett. 88:266",
              "Oh (2010), J. Product. Anal. 34:183",
              "Simar & Wilson (1999), Eur. J. Oper. Res. 115:459",
              "Politis & Romano (1994), Ann. Stat. 22:2031")
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

  /** One district or city, whatever the period. */
  private record Who(Level level, String cityId, String districtId) implements Comparable<Who> {
    static Who of(Subject subject) {
      return new Who(subject.level(), subject.cityId(), subject.districtId());
    }

    @Override
    public int compareTo(Who other) {
      return Comparator.comparing(Who::level)
          .thenComparing(Who::cityId)
          .thenComparing(Who::districtId)
          .compare(this, other);
    }
  }

  /** Those of a level who have a wave and the next, side by side. */
  private record Step(int toWave, List<Who> both, Activities before, Activities after) {
    static Step of(int toWave, List<Who> both, Map<Who, Entry> before, Map<Who, Entry> after) {
      return new Step(
          toWave,
          both,
          Practice.activities(both.stream().map(before::get).toList()),
          Practice.activities(both.stream().map(after::get).toList()));
    }

    ChangeSubsampling.Step sampled(Map<Who, Integer> places) {
      return new ChangeSubsampling.Step(
          both.stream().mapToInt(places::get).toArray(),
          before,
          after,
          Practice.subsample(both.size()));
    }
  }

  /** The steps of one district so far, and why one is lacking. */
  private static final class Progress {
    private final Map<Integer, ProductivityChange> changes = new TreeMap<>();
    private final Map<Integer, Integer> compared = new TreeMap<>();
    private Result lacking = Result.none(Status.NOT_APPLICABLE, "fewer than two waves");
    private BootstrapChange resampled;
    private int replicates;
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
    Map<Who, Progress> progress = new TreeMap<>();
    for (Level level : Level.values()) {
      List<Step> steps = new ArrayList<>();
      for (int wave : waves.keySet()) {
        step(waves.get(wave), waves.getOrDefault(wave + 1, Map.of()), wave + 1, level, progress)
            .ifPresent(steps::add);
      }
      if (!steps.isEmpty()) {
        Subject first = waves.get(steps.get(0).toWave()).get(steps.get(0).both().get(0)).subject();
        resample(steps, parameters.uncertainty(), seeds.applyAsLong(first), progress);
      }
    }
    Map<Subject, Result> results = new TreeMap<>();
    for (Entry entry : entries) {
      results.put(
          entry.subject(),
          result(entry, progress.get(Who.of(entry.subject())), parameters.uncertainty()));
    }
    return results;
  }

  private static int number(String waveId) {
    return Integer.parseInt(waveId.substring(waveId.lastIndexOf('-') + 1));
  }

  /** Takes down the step of each; empty where too few take it. */
  private static Optional<Step> step(
      Map<Who, Entry> before,
      Map<Who, Entry> after,
      int toWave,
      Level level,
      Map<Who, Progress> progress) {
    List<Who> both = new ArrayList<>();
    for (Who who : before.keySet()) {
      if (who.level() != level || !after.containsKey(who)) {
        continue;
      }
      Progress own = progress.computeIfAbsent(who, key -> new Progress());
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
      both.forEach(who -> progress.get(who).lacking = few);
      return Optional.empty();
    }
    Step step = Step.of(toWave, both, before, after);
    ProductivityChange[] changes =
        ProductivityChange.global(Practice.MEASURE, List.of(step.before(), step.after())).get(0);
    for (int i = 0; i < changes.length; i++) {
      progress.get(both.get(i)).changes.put(toWave, changes[i]);
      progress.get(both.get(i)).compared.put(toWave, both.size());
    }
    return Optional.of(step);
  }

  /** The draws are shared by all of a level, and seeded by the first of them. */
  private static void resample(
      List<Step> steps, Uncertainty uncertainty, long seed, Map<Who, Progress> progress) {
    List<Who> all = steps.stream().flatMap(step -> step.both().stream()).distinct().toList();
    Map<Who, Integer> places = new TreeMap<>();
    all.forEach(who -> places.put(who, places.size()));
    int programs = steps.stream().mapToInt(step -> 2 * step.both().size()).sum();
    int replicates = Practice.replicates(programs, uncertainty);
    BootstrapChange[] resampled =
        ChangeSubsampling.of(
            Practice.MEASURE,
            steps.stream().map(step -> step.sampled(places)).toList(),
            all.size(),
            replicates,
            uncertainty.level(),
            seed);
    for (int i = 0; i < resampled.length; i++) {
      progress.get(all.get(i)).resampled = resampled[i];
      progress.get(all.get(i)).replicates = replicates;
    }
  }

  private static Result result(Entry entry, Progress progress, Uncertainty uncertainty) {
    if (entry.trace().status() == Status.MISSING_INPUT) {
      return entry.trace().refusal();
    }
    Result result = result(entry.kind(), progress, uncertainty);
    int n = result.status() == Status.OK ? progress.changes.size() : 0;
    return result.withN(n).withCoverage(entry.trace().coverage());
  }

  private static Result result(Period.Kind kind, Progress progress, Uncertainty uncertainty) {
    if (kind != Period.Kind.SPAN) {
      return Result.none(Status.NOT_APPLICABLE, "compares waves: see the whole span");
    }
    if (progress == null) {
      return Result.none(Status.NOT_APPLICABLE, "fewer than two waves");
    }
    if (progress.changes.isEmpty()) {
      return progress.lacking;
    }
    double index = 1;
    double catchingUp = 1;
    for (ProductivityChange change : progress.changes.values()) {
      index *= change.index();
      catchingUp *= change.efficiencyChange();
    }
    double mean = Math.pow(index, 1.0 / progress.changes.size());
    double own = Math.pow(catchingUp, 1.0 / progress.changes.size());
    if (!Double.isFinite(mean)) {
      return Result.none(Status.INSUFFICIENT, "a wave lies beyond comparison");
    }
    Result result =
        Result.ok(mean).with("efficiency_change", own).with("frontier_change", mean / own);
    for (var change : progress.changes.entrySet()) {
      int wave = change.getKey();
      result =
          result
              .with("factor_to_wave_" + wave, change.getValue().index())
              .with("compared_to_wave_" + wave, progress.compared.get(wave));
    }
    return bounded(result, progress, uncertainty);
  }

  private static Result bounded(Result result, Progress progress, Uncertainty uncertainty) {
    BootstrapChange resampled = progress.resampled;
    Result sampled =
        result
            .with("replicates", progress.replicates)
            .with("replicates_measured", resampled.measured());
    return resampled.interval().isFinite()
        ? sampled
            .with("bias_corrected", resampled.corrected())
            .withInterval(
                new Interval(
                    Math.min(resampled.interval().low(), result.value()),
                    Math.max(resampled.interval().high(), result.value()),
                    uncertainty.level(),
                    Practice.METHOD))
        : sampled;
  }
}
