package org.cityeval.indicator.efficiency;

import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;
import static org.cityeval.series.Quantity.NEW_CASES_ADJUSTED;
import static org.cityeval.series.Quantity.NEW_CASES_SMOOTHED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.cityeval.indicator.CountUse;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.Interval;
import org.cityeval.indicator.LeadIn;
import org.cityeval.indicator.Minimum;
import org.cityeval.indicator.MobilityResponse;
import org.cityeval.indicator.MobilityResponse.Search;
import org.cityeval.indicator.Outbreak;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.PooledIndicator;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.Trace;
import org.cityeval.numeric.statistics.Decimals;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Unit;

/**
 * How long after the outbreak began people moved less. Timing seen in mobility is what the
 * literature ties to the course of an epidemic, more than the strictness of what was ordered.
 */
public final class ResponseLag implements PooledIndicator {
  private static final String METHOD = "bai";

  private static final IndicatorSpec SPEC =
      IndicatorSpec.of("E1", "response_lag")
          .title("Response lag", "响应滞后")
          .plainly(
              "How many days after the outbreak began people moved less.", "疫情开始后，过了多少天人们的出行才减少。")
          .dimension(Dimension.EFFICIENCY)
          .unit(Unit.DAYS)
          .better(Direction.LOWER)
          .levels(Level.DISTRICT, Level.CITY)
          .reads(NEW_CASES_ADJUSTED, NEW_CASES_SMOOTHED, MOBILITY_SMOOTHED)
          .tellsOfCounts(CountUse.ONSET)
          .leadIn(LeadIn.RESPONSE)
          .definition(
              "Days from the beginning of the outbreak to the answer in mobility."
                  + MobilityResponse.RULE
                  + " Censored where there is none. The follow-up then ends with the search. It"
                  + " ends earlier if mobility could no longer have been seen to hold a new level."
                  + " Not applicable where there is none because mobility was restricted (the"
                  + " evaluation's change from the baseline, default %.2f) on every observed day"
                  + " that was searched."
                  + Outbreak.RULE
                  + " Insufficient with fewer than %d cases in the period, or with mobility"
                  + " or cases observed on less than %.0f %% of the days. Insufficient too,"
                  + " restricted or not, where the only fall may be chance. The city is judged"
                  + " by its own series; the Kaplan-Meier median of its districts, without"
                  + " those whose fall may be chance, is a part. n is the days observed.",
              numbers())
          .formula(
              "τ − T0, τ the first downward change point of mobility in [T0 − s, min(t_peak, T0 +"
                  + " a)]")
          .uncertainty(
              "Interval of the date of a break in mean (Bai 1997) between the levels before"
                  + " and after it. Each side is multiplied by the days of the trailing mean, at"
                  + " least seven, for they are alike. Cut at the ends of the two levels.")
          .cites(
              "Killick, Fearnhead & Eckley (2012), JASA 107:1590",
              "Bai (1997), Rev. Econ. Stat. 79:551",
              "Loewenthal et al. (2020), EMBO Mol. Med.")
          .methodVersion(4)
          .build();

  private static Object[] numbers() {
    List<Object> numbers = new ArrayList<>(List.of(MobilityResponse.ruleNumbers()));
    numbers.add(Parameters.DEFAULTS.restriction().mobilityAtMost());
    numbers.add(Parameters.DEFAULTS.response().onsetPer10k());
    numbers.add(Parameters.DEFAULTS.cases().minimum());
    numbers.add(100 * Minimum.COVERAGE);
    return numbers.toArray();
  }

