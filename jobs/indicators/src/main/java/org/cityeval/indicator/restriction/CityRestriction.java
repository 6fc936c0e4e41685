package org.cityeval.indicator.restriction;

import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import org.cityeval.indicator.DayStatistic;
import org.cityeval.indicator.Minimum;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.PooledIndicator.City;
import org.cityeval.indicator.PooledIndicator.Member;
import org.cityeval.indicator.PooledIndicator.Pooled;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.Trace;
import org.cityeval.numeric.statistics.ErrorScale;
import org.cityeval.numeric.timeseries.DayWeighted;
import org.cityeval.numeric.timeseries.LongRunError;
import org.cityeval.series.DistrictSeries;

/**
 * The districts of a city side by side over the same days. For each day there is how far mobility
 * had fallen, and the risk known at the time, where both were observed.
 *
 * @param members the districts compared, sorted by id
 * @param fall by district and day, fraction of the baseline by which mobility was down, 0 or more;
 *     {@code NaN} where unobserved
 * @param risk by district and day, the level known when the day's restriction was decided
 */
public record CityRestriction(List<Member> members, double[][] fall, double[][] risk) {
  /** Who leaves what {@link #observe} gives, for all that it is the same for. */
  public static final String TRACE_ID = "P1";

  /** Fewer districts show no pattern. */
  public static final int DISTRICTS = 3;

  /** The rule that measures of a whole city share; takes the numbers in force as arguments. */
  public static final String RULE =
      " Restriction is observed, not decreed: the fall of smoothed mobility below its baseline, 0"
          + " where it rose. Risk is the level of %d day earlier (the default), which was known"
          + " when restriction was decided. For the first days it comes from before the period. Its"
          + " scope is the evaluation's (default %s). Days without both are left out. A district is"
          + " left out with fewer than %d of them, on less than %.0f %% of the period's days, or of"
          + " unknown population. Such districts are counted. The share of the residents that is"
          + " compared is a part. The city is insufficient with fewer than %d districts. n is the"
          + " districts compared.";

  /** What specs of measures of {@link #meanFall} and {@link #meanRisk} say of their parts. */
  public static final String MEANS =
      " With up to %d districts the mean fall and the mean risk of each are parts.";

  /** More districts would make a row that nobody reads; their days tell the same. */
  public static final int MEANS_LISTED = 30;

  /** The arguments of a definition that ends with {@link #RULE}, after those of its own. */
  public static Object[] ruleNumbers(Object... own) {
    List<Object> numbers = new ArrayList<>(List.of(own));
    numbers.add(Parameters.DEFAULTS.restriction().lagDays());
    numbers.add(Parameters.DEFAULTS.restriction().scope().id());
    numbers.add(Minimum.DAYS);
    numbers.add(100 * Minimum.COVERAGE);
    numbers.add(DISTRICTS);
    return numbers.toArray();
  }

  /** What is made of the districts. */
  public interface Measure {
    /** The value of the city; {@code NaN} where undefined. */
    DayWeighted of(CityRestriction city);

    /** On which the error of the value is even. */
    ErrorScale scale();

    /** Why it is undefined. */
    String notApplicable();

    /** Adds the numbers it was made from. */
    default Result explain(Result result, CityRestriction city) {
      return result;
    }
  }

  /** What a district leaves: its {@link RestrictionDays}. */
  public static Trace observe(DistrictSeries series, Parameters parameters) {
    RestrictionDays days = RestrictionDays.of(series, parameters.restriction().lagDays());
    if (!series.observes(MOBILITY_SMOOTHED) || !days.isRiskKnown()) {
      return Trace.none(Status.MISSING_INPUT, "mobility or risk level not observed", 0, 0);
    }
    int observed = days.observedDays();
    return new Trace(Status.OK, "", observed, (double) observed / series.days(), days.toTrace());
  }

  /** The city's value; a day counts in all districts at once. */
  public static Pooled pool(City city, Parameters parameters, Measure measure) {
    List<Member> compared = city.members().stream().filter(CityRestriction::isCompared).toList();
    double covered = compared.stream().mapToDouble(member -> member.trace().coverage()).sum();
    Result result =
        compared.size() < DISTRICTS
            ? tooFew(city)
            : judge(of(compared, parameters), parameters, measure);
    return new Pooled(
        result
            .with("districts", compared.size())
            .with("districts_left_out", city.members().size() - compared.size())
            .with("residents_share", residentsShare(compared, city.members()))
            .with("risk_scope", parameters.restriction().scope().id())
            .with("lag_days", parameters.restriction().lagDays())
            .withN(compared.size())
            .withCoverage(city.members().isEmpty() ? 0 : covered / city.members().size()),
        Map.of());
  }

  private static boolean isCompared(Member member) {
    return member.trace().status() == Status.OK
        && member.trace().n() >= Minimum.DAYS
        && member.trace().coverage() >= Minimum.COVERAGE
        && member.population() > 0;
  }

