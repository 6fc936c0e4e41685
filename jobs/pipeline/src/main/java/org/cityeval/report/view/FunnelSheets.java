package org.cityeval.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.comparison.GroupNames;
import org.cityeval.indicator.Requests;
import org.cityeval.indicator.Status;
import org.cityeval.numeric.statistics.Bounds;
import org.cityeval.numeric.statistics.ControlLimits;
import org.cityeval.report.data.ReportData;
import org.cityeval.series.Level;

/**
 * Funnel plots (Spiegelhalter 2005): rates beside the size of what they are of, and where chance
 * alone would leave them around the mean of the group. Cases are of residents, by Poisson; shares
 * of requests are of requests, by the binomial.
 *
 * @param funnels one for each measure, group and period
 * @param points one for each member of a funnel: its events, its exposure and the limits at that
 *     size; or the status that says why there are none
 * @param limits by size, for the lines
 */
public record FunnelSheets(Sheet funnels, Sheet points, Sheet limits) {
  /** What is counted of residents. */
  static final String CASES = "cases";

  static final double INNER = 0.95;
  static final double OUTER = 0.998;

  /** Of the normal distribution, for 95 %. */
  private static final double QUANTILE = 1.959964;

  /** Two members are always on either side of their mean. */
  private static final int FEWEST = 3;

  private static final int ON_A_LINE = 16;

  /**
   * A funnel.
   *
   * @param mean events by exposure of all members
   * @param dispersion how much more members differ than by chance, 1 is chance alone
   * @param disperse whether that is more than chance explains, two standard errors beyond 1
   */
  record Funnel(
      String measure,
      String group,
      String period,
      String kind,
      double mean,
      double dispersion,
      boolean disperse,
      int members) {}

  /**
   * A member.
   *
   * @param exposure residents times the share of days observed, or requests
   * @param wideLow the inner limits, widened by the root of the dispersion; null where chance alone
   *     explains it
   * @param status why there is no number; null where there is one
   */
  record Point(
      String measure,
      String group,
      String period,
      String unit,
      Double events,
      Double exposure,
      Double low,
      Double high,
      Double outerLow,
      Double outerHigh,
      Double wideLow,
      Double wideHigh,
      String status) {}

  /**
   * Limits of the events at a size.
   *
   * @param wideLow the inner limits, widened by the root of the dispersion; null where chance alone
   *     explains it
   */
  record Limit(
      String measure,
      String group,
      String period,
      double exposure,
      double low,
      double high,
      double outerLow,
      double outerHigh,
      Double wideLow,
      Double wideHigh) {}

  /** What a member has, before it is set beside others. */
  private record Member(String unit, Double events, Double exposure, String status) {}

  /** All that the data bear. */
  static FunnelSheets of(ReportData data, Subjects subjects) {
    Map<List<String>, List<Member>> groups = new TreeMap<>(FunnelSheets::order);
    cases(data, subjects, groups);
    shares(data, groups);
    List<Funnel> funnels = new ArrayList<>();
    List<Point> points = new ArrayList<>();
    List<Limit> limits = new ArrayList<>();
    groups.forEach((key, members) -> funnel(key, members, funnels, points, limits));
    return new FunnelSheets(
        Sheet.of(Funnel.class, funnels),
        Sheet.of(Point.class, points),
        Sheet.of(Limit.class, limits));
  }

  private static int order(List<String> a, List<String> b) {
    return String.join("\0", a).compareTo(String.join("\0", b));
  }

  private static void cases(
      ReportData data, Subjects subjects, Map<List<String>, List<Member>> groups) {
    Map<String, ReportData.Series> series = new TreeMap<>();
    data.daily().series().forEach(one -> series.put(one.unitId(), one));
    for (ReportData.City city : data.scope().cities()) {
      for (ReportData.Period period : subjects.periods(city.id())) {
        Member whole = member(city.id(), city.population(), series.get(city.id()), period);
        add(groups, List.of(CASES, Subjects.CITIES, period.id()), whole);
        for (ReportData.District district : subjects.districts(city.id())) {
          Member member =
              member(district.id(), district.population(), series.get(district.id()), period);
          add(groups, List.of(CASES, city.id(), period.id()), member);
          if (data.scope().cities().size() > 1) {
            add(groups, List.of(CASES, GroupNames.ALL, period.id()), member);
          }
        }
      }
    }
  }

  /** Of a member whose days the page has no room for, no number is known here. */
  private static Member member(
      String unit, Double residents, ReportData.Series series, ReportData.Period period) {
    if (series == null) {
      return new Member(unit, null, null, Status.MISSING_INPUT.id());
    }
    FunnelCounts counts = FunnelCounts.of(series, period.first(), period.last());
    if (counts.isWithheld()) {
      return new Member(unit, null, null, Status.SUPPRESSED.id());
    }
    return residents == null || counts.observed() == 0 || counts.events() < 0
        ? new Member(unit, null, null, Status.MISSING_INPUT.id())
        : new Member(unit, counts.events(), residents * counts.observed() / counts.days(), null);
  }

