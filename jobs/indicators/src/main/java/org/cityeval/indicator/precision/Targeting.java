package org.cityeval.indicator.precision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cityeval.indicator.DayStatistic;
import org.cityeval.indicator.Minimum;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Parameters.Restriction;
import org.cityeval.indicator.PooledIndicator.Member;
import org.cityeval.indicator.PooledIndicator.Pooled;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.restriction.RestrictionDays;
import org.cityeval.indicator.restriction.Sample;
import org.cityeval.numeric.statistics.Decimals;

/**
 * Judges a targeting measure district by district. For the city it takes the district-days of all
 * districts that can be judged, so the city's counts are the sum of theirs.
 */
final class Targeting {
  /** The rule all measures of this package share; takes the default thresholds as arguments. */
  static final String RULE =
      " Restriction is observed, not decreed: smoothed mobility at or below the evaluation's"
          + " threshold (default %.2f), which mixes policy with voluntary fear. A day is at risk by"
          + " what was known when its restriction was decided. That is the risk of %d day earlier"
          + " (the default), also where that day lies before the period. So early action is not"
          + " punished for the cases it prevented. Risk is judged by the evaluation's level"
          + " (default %d of 5) and scope (default %s: own risk, or contiguous districts' if"
          + " higher). Values at the neighbouring levels and in the other scopes are parts. Days"
          + " without mobility or risk are left out; insufficient below %d days. The city pools the"
          + " district-days of the districts that can be judged. n is the district-days observed.";

  private Targeting() {}

  static Pooled pool(List<Member> members, Parameters parameters, TargetingMeasure measure) {
    Map<String, Result> districts = new LinkedHashMap<>();
    List<Member> judged = new ArrayList<>();
    for (Member member : members) {
      Optional<Result> refusal = refusal(member, measure);
      if (refusal.isEmpty()) {
        judged.add(member);
        districts.put(member.districtId(), judge(List.of(member), parameters, measure));
      } else {
        districts.put(
            member.districtId(),
            refusal.get().withN(member.trace().n()).withCoverage(member.trace().coverage()));
      }
    }
    return new Pooled(city(members, judged, parameters, measure), districts);
  }

  private static Result city(
      List<Member> members, List<Member> judged, Parameters parameters, TargetingMeasure measure) {
    double coverage = coverage(judged) * judged.size() / Math.max(1, members.size());
    if (judged.isEmpty()) {
      boolean missing =
          members.stream()
              .flatMap(member -> refusal(member, measure).stream())
              .allMatch(refusal -> refusal.status() == Status.MISSING_INPUT);
      return Result.none(
              missing ? Status.MISSING_INPUT : Status.INSUFFICIENT, "no district can be judged")
          .withCoverage(coverage);
    }
    Result result =
        Decimals.below(coverage, measure.cityCoverageAtLeast())
            ? Result.none(Status.INSUFFICIENT, "too few district-days observed")
                .withN(observedDays(judged))
            : judge(judged, parameters, measure);
    return result
        .with("districts", judged.size())
        .with("districts_left_out", members.size() - judged.size())
        .withCoverage(coverage);
  }

  /** Why a district cannot be judged; empty where it can. */
  private static Optional<Result> refusal(Member member, TargetingMeasure measure) {
    if (member.trace().status() != Status.OK) {
      return Optional.of(Result.none(member.trace().status(), member.trace().reason()));
    }
    return member.trace().n() < Minimum.DAYS
        ? Optional.of(
            Result.none(Status.INSUFFICIENT, "fewer than " + Minimum.DAYS + " days observed"))
        : measure.refusal(member);
  }

  private static Result judge(
      List<Member> members, Parameters parameters, TargetingMeasure measure) {
    Restriction restriction = parameters.restriction();
    Sample sample =
        Sample.of(
            members.stream().map(m -> RestrictionDays.fromTrace(m.trace().values())).toList(),
            members.stream().map(Member::population).toList(),
            restriction.mobilityAtMost());
    RiskRule rule = RiskRule.of(restriction);
    TargetingMeasure.Measured measured = measure.of(sample);
    DayStatistic statistic = measured.statistic(rule);
    double value = statistic.value();
    Result result =
        Double.isNaN(value)
            ? Result.none(Status.NOT_APPLICABLE, measure.notApplicable())
            : statistic.bound(Result.ok(value), parameters.uncertainty().level());
    result =
        measured
            .explain(result, rule)
            .with("mobility_at_most", restriction.mobilityAtMost())
            .with("risk_level_at_least", restriction.riskLevelAtLeast())
            .with("risk_scope", restriction.scope().id())
            .with("lag_days", restriction.lagDays());
    for (var alternative : RiskRule.alternatives(restriction).entrySet()) {
      double other = measured.statistic(alternative.getValue()).value();
      result = Double.isNaN(other) ? result : result.with(alternative.getKey(), other);
    }
    return result.withN(observedDays(members)).withCoverage(coverage(members));
  }

  private static int observedDays(List<Member> members) {
    return members.stream().mapToInt(member -> member.trace().n()).sum();
  }

  private static double coverage(List<Member> members) {
    return members.stream().mapToDouble(member -> member.trace().coverage()).average().orElse(0);
  }
}