  /** Share of all residents of known number; 0 where none is known. */
  private static double residentsShare(List<Member> compared, List<Member> all) {
    return compared.isEmpty() ? 0 : residents(compared) / residents(all);
  }

  private static double residents(List<Member> members) {
    return members.stream()
        .mapToDouble(Member::population)
        .filter(residents -> residents > 0)
        .sum();
  }

  private static Result tooFew(City city) {
    boolean missing =
        city.members().stream()
            .allMatch(
                member ->
                    member.trace().status() == Status.MISSING_INPUT || !(member.population() > 0));
    return missing
        ? Result.none(Status.MISSING_INPUT, "mobility, risk level or population not observed")
        : Result.none(Status.INSUFFICIENT, "fewer than " + DISTRICTS + " districts to compare");
  }

  private static Result judge(CityRestriction city, Parameters parameters, Measure measure) {
    DayStatistic statistic =
        new DayStatistic(city.days(), city.days(), measure.scale(), measure.of(city));
    double value = statistic.value();
    Result result =
        Double.isNaN(value)
            ? Result.none(Status.NOT_APPLICABLE, measure.notApplicable())
            : statistic.bound(Result.ok(value), parameters.uncertainty().level());
    return measure.explain(result, city);
  }

  private static CityRestriction of(List<Member> members, Parameters parameters) {
    Sample sample =
        Sample.of(
            members.stream().map(m -> RestrictionDays.fromTrace(m.trace().values())).toList(),
            members.stream().map(Member::population).toList(),
            parameters.restriction().mobilityAtMost());
    double[][] fall = new double[members.size()][sample.days()];
    double[][] risk = new double[members.size()][sample.days()];
    for (int i = 0; i < fall.length; i++) {
      RestrictionDays days = sample.districts().get(i);
      double[] known = days.risk(parameters.restriction().scope());
      for (int day = 0; day < sample.days(); day++) {
        boolean observed = days.observed(day);
        fall[i][day] = observed ? Math.max(0, -days.mobility()[day]) : Double.NaN;
        risk[i][day] = observed ? known[day] : Double.NaN;
      }
    }
    return new CityRestriction(members, fall, risk);
  }

  public int days() {
    return fall.length == 0 ? 0 : fall[0].length;
  }

  /** Residents of each district. */
  public double[] residents() {
    return members.stream().mapToDouble(Member::population).toArray();
  }

  /**
   * A value of the {@link #meanFall} and the {@link #meanRisk} of each district.
   *
   * @param value from the two, districts in their order
   */
  public DayWeighted ofMeans(ToDoubleBiFunction<double[], double[]> value) {
    return DayWeighted.of(
        weights -> value.applyAsDouble(meanFall(weights), meanRisk(weights)),
        weight -> {
          double[][] falls = byDay(fall, weight);
          double[][] risks = byDay(risk, weight);
          double[] values = new double[days()];
          Arrays.setAll(values, day -> value.applyAsDouble(falls[day], risks[day]));
          return values;
        });
  }

  /** The mean of each district by the one day that counts {@code weight}, the others once. */
  private double[][] byDay(double[][] daily, double weight) {
    double[][] byDay = new double[days()][daily.length];
    for (int i = 0; i < daily.length; i++) {
      double[] means = DayStatistic.means(daily[i], weight);
      for (int day = 0; day < means.length; day++) {
        byDay[day][i] = means[day];
      }
    }
    return byDay;
  }

  /** Mean fall of mobility of each district, day {@code i} counting {@code weights[i]}. */
  public double[] meanFall(double[] weights) {
    return Arrays.stream(fall).mapToDouble(daily -> DayStatistic.mean(daily, weights)).toArray();
  }

  /** Mean known risk of each district, day {@code i} counting {@code weights[i]}. */
  public double[] meanRisk(double[] weights) {
    return Arrays.stream(risk).mapToDouble(daily -> DayStatistic.mean(daily, weights)).toArray();
  }

  /** Adds the means of each district, unless there are too many. */
  public Result explainMeans(Result result) {
    if (members.size() > MEANS_LISTED) {
      return result;
    }
    double[] once = LongRunError.once(days());
    double[] meanFall = meanFall(once);
    double[] meanRisk = meanRisk(once);
    Result explained = result;
    for (int i = 0; i < meanFall.length; i++) {
      String id = members.get(i).districtId();
      explained = explained.with("fall_of_" + id, meanFall[i]).with("risk_of_" + id, meanRisk[i]);
    }
    return explained;
  }

  /** Ids of the districts in the order of the arrays. */
  public List<String> districtIds() {
    List<String> ids = new ArrayList<>();
    members.forEach(member -> ids.add(member.districtId()));
    return ids;
  }
}
