package org.cityeval.indicator.efficiency;

import static org.cityeval.series.Quantity.ENTERPRISE_BRIDGED;
import static org.cityeval.series.Quantity.ENTERPRISE_SMOOTHED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.Minimum;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Parameters.Recovery;
import org.cityeval.indicator.PooledIndicator;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.Trace;
import org.cityeval.numeric.statistics.Decimals;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Unit;

/**
 * How long enterprises took to come back. The city's figure is the Kaplan-Meier median of its
 * districts and not their mean: a mean could only be taken of the districts that came back.
 */
public final class RecoveryTime implements PooledIndicator {
  /** Share of the districts that must be observed before the city has a median. */
  private static final double DISTRICTS_OBSERVED = 0.50;

  private static final IndicatorSpec SPEC =
      IndicatorSpec.of("E5", "recovery_time")
          .title("Recovery time", "复工恢复用时")
          .plainly(
              "How many days enterprise activity took from its lowest day to recover for good.",
              "企业活动从最低点到稳定恢复用了多少天。")
          .dimension(Dimension.EFFICIENCY)
          .unit(Unit.DAYS)
          .better(Direction.LOWER)
          .levels(Level.DISTRICT, Level.CITY)
          .reads(ENTERPRISE_SMOOTHED, ENTERPRISE_BRIDGED)
          .definition(
              "Days from the lowest day of smoothed enterprise activity (the first of several) to"
                  + " recovery. Recovery is the first day that opens a sustained stretch at or"
                  + " above the evaluation's share of the baseline (default %.0f %% for %d days). 0"
                  + " where activity never fell below that share. Censored where it was not reached"
                  + " for good. The follow-up then ends with the last observed day. If the period"
                  + " cuts off an unfinished stretch above the share, it ends before that. Gaps of"
                  + " up to the evaluation's days (panel.gap_days, default %d) are bridged, longer"
                  + " ones break a stretch. Insufficient below %.0f %% of the days observed. The"
                  + " city has the median over its districts, censored ones included. It is"
                  + " insufficient where fewer than %.0f %% of the districts have a time. Its"
                  + " restricted mean runs to the longest time seen. Where the baseline is a late"
                  + " window of the emergency itself, recovery is relative to that window and says"
                  + " so. n is the days observed, for the city the districts.",
              100 * Parameters.DEFAULTS.recovery().level(),
              Parameters.DEFAULTS.recovery().sustainedDays(),
              Minimum.BRIDGED_DAYS,
              100 * Minimum.COVERAGE,
              100 * DISTRICTS_OBSERVED)
          .formula(
              "t_r − t_min; city: min{t : S(t) < 0.5}, S by Kaplan-Meier (mid-step where S = 0.5)")
          .uncertainty(
              "City: Kaplan-Meier interval of the median; an end that is not reached stays open.")
          .exact(
              "days between two dates of the activity as published, every day of it and not a"
                  + " sample.",
              Level.DISTRICT)
          .cites(
              "Bruneau et al. (2003), Earthquake Spectra 19:733",
              "Kaplan & Meier (1958), JASA 53:457")
          .methodVersion(2)
          .build();

  @Override
  public IndicatorSpec spec() {
    return SPEC;
  }

  /** Values: duration, event (1 recovered, 0 censored), lowest day (epoch), its Q in percent. */
  @Override
  public Trace observe(DistrictSeries series, Parameters parameters) {
    int observed = series.observedDays(ENTERPRISE_SMOOTHED);
    double coverage = EnterpriseActivity.coverage(series);
    if (observed == 0) {
      return new Trace(
          Status.MISSING_INPUT, "no enterprise activity observed", 0, 0, new double[0]);
    }
    if (coverage < Minimum.COVERAGE) {
      return new Trace(
          Status.INSUFFICIENT,
          "too few days of enterprise activity observed",
          observed,
          coverage,
          new double[0]);
    }
    double[] percent = EnterpriseActivity.percent(series);
    int trough = EnterpriseActivity.trough(percent);
    double[] time = time(percent, trough, parameters.recovery());
    return new Trace(
        Status.OK,
        "",
        observed,
        coverage,
        new double[] {
          time[0], time[1], series.firstDay().toEpochDay() + trough, percent[trough],
        });
  }

  /** Days from the trough, and 1 where recovery was seen, 0 where the days ended before it. */
  private static double[] time(double[] percent, int trough, Recovery recovery) {
    double threshold = 100 * recovery.level();
    if (Decimals.atLeast(percent[trough], threshold)) {
      return new double[] {0, 1};
    }
    OptionalInt recovered =
        org.cityeval.numeric.recovery.Recovery.firstSustained(
            percent, trough, threshold, recovery.sustainedDays());
    if (recovered.isPresent()) {
      return new double[] {recovered.getAsInt() - trough, 1};
    }
    int last = percent.length - 1;
    while (Double.isNaN(percent[last])) {
      last--;
    }
    // A stretch that the end cuts off may be the recovery: only the days before it are known.
    while (Decimals.atLeast(percent[last], threshold)) {
      last--;
    }
    return new double[] {last - trough, 0};
  }

  @Override
  public Pooled pool(City city, Parameters parameters, Seeds seeds) {
    Map<String, Result> districts = new LinkedHashMap<>();
    List<DistrictTimes.Time> times = new ArrayList<>();
    double covered = 0;
    for (Member member : city.members()) {
      Trace trace = member.trace();
      districts.put(member.districtId(), district(trace, parameters.recovery()));
      covered += trace.coverage();
      if (trace.status() == Status.OK) {
        times.add(new DistrictTimes.Time(trace.values()[0], trace.values()[1] == 1));
      }
    }
    Result whole = city(times, city.members(), parameters);
    return new Pooled(
        whole
            .withN(times.size())
            .withCoverage(city.members().isEmpty() ? 0 : covered / city.members().size()),
        districts);
  }

  private static Result district(Trace trace, Recovery recovery) {
    if (trace.status() != Status.OK) {
      return trace.refusal();
    }
    double[] values = trace.values();
    Result result =
        values[1] == 1
            ? Result.ok(values[0])
            : Result.censored(values[0], "activity had not recovered when the period ended");
    return EnterpriseActivity.withBaseline(result, recovery)
        .with("trough_date", LocalDate.ofEpochDay((long) values[2]).toString())
        .with("trough_percent", values[3])
        .with("recovered_at_percent", 100 * recovery.level())
        .with("sustained_days", recovery.sustainedDays())
        .withN(trace.n())
        .withCoverage(trace.coverage());
  }

  private static Result city(
      List<DistrictTimes.Time> times, List<Member> members, Parameters parameters) {
    if (times.isEmpty()
        && members.stream().allMatch(m -> m.trace().status() == Status.MISSING_INPUT)) {
      return Result.none(Status.MISSING_INPUT, "no enterprise activity observed");
    }
    if (times.isEmpty() || times.size() < DISTRICTS_OBSERVED * members.size()) {
      return Result.none(Status.INSUFFICIENT, "too few districts with a recovery time");
    }
    DistrictTimes all = new DistrictTimes(times);
    Result median =
        all.median(parameters.uncertainty().level(), "half of the districts had not recovered");
    return all.explain(EnterpriseActivity.withBaseline(median, parameters.recovery()), "recovered")
        .with("recovered_at_percent", 100 * parameters.recovery().level())
        .with("sustained_days", parameters.recovery().sustainedDays());
  }
}
