package org.cityeval.indicator.efficiency;

import static org.cityeval.series.Quantity.INCIDENCE;
import static org.cityeval.series.Quantity.NEW_CASES_ADJUSTED;
import static org.cityeval.series.Quantity.RT_HIGH;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.cityeval.indicator.CountUse;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.Minimum;
import org.cityeval.indicator.Outbreak;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Parameters.Control;
import org.cityeval.indicator.Parameters.Low;
import org.cityeval.indicator.PooledIndicator;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.Trace;
import org.cityeval.numeric.statistics.Decimals;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Unit;

/**
 * How long an outbreak lasted until it was under control. A single window below 1 is not control:
 * the reproduction number crosses 1 several times on its way down. Where cases are too few for it,
 * their absence says the same, and so do few cases after many.
 */
public final class TimeToControl implements PooledIndicator {
  private static final int FEWER_WINDOWS = 5;
  private static final int MORE_WINDOWS = 10;

  private static final IndicatorSpec SPEC =
      IndicatorSpec.of("E2", "time_to_control")
          .title("Time to control", "控制用时")
          .plainly(
              "How many days after the outbreak began it was under control.", "疫情开始后，用了多少天才得到控制。")
          .dimension(Dimension.EFFICIENCY)
          .unit(Unit.DAYS)
          .better(Direction.LOWER)
          .levels(Level.DISTRICT, Level.CITY)
          .reads(NEW_CASES_ADJUSTED, INCIDENCE, RT_HIGH)
          .tellsOfCounts(CountUse.ONSET)
          .definition(
              "Days from the beginning of the outbreak to control: the first day of an unbroken"
                  + " stretch of one of three kinds, whichever comes first. Each is as long as the"
                  + " evaluation says. In the first (default %d windows) the upper bound of the"
                  + " reproduction number is below 1. In the second (default %d days) no case is"
                  + " reported. In the third (default %d days) smoothed cases per 100,000 residents"
                  + " are low. Low is below the evaluation's level (default %.1f a day), and at"
                  + " most its share (default %.0f %%) of their highest since the beginning. Which"
                  + " kind it was is a part. The last is for outbreaks too small for a reproduction"
                  + " number. Censored where no stretch was complete when the days end. The"
                  + " follow-up then ends with the last observed day, or before the unfinished"
                  + " stretch that the end cuts off. A window with too few cases for a reproduction"
                  + " number breaks the first kind, an unobserved day the others. A day on which a"
                  + " cumulative count fell is one without a case. Insufficient below %.0f %% of"
                  + " the days observed. The city is judged by its own series; the median and the"
                  + " restricted mean of its districts, censored ones included, are parts. n is the"
                  + " days observed."
                  + Outbreak.RULE,
              Parameters.DEFAULTS.control().windows(),
              Parameters.DEFAULTS.control().quietDays(),
              Parameters.DEFAULTS.control().low().days(),
              Parameters.DEFAULTS.control().low().per100k(),
              100 * Parameters.DEFAULTS.control().low().shareOfPeak(),
              100 * Minimum.COVERAGE,
              Parameters.DEFAULTS.response().onsetPer10k())
          .formula(
              "min{t ≥ T0 : R97.5(t..t+k−1) < 1 or I(t..t+q−1) = 0 or i(t..t+l−1) < level and ≤"
                  + " share·max i(T0..·)} − T0")
          .exact(
              "days between two dates of the reports, which are all there and not a sample. How"
                  + " much"
                  + String.format(
                      Locale.ROOT,
                      " hangs on the rule is in the parts, the values under %d and %d windows; so"
                          + " is",
                      FEWER_WINDOWS,
                      MORE_WINDOWS)
                  + " the Kaplan-Meier median of the districts.",
              Level.DISTRICT,
              Level.CITY)
          .cites(
              "Cori et al. (2013), Am. J. Epidemiol. 178:1505",
              "Harvard Global Health Institute et al. (2020), Key Metrics for COVID Suppression",
              "White House & CDC (2020), Opening Up America Again (14 days)",
              "Kaplan & Meier (1958), JASA 53:457")
          .methodVersion(3)
          .build();

  /** What can tell that an outbreak is under control; of two on one day the first is named. */
  private static final List<String> RULES = List.of("rt_windows", "quiet_days", "low_incidence");

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
   * @param rule place in {@link #RULES} of the one that came first; {@code NaN} where not reached
   * @param onset epoch day of the beginning
   * @param fewer days under {@link #FEWER_WINDOWS}; {@code NaN} where not reached
   * @param more days under {@link #MORE_WINDOWS}
   */
  private record Time(
      double days, double reached, double rule, double onset, double fewer, double more) {
    double[] values() {
      return new double[] {days, reached, rule, onset, fewer, more};
    }

    static Time of(double[] v) {
      return new Time(v[0], v[1], v[2], v[3], v[4], v[5]);
    }
  }

  @Override
  public Trace observe(DistrictSeries series, Parameters parameters) {
    int observed = series.observedDays(NEW_CASES_ADJUSTED);
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
    double[] cases = series.daily(NEW_CASES_ADJUSTED);
    IntPredicate quiet = day -> cases[day] <= 0;
    IntPredicate low = low(series.daily(INCIDENCE), from, control.low());
    IntPredicate below = below(series.daily(RT_HIGH));
    int end = cases.length;
    int belowOne = firstRun(from, end, control.windows(), below);
    int silent = firstRun(from, end, control.quietDays(), quiet);
    int others = Math.min(silent, firstRun(from, end, control.low().days(), low));
    int day = Math.min(belowOne, others);
    boolean reached = day < end;
    int rule = day == belowOne ? 0 : day == silent ? 1 : 2;
    int last = lastObserved(cases);
    // A run that the end cuts off may be the control: only the days before it are known.
    int known =
        Stream.of(quiet, low, below).mapToInt(of -> beforeRun(from, last, of)).min().orElseThrow();
    return new Time(
        (reached ? day : Math.max(from, known)) - (double) from,
        reached ? 1 : 0,
        reached ? rule : Double.NaN,
        series.date(from).toEpochDay(),
        under(FEWER_WINDOWS, below, from, end, others),
        under(MORE_WINDOWS, below, from, end, others));
  }

  private static IntPredicate below(double[] high) {
    return day -> Decimals.below(high[day], 1);
  }

  /** Few cases, and far fewer than there were: an outbreak that only begins has few, too. */
  private static IntPredicate low(double[] incidence, int from, Low rule) {
    double[] highest = new double[incidence.length];
    double sofar = 0;
    for (int day = from; day < highest.length; day++) {
      sofar = incidence[day] > sofar ? incidence[day] : sofar;
      highest[day] = sofar;
    }
    return day ->
        Decimals.below(incidence[day], rule.per100k())
            && Decimals.atMost(incidence[day], rule.shareOfPeak() * highest[day]);
  }

  private static double under(int windows, IntPredicate below, int from, int end, int others) {
    int day = Math.min(others, firstRun(from, end, windows, below));
    return day < end ? day - from : Double.NaN;
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
      result = result.with("rule", RULES.get((int) time.rule()));
    }
    return trace.observed(
        result
            .with("windows", control.windows())
            .with("quiet_days", control.quietDays())
            .with("low_days", control.low().days())
            .with("low_per_100k", control.low().per100k())
            .with("low_share_of_peak", control.low().shareOfPeak())
            .with("value_with_" + FEWER_WINDOWS + "_windows", time.fewer())
            .with("value_with_" + MORE_WINDOWS + "_windows", time.more()));
  }
}