  private static void shares(ReportData data, Map<List<String>, List<Member>> groups) {
    for (ReportData.Value value : data.results().values()) {
      ReportData.Estimate estimate = value.estimate();
      Long requests = value.support().n();
      if (Requests.WILSON.equals(estimate.method())
          && estimate.isMeasured()
          && requests != null
          && requests > 0) {
        double held = (double) Math.round(estimate.value() * requests);
        Member member = new Member(value.unitId(), held, (double) requests, null);
        boolean isCity = value.level().equals(Level.CITY.id());
        String group = isCity ? Subjects.CITIES : value.cityId();
        add(groups, List.of(value.indicatorId(), group, value.periodId()), member);
      }
    }
  }

  private static void add(Map<List<String>, List<Member>> groups, List<String> key, Member member) {
    groups.computeIfAbsent(key, k -> new ArrayList<>()).add(member);
  }

  private static void funnel(
      List<String> key,
      List<Member> members,
      List<Funnel> funnels,
      List<Point> points,
      List<Limit> limits) {
    List<Member> known = members.stream().filter(member -> member.events() != null).toList();
    double exposure = known.stream().mapToDouble(Member::exposure).sum();
    double events = known.stream().mapToDouble(Member::events).sum();
    if (known.size() < FEWEST || events <= 0) {
      return;
    }
    boolean isCount = key.get(0).equals(CASES);
    double mean = events / exposure;
    double dispersion =
        ControlLimits.dispersion(
            known.stream()
                .mapToDouble(
                    member -> {
                      double expected = mean * member.exposure();
                      double variance = isCount ? expected : expected * (1 - mean);
                      return (member.events() - expected) / Math.sqrt(variance);
                    })
                .toArray());
    if (Double.isNaN(dispersion)) {
      return;
    }
    boolean isDisperse = dispersion > 1 + 2 * Math.sqrt(2.0 / known.size());
    String group = key.get(1);
    String period = key.get(2);
    funnels.add(
        new Funnel(
            key.get(0),
            group,
            period,
            isCount ? "poisson" : "binomial",
            mean,
            dispersion,
            isDisperse,
            known.size()));
    for (Member member : members) {
      Bounds inner = member.events() == null ? null : at(member.exposure(), mean, isCount, INNER);
      Bounds outer = member.events() == null ? null : at(member.exposure(), mean, isCount, OUTER);
      Bounds wide =
          (member.events() == null || !isDisperse)
              ? null
              : widened(member.exposure(), mean, isCount, dispersion);
      points.add(
          new Point(
              key.get(0),
              group,
              period,
              member.unit(),
              member.events(),
              member.exposure(),
              inner == null ? null : inner.low(),
              inner == null ? null : inner.high(),
              outer == null ? null : outer.low(),
              outer == null ? null : outer.high(),
              wide == null ? null : wide.low(),
              wide == null ? null : wide.high(),
              member.status()));
    }
    double least = known.stream().mapToDouble(Member::exposure).min().orElseThrow() / 1.3;
    double most = known.stream().mapToDouble(Member::exposure).max().orElseThrow() * 1.3;
    for (int i = 0; i < ON_A_LINE; i++) {
      double size = Math.rint(least * Math.pow(most / least, i / (ON_A_LINE - 1.0)));
      Bounds inner = at(size, mean, isCount, INNER);
      Bounds outer = at(size, mean, isCount, OUTER);
      Bounds wide = isDisperse ? widened(size, mean, isCount, dispersion) : null;
      limits.add(
          new Limit(
              key.get(0),
              group,
              period,
              size,
              inner.low(),
              inner.high(),
              outer.low(),
              outer.high(),
              wide == null ? null : wide.low(),
              wide == null ? null : wide.high()));
    }
  }

  /** The inner limits if members differ as much as they do: multiplicative, and normal. */
  static Bounds widened(double exposure, double mean, boolean isCount, double dispersion) {
    double expected = mean * exposure;
    double variance = isCount ? expected : expected * (1 - mean);
    double reach = QUANTILE * Math.sqrt(dispersion * variance);
    double most = isCount ? Double.POSITIVE_INFINITY : exposure;
    return new Bounds(Math.max(0, expected - reach), Math.min(most, expected + reach));
  }

  /** Limits of the events of a member of this size. */
  private static Bounds at(double exposure, double mean, boolean isCount, double level) {
    if (isCount) {
      return ControlLimits.poisson(mean * exposure, level);
    }
    int trials = (int) Math.max(1, Math.min(1_000_000, exposure));
    Bounds share = ControlLimits.binomial(trials, mean, level);
    return new Bounds(share.low() * exposure, share.high() * exposure);
  }
}
