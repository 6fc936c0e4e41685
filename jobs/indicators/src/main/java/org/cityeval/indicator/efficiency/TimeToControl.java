package org.cityeval.indicator.efficiency;

import static org.cityeval.series.Quantity.NEW_CASES;
import static org.cityeval.series.Quantity.RT_HIGH;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.Minimum;
import org.cityeval.indicator.Outbreak;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Parameters.Control;
import org.cityeval.indicator.PooledIndicator;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.Trace;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Unit;

/**
 * How long an outbreak lasted until it was under control. A single window below 1 is not control:
 * the reproduction number crosses 1 several times on its way down. Where cases are too few for it,
 * their absence says the same.
 */
public final class TimeToControl implements PooledIndicator {
  private static final int FEWER_WINDOWS = 5;
  private static final int MORE_WINDOWS = 10;

  private static final IndicatorSpec SPEC =
      IndicatorSpec.of("E2", "time_to_control")
          .title("Time to control", "控制用时")
          .dimension(Dimension.EFFICIENCY)
          .unit(Unit.DAYS)
          .better(Direction.LOWER)
          .levels(Level.DISTRICT, Level.CITY)
          .reads(NEW_CASES, RT_HIGH)
          .definition(
              "Days from the beginning of the outbreak to control: the first of the evaluation's"
                  + " number of consecutive windows (default %d) whose upper bound of the reproduction"
                  + " number is below 1, or the first of its number of consecutive days (default %d)"
                  + " without a reported case, whichever comes first; which one is a part. Censored"
                  + " where neither was complete when the days end: the follow-up ends with the last"
                  + " observed day, or before the unfinished run that the end cuts off. A window with"
                  + " too few cases for a reproduction number breaks the first run, an unobserved day"
                  + " the second; a day on which a cumulative count fell is one without a case."
                  + " Insufficient below %.0f %% of the days observed. The city is judged by its own"
                  + " series; the median and the restricted mean of its districts, censored ones"
                  + " included, are parts. n is the days observed."
                  + Outbreak.RULE,
              Parameters.DEFAULTS.control().windows(),
              Parameters.DEFAULTS.control().quietDays(),
              100 * Minimum.COVERAGE,
              Parameters.DEFAULTS.response().onsetPer10k())
          .formula("min{t ≥ T0 : R97.5(t..t+k−1) < 1 or I(t..t+q−1) = 0} − T0")
          .uncertainty(
              "None for one path, which is observed once; the values under %d and %d windows are"
                      .formatted(FEWER_WINDOWS, MORE_WINDOWS)
                  + " parts, and so is the Kaplan-Meier median of the districts.")
          .cites(
              "Cori et al. (2013), Am. J. Epidemiol. 178:1505",
              "Kaplan & Meier (1958), JASA 53:457")
          .build();

  @Override
  public IndicatorSpec spec() {
    return SPEC;
  }

  @Override
  public boolean observesWhole() {
    return true;
  }

  /**
   * What a trace holds.
   *
   * @param days time to control, or the follow-up [d]
   * @param reached 1 where control came, 0 where not
   * @param byQuiet 1 where days without a case came first
   * @param onset epoch day of the beginning
   * @param fewer days under {@link #FEWER_WINDOWS}; {@code NaN} where not reached
   * @param more days under {@link #MORE_WINDOWS}
   */
  private record Time(
      double days, double reached, double byQuiet, double onset, double fewer, double more) {
    double[] values() {
      return new double[] {days, reached, byQuiet, onset, fewer, more};
    }

    static Time of(double[] v) {
      return new Time(v[0], v[1], v[2], v[3], v[4], v[5]);
    }
  }

