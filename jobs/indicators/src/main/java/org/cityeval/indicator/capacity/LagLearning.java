package org.cityeval.indicator.capacity;

import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;
import static org.cityeval.series.Quantity.NEW_CASES_ADJUSTED;
import static org.cityeval.series.Quantity.NEW_CASES_BRIDGED;
import static org.cityeval.series.Quantity.NEW_CASES_SMOOTHED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.cityeval.numeric.epidemic.Wave;
import org.cityeval.numeric.epidemic.WaveRule;
import org.cityeval.numeric.epidemic.Waves;
import org.cityeval.numeric.recovery.LearningRate;
import org.cityeval.numeric.statistics.Bounds;
import org.cityeval.numeric.statistics.PermutationTest;
import org.cityeval.numeric.statistics.WeightedLine;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Unit;

/**
 * Whether the answer came sooner from wave to wave. A later wave finds a population that has
 * learnt, and tired: what changed, it does not say.
 */
public final class LagLearning implements PooledIndicator {
  private static final int DRAWS = 999;

  /** In place of a lag: an outbreak began and mobility did not fall. */
  private static final double UNANSWERED = Double.POSITIVE_INFINITY;

  /** In place of a lag: mobility fell, but perhaps by chance. */
  private static final double UNCLEAR = Double.NEGATIVE_INFINITY;

  /** In place of a lag: too few cases for an outbreak. */
  private static final double NO_OUTBREAK = Double.NaN;

  private static final double PER_100K = 100_000;

  private static final IndicatorSpec SPEC =
      IndicatorSpec.of("L1", "lag_learning")
          .title("Lag learning", "响应学习")
          .plainly(
              "Whether people moved less sooner from wave to wave: below 0 the answer came sooner.",
              "一波比一波响应得更快还是更慢：小于0为更快。")
          .dimension(Dimension.LONG_TERM_CAPACITY)
          .unit(Unit.DAYS_PER_WAVE)
          .better(Direction.LOWER)
          .levels(Level.DISTRICT, Level.CITY)
          .reads(NEW_CASES_ADJUSTED, NEW_CASES_SMOOTHED, NEW_CASES_BRIDGED, MOBILITY_SMOOTHED)
          .tellsOfCounts(CountUse.ONSET)
          .leadIn(LeadIn.RESPONSE)
          .definition(
              "Change of the response lag (E1) from wave to wave of the district's own cases. It is"
                  + " the slope of a straight line through the lags, with two waves their"
                  + " difference. It is below 0 where the answer came sooner. Waves are found in"
                  + " the period by the rule of gold.wave. An outbreak begins in each anew, its"
                  + " cases counted from the wave's first day. A wave without an answer has no lag"
                  + " and is left out, which flatters districts that stopped answering. Waves whose"
                  + " fall may be chance, and those in which no outbreak began, are left out as"
                  + " well. All three counts are parts, for the city over all its districts. Not"
                  + " applicable with fewer than two waves with an answer, insufficient where those"
                  + " that may be chance would make two. The city is the mean over its districts."
                  + " Wright's learning rate is a part where at least %d waves have an answer and"
                  + " all lags are above 0. Insufficient with mobility or cases observed on less"
                  + " than %.0f %% of the days. n is the waves with an answer, for the city the"
                  + " districts."
                  + MobilityResponse.RULE
                  + Outbreak.RULE,
              numbers())
          .formula("b of lag_w = a + b·w, w the number of the wave; city: mean of b over districts")
          .uncertainty(
              String.format(
                      Locale.ROOT,
                      "City: the mean slopes that a test by turning signs would not reject (%d"
                          + " draws); none",
                      DRAWS)
                  + " below six districts.")
          .exact(
              "the change over the waves that there were, all of them and not a sample.",
              Level.DISTRICT)
          .cites("Wright (1936), J. Aeronaut. Sci. 3:122", "Fisher (1935)", "Hartigan (1969)")
          .methodVersion(4)
          .build();

  private static Object[] numbers() {
    List<Object> numbers =
        new ArrayList<>(List.of(LearningRate.LEAST_WAVES, 100 * Minimum.COVERAGE));
    numbers.addAll(List.of(MobilityResponse.ruleNumbers()));
    numbers.add(Parameters.DEFAULTS.response().onsetPer10k());
    return numbers.toArray();
  }

  @Override
  public IndicatorSpec spec() {
    return SPEC;
  }

  /** Values: of each wave its lag, or what stands in place of one. */
  @Override
  public Trace observe(DistrictSeries series, Parameters parameters) {
    double coverage = coverage(series);
    if (coverage == 0 || !(series.population() > 0)) {
      return Trace.none(
          Status.MISSING_INPUT, "cases, mobility or population not observed", 0, coverage);
    }
    if (coverage < Minimum.COVERAGE) {
      return Trace.none(
          Status.INSUFFICIENT, "too few days of cases and mobility observed", 0, coverage);
    }
    double[] lags = lags(series, parameters);
    int answered = answered(lags);
    if (answered >= 2) {
      return new Trace(Status.OK, "", answered, coverage, lags);
    }
    return answered + count(lags, UNCLEAR) >= 2
        ? new Trace(
            Status.INSUFFICIENT,
            "fewer than two waves with a fall of mobility that can be told from its scatter",
            answered,
            coverage,
            lags)
        : new Trace(
            Status.NOT_APPLICABLE,
            lags.length < 2 ? "fewer than two waves" : "fewer than two waves with an answer",
            answered,
            coverage,
            lags);
  }

  /** Share of the days of the period on which cases and mobility were observed. */
  private static double coverage(DistrictSeries series) {
    double[] cases = series.daily(NEW_CASES_SMOOTHED);
    double[] mobility = series.daily(MOBILITY_SMOOTHED);
    int observed = 0;
    for (int day = 0; day < cases.length; day++) {
      observed += Double.isNaN(cases[day]) || Double.isNaN(mobility[day]) ? 0 : 1;
    }
    return observed == 0 ? 0 : (double) observed / cases.length;
  }