  /**
   * What a trace holds.
   *
   * @param days the lag, or the follow-up where there was no answer [d]
   * @param answered 1 where there was one, 0 where not
   * @param onset epoch day of the beginning
   * @param peak epoch day of most smoothed cases
   * @param low lower end of the lag's interval [d]
   * @param high upper end
   * @param before level of mobility before the answer
   * @param after level after it
   */
  private record Lag(
      double days,
      double answered,
      double onset,
      double peak,
      double low,
      double high,
      double before,
      double after) {
    double[] values() {
      return new double[] {days, answered, onset, peak, low, high, before, after};
    }

    static Lag answered(MobilityResponse fall, int onset, double[] dates) {
      return new Lag(
          fall.day() - onset,
          1,
          dates[0],
          dates[1],
          fall.interval().low() - onset,
          fall.interval().high() - onset,
          fall.before(),
          fall.after());
    }

    static Lag unanswered(double followUp, double[] dates) {
      double none = Double.NaN;
      return new Lag(followUp, 0, dates[0], dates[1], none, none, none, none);
    }

    static Lag of(double[] v) {
      return new Lag(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]);
    }
  }

  @Override
  public IndicatorSpec spec() {
    return SPEC;
  }

  @Override
  public boolean observesWhole() {
    return true;
  }

  @Override
  public Trace observe(DistrictSeries series, Parameters parameters) {
    int observed = both(series);
    double coverage = series.days() == 0 ? 0 : (double) observed / series.days();
    if (observed == 0 || !(series.population() > 0)) {
      return Trace.none(
          Status.MISSING_INPUT, "cases, mobility or population not observed", observed, coverage);
    }
    if (coverage < Minimum.COVERAGE) {
      return Trace.none(
          Status.INSUFFICIENT, "too few days of cases and mobility observed", observed, coverage);
    }
    if (Decimals.below(cases(series), parameters.cases().minimum())) {
      return Trace.none(
          Status.INSUFFICIENT,
          "fewer than " + parameters.cases().minimum() + " cases in the period",
          observed,
          coverage);
    }
    OptionalInt onset = Outbreak.onset(series, parameters.response());
    if (onset.isEmpty()) {
      return Trace.none(
          Status.NOT_APPLICABLE, "no outbreak began in the period", observed, coverage);
    }
    // An answer may come before the period, and the level it fell from lies before it.
    DistrictSeries all = series.withLead();
    int began = series.leadDays() + onset.getAsInt();
    int peak = peak(all, began);
    Search search = Search.around(began, peak, parameters.response());
    Optional<MobilityResponse> fall = MobilityResponse.find(all, search, parameters);
    if (fall.isPresent() && !fall.get().standsOut()) {
      return Trace.none(
          Status.INSUFFICIENT,
          "mobility fell, but not by enough to be told from its scatter",
          observed,
          coverage);
    }
    if (fall.isEmpty() && MobilityResponse.restrictedThroughout(all, search, parameters)) {
      return Trace.none(
          Status.NOT_APPLICABLE,
          "mobility was restricted before the outbreak and as long as an answer counts",
          observed,
          coverage);
    }
    double[] dates = {all.date(began).toEpochDay(), all.date(peak).toEpochDay()};
    double known = Math.min(search.last(), MobilityResponse.lastDatable(all, parameters));
    Lag lag =
        fall.map(answer -> Lag.answered(answer, began, dates))
            .orElseGet(() -> Lag.unanswered(Math.max(0, known - began), dates));
    return new Trace(Status.OK, "", observed, coverage, lag.values());
  }

  private static int both(DistrictSeries series) {
    double[] cases = series.daily(NEW_CASES_ADJUSTED);
    double[] mobility = series.daily(MOBILITY_SMOOTHED);
    int observed = 0;
    for (int day = 0; day < cases.length; day++) {
      observed += Double.isNaN(cases[day]) || Double.isNaN(mobility[day]) ? 0 : 1;
    }
    return observed;
  }

  private static double cases(DistrictSeries series) {
    double[] cases = series.daily(NEW_CASES_ADJUSTED);
    double sum = 0;
    for (int day = 0; day < cases.length; day++) {
      sum += cases[day] > 0 ? cases[day] : 0;
    }
    return sum;
  }

  private static int peak(DistrictSeries series, int from) {
    double[] smoothed = series.daily(NEW_CASES_SMOOTHED);
    int peak = from;
    for (int day = from; day < smoothed.length; day++) {
      peak = smoothed[day] > smoothed[peak] || Double.isNaN(smoothed[peak]) ? day : peak;
    }
    return peak;
  }

  @Override
  public Pooled pool(City city, Parameters parameters, Seeds seeds) {
    Map<String, Result> districts = new LinkedHashMap<>();
    List<DistrictTimes.Time> times = new ArrayList<>();
    for (Member member : city.members()) {
      Trace trace = member.trace();
      districts.put(member.districtId(), result(trace, parameters));
      if (trace.status() == Status.OK) {
        Lag lag = Lag.of(trace.values());
        times.add(new DistrictTimes.Time(lag.days(), lag.answered() == 1));
      }
    }
    Result whole = result(city.whole(), parameters);
    return new Pooled(DistrictTimes.beside(whole, times, "answered", parameters), districts);
  }

  private static Result result(Trace trace, Parameters parameters) {
    if (trace.status() != Status.OK) {
      return trace.refusal();
    }
    Lag lag = Lag.of(trace.values());
    Result result =
        lag.answered() == 1
            ? answered(lag, parameters)
            : Result.censored(lag.days(), "mobility did not fall while an answer counts");
    return trace.observed(
        result
            .with("onset_date", LocalDate.ofEpochDay((long) lag.onset()).toString())
            .with("peak_date", LocalDate.ofEpochDay((long) lag.peak()).toString()));
  }

  private static Result answered(Lag lag, Parameters parameters) {
    double level = parameters.uncertainty().level();
    return Result.ok(lag.days())
        .withInterval(new Interval(lag.low(), lag.high(), level, METHOD))
        .with("mobility_before", lag.before())
        .with("mobility_after", lag.after());
  }
}
