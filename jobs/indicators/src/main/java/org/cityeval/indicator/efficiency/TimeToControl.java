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
  private static final int[] OTHER_WINDOWS = {5, 10};

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
                  + " where neither came before the days end. A window with too few cases for a"
                  + " reproduction number breaks the first run, an unobserved day the second."
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
                      .formatted(OTHER_WINDOWS[0], OTHER_WINDOWS[1])
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

  /** Where each number lies in the trace. */
  private enum At {
    DAYS,
    REACHED,
    BY_QUIET,
    ONSET,
    FEWER_WINDOWS,
    MORE_WINDOWS
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
    double[] values = new double[At.values().length];
    double[] cases = series.daily(NEW_CASES);
    double[] high = series.daily(RT_HIGH);
    int from = onset.getAsInt();
    Control control = parameters.control();
    int quiet = firstRun(from, cases.length, control.quietDays(), day -> cases[day] <= 0);
    int below = firstRun(from, cases.length, control.windows(), day -> high[day] < 1);
    int first = Math.min(below, quiet);
    boolean reached = first < cases.length;
    values[At.DAYS.ordinal()] = (reached ? first : lastObserved(cases)) - from;
    values[At.REACHED.ordinal()] = reached ? 1 : 0;
    values[At.BY_QUIET.ordinal()] = quiet < below ? 1 : 0;
    values[At.ONSET.ordinal()] = series.date(from).toEpochDay();
    for (int i = 0; i < OTHER_WINDOWS.length; i++) {
      int other = firstRun(from, cases.length, OTHER_WINDOWS[i], day -> high[day] < 1);
      int day = Math.min(other, quiet);
      values[At.FEWER_WINDOWS.ordinal() + i] = day < cases.length ? day - from : Double.NaN;
    }
    return new Trace(Status.OK, "", observed, coverage, values);
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
        times.add(
            new DistrictTimes.Time(
                trace.values()[At.DAYS.ordinal()], trace.values()[At.REACHED.ordinal()] == 1));
      }
    }
    Result whole = result(city.whole(), parameters.control());
    return new Pooled(DistrictTimes.beside(whole, times, "controlled", parameters), districts);
  }

  private static Result result(Trace trace, Control control) {
    if (trace.status() != Status.OK) {
      return trace.refusal();
    }
    double[] values = trace.values();
    double days = values[At.DAYS.ordinal()];
    boolean reached = values[At.REACHED.ordinal()] == 1;
    Result result =
        (reached ? Result.ok(days) : Result.censored(days, "not under control at the end"))
            .with("onset_date", LocalDate.ofEpochDay((long) values[At.ONSET.ordinal()]).toString());
    if (reached) {
      result =
          result.with("rule", values[At.BY_QUIET.ordinal()] == 1 ? "quiet_days" : "rt_windows");
    }
    for (int i = 0; i < OTHER_WINDOWS.length; i++) {
      double other = values[At.FEWER_WINDOWS.ordinal() + i];
      result =
          Double.isNaN(other)
              ? result
              : result.with("value_with_" + OTHER_WINDOWS[i] + "_windows", other);
    }
    return trace.observed(
        result.with("windows", control.windows()).with("quiet_days", control.quietDays()));
  }
}