  /** Days of the waves are counted from the first day of the period. */
  private static List<Wave> waves(DistrictSeries series, Parameters.Waves rule) {
    double prominence = Math.max(1, rule.prominencePer100k() * series.population() / PER_100K);
    return Waves.segment(
        series.daily(NEW_CASES_BRIDGED),
        new WaveRule(rule.separationDays(), prominence, rule.relativeProminence()));
  }

  private static double[] lags(DistrictSeries series, Parameters parameters) {
    double[] cases = series.daily(NEW_CASES_ADJUSTED);
    List<Wave> waves = waves(series, parameters.waves());
    double[] lags = new double[waves.size()];
    List<MobilityResponse> falls = null;
    for (int i = 0; i < lags.length; i++) {
      Wave wave = waves.get(i);
      OptionalInt onset =
          Outbreak.onset(
              cases, series.population(), wave.start(), wave.end(), parameters.response());
      lags[i] = NO_OUTBREAK;
      if (onset.isPresent()) {
        // An answer may come before the period, and the level it fell from lies before it.
        falls = falls == null ? MobilityResponse.falls(series.withLead(), parameters) : falls;
        int day = series.leadDays() + onset.getAsInt();
        int last = Math.max(day, series.leadDays() + wave.peak());
        lags[i] =
            MobilityResponse.find(falls, Search.around(day, last, parameters.response()))
                .map(answer -> answer.standsOut() ? answer.day() - day : UNCLEAR)
                .orElse(UNANSWERED);
      }
    }
    return lags;
  }

  private static int answered(double[] lags) {
    return (int) Arrays.stream(lags).filter(Double::isFinite).count();
  }

  private static int count(double[] lags, double instead) {
    return (int) Arrays.stream(lags).filter(lag -> lag == instead).count();
  }

  @Override
  public Pooled pool(City city, Parameters parameters, Seeds seeds) {
    Map<String, Result> districts = new LinkedHashMap<>();
    List<Double> slopes = new ArrayList<>();
    double covered = 0;
    int unanswered = 0;
    int unclear = 0;
    boolean looked = false;
    for (Member member : city.members()) {
      Trace trace = member.trace();
      covered += trace.coverage();
      unanswered += count(trace.values(), UNANSWERED);
      unclear += count(trace.values(), UNCLEAR);
      looked |= trace.values().length > 0;
      if (trace.status() == Status.OK) {
        slopes.add(slope(trace.values()));
      }
      districts.put(member.districtId(), district(trace));
    }
    Result whole = slopes.isEmpty() ? none(city) : mean(slopes, parameters, seeds.city());
    whole =
        looked ? whole.with("waves_unanswered", unanswered).with("waves_unclear", unclear) : whole;
    return new Pooled(
        whole
            .withN(slopes.size())
            .withCoverage(city.members().isEmpty() ? 0 : covered / city.members().size()),
        districts);
  }

  private static Result none(City city) {
    for (Member member : city.members()) {
      if (member.trace().status() == Status.SUPPRESSED) {
        return Result.none(Status.SUPPRESSED, member.trace().reason());
      }
    }
    for (Status status : List.of(Status.NOT_APPLICABLE, Status.INSUFFICIENT)) {
      if (city.members().stream().anyMatch(member -> member.trace().status() == status)) {
        return Result.none(status, "no district with two waves that were answered");
      }
    }
    return Result.none(Status.MISSING_INPUT, "cases, mobility or population not observed");
  }

  private static Result mean(List<Double> slopes, Parameters parameters, long seed) {
    double[] changes = slopes.stream().mapToDouble(Double::doubleValue).toArray();
    PermutationTest test = PermutationTest.ofDifferences(changes, DRAWS, seed);
    Result result = Result.ok(test.mean());
    double level = parameters.uncertainty().level();
    Bounds interval = test.interval(level);
    if (!Double.isNaN(interval.low())) {
      result =
          result.withInterval(
              new Interval(
                  Math.min(interval.low(), test.mean()),
                  Math.max(interval.high(), test.mean()),
                  level,
                  "sign_permutation"));
    }
    return result
        .with("districts", slopes.size())
        .with("districts_sooner", slopes.stream().filter(slope -> slope < 0).count())
        .with("p_value", test.tails().twoSided());
  }

  private static double slope(double[] lags) {
    WeightedLine line = new WeightedLine();
    for (int i = 0; i < lags.length; i++) {
      if (Double.isFinite(lags[i])) {
        line.add(1, i + 1, lags[i]);
      }
    }
    return line.slope();
  }

  private static Result district(Trace trace) {
    double[] lags = trace.values();
    Result result =
        trace.status() == Status.OK ? trace.observed(Result.ok(slope(lags))) : trace.refusal();
    if (lags.length == 0) {
      return result;
    }
    int unanswered = count(lags, UNANSWERED);
    int unclear = count(lags, UNCLEAR);
    result =
        result
            .with("waves", lags.length)
            .with("waves_unanswered", unanswered)
            .with("waves_unclear", unclear)
            .with("waves_without_outbreak", lags.length - answered(lags) - unanswered - unclear);
    double[] known = new double[lags.length];
    for (int i = 0; i < lags.length; i++) {
      known[i] = Double.isFinite(lags[i]) ? lags[i] : Double.NaN;
      result = Double.isNaN(known[i]) ? result : result.with("lag_of_wave_" + (i + 1), lags[i]);
    }
    double rate = LearningRate.of(known);
    return Double.isNaN(rate) ? result : result.with("learning_rate", rate);
  }
}
