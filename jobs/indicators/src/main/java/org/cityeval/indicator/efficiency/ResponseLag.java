package org.cityeval.indicator.efficiency;

import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;
import static org.cityeval.series.Quantity.NEW_CASES;
import static org.cityeval.series.Quantity.NEW_CASES_SMOOTHED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.Interval;
import org.cityeval.indicator.Minimum;
import org.cityeval.indicator.MobilityResponse;
import org.cityeval.indicator.Outbreak;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.PooledIndicator;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.Trace;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Unit;

/**
 * How long after the outbreak began people moved less. Timing seen in mobility is what the
 * literature ties to the course of an epidemic, more than the strictness of what was ordered.
 */
public final class ResponseLag implements PooledIndicator {
  private static final String METHOD = "bai";

  /** Days before the period that show the level from which mobility fell. */
  private static final int LEAD_DAYS = 28;

  private static final IndicatorSpec SPEC =
      IndicatorSpec.of("E1", "response_lag")
          .title("Response lag", "响应滞后")
          .dimension(Dimension.EFFICIENCY)
          .unit(Unit.DAYS)
          .better(Direction.LOWER)
          .levels(Level.DISTRICT, Level.CITY)
          .reads(NEW_CASES, NEW_CASES_SMOOTHED, MOBILITY_SMOOTHED)
          .leadDays(LEAD_DAYS)
          .definition(
              "Days from the beginning of the outbreak to the answer in mobility."
                  + MobilityResponse.RULE
                  + Outbreak.RULE
                  + " Insufficient with fewer than %d cases in the period, or with mobility or cases"
                  + " observed on less than %.0f %% of the days. The city is judged by its own series;"
                  + " the Kaplan-Meier median of its districts is a part. n is the days observed.",
              numbers())
          .formula("τ − T0, τ the first downward change point of mobility in [T0 − s, t_peak]")
          .uncertainty(
              "Interval of the date of a break in mean (Bai 1997) between the change points before and"
                  + " after it, each side lengthened by the days of the trailing mean, which makes"
                  + " neighbouring days alike.")
          .cites(
              "Killick, Fearnhead & Eckley (2012), JASA 107:1590",
              "Bai (1997), Rev. Econ. Stat. 79:551",
              "Loewenthal et al. (2020), EMBO Mol. Med.")
          .build();

  private static Object[] numbers() {
    List<Object> numbers = new ArrayList<>(List.of(MobilityResponse.ruleNumbers()));
    numbers.add(Parameters.DEFAULTS.response().onsetPer10k());
    numbers.add(Parameters.DEFAULTS.cases().minimum());
    numbers.add(100 * Minimum.COVERAGE);
    return numbers.toArray();
  }

  /** Where each number lies in the trace. */
  private enum At {
    LAG,
    ANSWERED,
    ONSET,
    PEAK,
    LOW,
    HIGH,
    BEFORE,
    AFTER
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
    int first = series.leadDays();
    int days = series.days() - first;
    int observed = both(series, first);
    double coverage = days == 0 ? 0 : (double) observed / days;
    if (observed == 0 || !(series.population() > 0)) {
      return Trace.none(
          Status.MISSING_INPUT, "cases, mobility or population not observed", observed, coverage);
    }
    if (coverage < Minimum.COVERAGE) {
      return Trace.none(
          Status.INSUFFICIENT, "too few days of cases and mobility observed", observed, coverage);
    }
    if (cases(series, first) < parameters.cases().minimum()) {
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
    return new Trace(Status.OK, "", observed, coverage, lag(series, onset.getAsInt(), parameters));
  }

  private static double[] lag(DistrictSeries series, int onset, Parameters parameters) {
    int peak = peak(series, onset);
    Optional<MobilityResponse> answer =
        MobilityResponse.find(series, onset - parameters.response().searchDays(), peak, parameters);
    double[] values = new double[At.values().length];
    java.util.Arrays.fill(values, Double.NaN);
    values[At.ONSET.ordinal()] = series.date(onset).toEpochDay();
    values[At.PEAK.ordinal()] = series.date(peak).toEpochDay();
    values[At.ANSWERED.ordinal()] = answer.isPresent() ? 1 : 0;
    values[At.LAG.ordinal()] =
        answer.map(found -> found.day() - onset).orElse(peak - (double) onset);
    answer.ifPresent(
        found -> {
          values[At.LOW.ordinal()] = found.interval().low() - onset;
          values[At.HIGH.ordinal()] = found.interval().high() - onset;
          values[At.BEFORE.ordinal()] = found.before();
          values[At.AFTER.ordinal()] = found.after();
        });
    return values;
  }

  private static int both(DistrictSeries series, int first) {
    double[] cases = series.daily(NEW_CASES);
    double[] mobility = series.daily(MOBILITY_SMOOTHED);
    int observed = 0;
    for (int day = first; day < cases.length; day++) {
      observed += Double.isNaN(cases[day]) || Double.isNaN(mobility[day]) ? 0 : 1;
    }
    return observed;
  }

  private static double cases(DistrictSeries series, int first) {
    double[] cases = series.daily(NEW_CASES);
    double sum = 0;
    for (int day = first; day < cases.length; day++) {
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
        times.add(
            new DistrictTimes.Time(
                trace.values()[At.LAG.ordinal()], trace.values()[At.ANSWERED.ordinal()] == 1));
      }
    }
    Result whole = result(city.whole(), parameters);
    return new Pooled(DistrictTimes.beside(whole, times, "answered", parameters), districts);
  }

  private static Result result(Trace trace, Parameters parameters) {
    if (trace.status() != Status.OK) {
      return trace.refusal();
    }
    double[] values = trace.values();
    double lag = values[At.LAG.ordinal()];
    Result result =
        values[At.ANSWERED.ordinal()] == 1
            ? answered(Result.ok(lag), values, parameters)
            : Result.censored(lag, "mobility had not fallen by the peak of cases");
    return trace.observed(
        result
            .with("onset_date", LocalDate.ofEpochDay((long) values[At.ONSET.ordinal()]).toString())
            .with("peak_date", LocalDate.ofEpochDay((long) values[At.PEAK.ordinal()]).toString()));
  }

  private static Result answered(Result result, double[] values, Parameters parameters) {
    double low = values[At.LOW.ordinal()];
    Result bounded =
        Double.isNaN(low)
            ? result
            : result.withInterval(
                new Interval(
                    low, values[At.HIGH.ordinal()], parameters.uncertainty().level(), METHOD));
    return bounded
        .with("mobility_before", values[At.BEFORE.ordinal()])
        .with("mobility_after", values[At.AFTER.ordinal()]);
  }
}