  @Override
  public Trace observe(DistrictSeries series, Parameters parameters) {
    int observed = series.observedDays(NEW_CASES);
    if (observed == 0 || !(series.population() > 0)) {
      return Trace.none(Status.MISSING_INPUT, "cases or population not observed", observed, 0);
    }
    double coverage = (double) observed / series.days();
    if (coverage < Minimum.COVERAGE) {
      return Trace.none(Status.INSUFFICIENT, "too few days of cases observed", observed, coverage);
    }
    OptionalInt onset = Outbreak.onset(series, parameters.response());
    if (onset.isEmpty()) {
      return Trace.none(
          Status.NOT_APPLICABLE, "no outbreak began in the period", observed, coverage);
    }
    return new Trace(
        Status.OK,
        "",
        observed,
        coverage,
        time(series, onset.getAsInt(), parameters.control()).values());
  }

  private static Time time(DistrictSeries series, int from, Control control) {
    double[] cases = series.daily(NEW_CASES);
    double[] high = series.daily(RT_HIGH);
    int quiet = firstRun(from, cases.length, control.quietDays(), day -> cases[day] <= 0);
    int below = firstRun(from, cases.length, control.windows(), day -> high[day] < 1);
    int first = Math.min(below, quiet);
    boolean reached = first < cases.length;
    int last = lastObserved(cases);
    // A run that the end cuts off may be the control: only the days before it are known.
    int known =
        Math.min(
            beforeRun(from, last, day -> cases[day] <= 0),
            beforeRun(from, last, day -> high[day] < 1));
    return new Time(
        (reached ? first : Math.max(from, known)) - (double) from,
        reached ? 1 : 0,
        quiet < below ? 1 : 0,
        series.date(from).toEpochDay(),
        under(FEWER_WINDOWS, high, from, quiet),
        under(MORE_WINDOWS, high, from, quiet));
  }

  private static double under(int windows, double[] high, int from, int quiet) {
    int day = Math.min(quiet, firstRun(from, high.length, windows, d -> high[d] < 1));
    return day < high.length ? day - from : Double.NaN;
  }

  /** The first day that opens so many days in a row; {@code end} where none does. */
  private static int firstRun(int from, int end, int length, IntPredicate holds) {
    int run = 0;
    for (int day = from; day < end; day++) {
      run = holds.test(day) ? run + 1 : 0;
      if (run == length) {
        return day - length + 1;
      }
    }
    return end;
  }

  /** The last day up to {@code last} that does not belong to the run which ends there. */
  private static int beforeRun(int from, int last, IntPredicate holds) {
    int day = last;
    while (day >= from && holds.test(day)) {
      day--;
    }
    return day;
  }

  private static int lastObserved(double[] daily) {
    int day = daily.length - 1;
    while (Double.isNaN(daily[day])) {
      day--;
    }
    return day;
  }

  @Override
  public Pooled pool(City city, Parameters parameters, Seeds seeds) {
    Map<String, Result> districts = new LinkedHashMap<>();
    List<DistrictTimes.Time> times = new ArrayList<>();
    for (Member member : city.members()) {
      Trace trace = member.trace();
      districts.put(member.districtId(), result(trace, parameters.control()));
      if (trace.status() == Status.OK) {
        Time time = Time.of(trace.values());
        times.add(new DistrictTimes.Time(time.days(), time.reached() == 1));
      }
    }
    Result whole = result(city.whole(), parameters.control());
    return new Pooled(DistrictTimes.beside(whole, times, "controlled", parameters), districts);
  }

  private static Result result(Trace trace, Control control) {
    if (trace.status() != Status.OK) {
      return trace.refusal();
    }
    Time time = Time.of(trace.values());
    boolean reached = time.reached() == 1;
    Result result =
        (reached
                ? Result.ok(time.days())
                : Result.censored(time.days(), "not under control at the end"))
            .with("onset_date", LocalDate.ofEpochDay((long) time.onset()).toString());
    if (reached) {
      result = result.with("rule", time.byQuiet() == 1 ? "quiet_days" : "rt_windows");
    }
    return trace.observed(
        result
            .with("windows", control.windows())
            .with("quiet_days", control.quietDays())
            .with("value_with_" + FEWER_WINDOWS + "_windows", time.fewer())
            .with("value_with_" + MORE_WINDOWS + "_windows", time.more()));
  }
}
