package org.cityeval.indicator.activity;

import static org.cityeval.series.Quantity.ENTERPRISE_SMOOTHED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cityeval.indicator.DayStatistic;
import org.cityeval.indicator.Minimum;
import org.cityeval.indicator.PooledIndicator.Member;
import org.cityeval.indicator.PooledIndicator.Pooled;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.Trace;
import org.cityeval.numeric.statistics.ErrorScale;
import org.cityeval.numeric.timeseries.LongRunError;
import org.cityeval.series.DistrictSeries;

/** Compares the mean levels of enterprise activity of the districts of a city. */
public final class LevelComparison {
  /** Who leaves what {@link #observe} gives, for all that it is the same for. */
  public static final String TRACE_ID = "S3";

  /** Fewer districts show no distribution. */
  public static final int DISTRICTS = 3;

  /** The rule the comparisons share; takes the numbers in force as arguments. */
  public static final String RULE =
      " The level of a district is the mean of smoothed enterprise activity over its"
          + " observed days, as a share of the baseline. A district is left out with fewer than %d"
          + " days or %.0f %% of the days observed. So is one with a level not above zero, or with"
          + " unknown population. The comparison is insufficient with fewer than %d districts. n"
          + " is the days observed, for the city the districts.";

  private LevelComparison() {}

  /** What is compared. */
  public interface Measure {
    /** The city's value, then one value per district, in their order. */
    double[] of(double[] level, double[] population);

    /** On which the error of the city's value is even. */
    ErrorScale cityScale();

    /** Adds to the city's result the numbers it was made from. */
    Result explain(Result city, MeanLevels levels);
  }

  /** Values: first day (epoch), then the daily level as a share of the baseline. */
  public static Trace observe(DistrictSeries series) {
    int observed = series.observedDays(ENTERPRISE_SMOOTHED);
    if (observed == 0) {
      return new Trace(
          Status.MISSING_INPUT, "no enterprise activity observed", 0, 0, new double[0]);
    }
    double coverage = (double) observed / series.days();
    double[] change = series.daily(ENTERPRISE_SMOOTHED);
    double[] trace = new double[1 + change.length];
    trace[0] = series.firstDay().toEpochDay();
    for (int day = 0; day < change.length; day++) {
      trace[1 + day] = 1 + change[day];
    }
    return new Trace(Status.OK, "", observed, coverage, trace);
  }

  public static Pooled pool(List<Member> members, double level, Measure measure) {
    Map<String, Result> districts = new LinkedHashMap<>();
    List<Member> compared = new ArrayList<>();
    for (Member member : members) {
      refusal(member)
          .ifPresentOrElse(
              refusal -> districts.put(member.districtId(), observed(refusal, member)),
              () -> compared.add(member));
    }
    Result city =
        compared.size() < DISTRICTS
            ? tooFew(members, compared, districts)
            : compare(compared, level, measure, districts);
    double covered = compared.stream().mapToDouble(member -> member.trace().coverage()).sum();
    return new Pooled(
        city.with("districts", compared.size())
            .with("districts_left_out", members.size() - compared.size())
            .withN(compared.size())
            .withCoverage(members.isEmpty() ? 0 : covered / members.size()),
        districts);
  }

  /** The members that can be compared, in their order. */
  public static List<Member> compared(List<Member> members) {
    return members.stream().filter(member -> refusal(member).isEmpty()).toList();
  }

  /** Why a city with so few comparable districts has no value. */
  public static Result tooFew(List<Member> members) {
    boolean missing =
        members.stream()
            .allMatch(
                member ->
                    refusal(member)
                        .filter(refusal -> refusal.status() == Status.MISSING_INPUT)
                        .isPresent());
    return missing
        ? Result.none(Status.MISSING_INPUT, "no district has all inputs observed")
        : Result.none(Status.INSUFFICIENT, "fewer than " + DISTRICTS + " districts to compare");
  }

  /** Why a district is left out; empty where it is not. */
  private static Optional<Result> refusal(Member member) {
    Trace trace = member.trace();
    if (trace.status() != Status.OK) {
      return Optional.of(Result.none(trace.status(), trace.reason()));
    }
    if (!(member.population() > 0)) {
      return Optional.of(Result.none(Status.MISSING_INPUT, "population unknown"));
    }
    if (trace.n() < Minimum.DAYS || trace.coverage() < Minimum.COVERAGE) {
      return Optional.of(
          Result.none(Status.INSUFFICIENT, "too few days of enterprise activity observed"));
    }
    double[] daily = Arrays.copyOfRange(trace.values(), 1, trace.values().length);
    return Arrays.stream(daily).filter(level -> !Double.isNaN(level)).sum() > 0
        ? Optional.empty()
        : Optional.of(Result.none(Status.NOT_APPLICABLE, "no enterprise activity left"));
  }

  /** Says so for each district that could have been compared, and for the city. */
  private static Result tooFew(
      List<Member> members, List<Member> compared, Map<String, Result> districts) {
    Result few = tooFew(members);
    compared.forEach(member -> districts.put(member.districtId(), observed(few, member)));
    return few;
  }

  private static Result compare(
      List<Member> compared, double level, Measure measure, Map<String, Result> districts) {
    MeanLevels levels = MeanLevels.of(compared);
    double[] means = levels.levels(LongRunError.once(levels.days()));
    double[] values = measure.of(means, levels.population());
    LongRunError[] errors =
        LongRunError.of(
            levels.days(),
            values.length,
            weights -> measure.of(levels.levels(weights), levels.population()));
    for (int i = 0; i < means.length; i++) {
      Result own = Result.ok(values[1 + i]).with("mean_level", means[i]);
      districts.put(
          compared.get(i).districtId(),
          observed(
              DayStatistic.bound(own, errors[1 + i], ErrorScale.LINEAR, levels.days(), level),
              compared.get(i)));
    }
    Result city =
        DayStatistic.bound(
                Result.ok(values[0]), errors[0], measure.cityScale(), levels.days(), level)
            .with("mean_level", mean(means, levels.population()));
    return measure.explain(city, levels);
  }

  private static Result observed(Result result, Member member) {
    return result.withN(member.trace().n()).withCoverage(member.trace().coverage());
  }

  /** Mean of the levels, weighted by population. */
  public static double mean(double[] level, double[] population) {
    double sum = 0;
    double residents = 0;
    for (int i = 0; i < level.length; i++) {
      sum += population[i] * level[i];
      residents += population[i];
    }
    return sum / residents;
  }
}
