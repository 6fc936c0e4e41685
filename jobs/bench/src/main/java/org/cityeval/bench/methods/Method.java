package org.cityeval.bench.methods;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.cityeval.numeric.epidemic.Prior;
import org.cityeval.numeric.epidemic.ReproductionNumber;
import org.cityeval.numeric.epidemic.SerialInterval;
import org.cityeval.numeric.space.LocalMoran;
import org.cityeval.numeric.space.MoranI;
import org.cityeval.numeric.space.Neighbours;
import org.cityeval.numeric.statistics.Tails;
import org.cityeval.numeric.timeseries.BreakDate;
import org.cityeval.numeric.timeseries.ChangePoints;
import org.cityeval.numeric.timeseries.ChangePoints.Penalty;
import org.cityeval.numeric.timeseries.ChangePoints.Segment;

/** The methods that are measured, with the numbers the product has by default. */
enum Method {
  /** Per district means, then lower, then upper quantiles of all windows. */
  REPRODUCTION_NUMBER("reproduction number (Cori)"),

  MORAN("Moran's I, 9,999 permutations"),

  LOCAL_MORAN("local Moran, 9,999 permutations"),

  /** Per district day and interval of each change of the level of mobility. */
  CHANGE_POINTS("change points (PELT), Bai's intervals"),

  /** Of the falls of mobility and the cases that the activity kept came with. */
  DEA_RADIAL("DEA, radial, variable returns"),

  /** Of the activity kept and the cases together, for the falls of mobility. */
  DEA_DIRECTIONAL("DEA, directional, variable returns"),

  /** Of the radial efficiency: per district correction and interval. */
  DEA_SIMAR_WILSON("DEA, radial, smoothed bootstrap"),

  /** Of the directional one. */
  DEA_SUBSAMPLING("DEA, directional, subsampling"),

  /** Per district best and worst rank, marginal, then simultaneous. */
  RANK_SETS("confidence sets of ranks, 10,000 draws"),

  /** Per district the distances of its peers. */
  PEERS("five nearest peers"),

  /** Per weighting and district composite, interval and rank sets. */
  COMPARISON("composites and ranks, two weightings, 10,000 draws"),

  /** Per district the total Sobol indices of its rank. */
  CHOICES("36 choices of method, 100 draws");

  static final int WINDOW_DAYS = 7;

  /** Windows of a district: the first starts on the second day. */
  static final int WINDOWS = SyntheticDistricts.DAYS - WINDOW_DAYS;

  private static final int PERMUTATIONS = 9_999;
  private static final int SHORTEST_LEVEL_DAYS = 7;
  private static final double INTERVAL_LEVEL = 0.95;

  private final String title;

  Method(String title) {
    this.title = title;
  }

  /** What the method is called in results. */
  String title() {
    return title;
  }

  /** The method with its input; the same for the same arguments. */
  Work prepare(int districts, long seed) {
    return switch (this) {
      case REPRODUCTION_NUMBER -> reproductionNumber(districts, seed);
      case MORAN -> moran(districts, seed);
      case LOCAL_MORAN -> localMoran(districts, seed);
      case CHANGE_POINTS -> changePoints(districts, seed);
      case DEA_RADIAL -> FrontierWork.radial(districts, seed);
      case DEA_DIRECTIONAL -> FrontierWork.directional(districts, seed);
      case DEA_SIMAR_WILSON -> FrontierWork.simarWilson(districts, seed);
      case DEA_SUBSAMPLING -> FrontierWork.subsampling(districts, seed);
      case RANK_SETS -> RankingWork.rankSets(districts, seed);
      case PEERS -> RankingWork.peers(districts, seed);
      case COMPARISON -> ComparisonWork.comparison(districts, seed);
      case CHOICES -> ComparisonWork.choices(districts, seed);
    };
  }

  /** Nishiura, Linton and Akhmetzhanov (2020). */
  static double[] serialInterval() {
    return SerialInterval.shiftedGamma(4.7, 2.9);
  }

  private static Work reproductionNumber(int districts, long seed) {
    double[] interval = serialInterval();
    List<double[]> counts = series(districts, new SyntheticDistricts(seed)::newCases);
    return results -> {
      for (double[] cases : counts) {
        var estimates = ReproductionNumber.cori(cases, interval, WINDOW_DAYS, Prior.EPIESTIM);
        double[] result = new double[3 * WINDOWS];
        System.arraycopy(estimates.mean(), WINDOW_DAYS, result, 0, WINDOWS);
        System.arraycopy(estimates.quantile(0.025), WINDOW_DAYS, result, WINDOWS, WINDOWS);
        System.arraycopy(estimates.quantile(0.975), WINDOW_DAYS, result, 2 * WINDOWS, WINDOWS);
        results.accept(result);
      }
    };
  }

  private static Work moran(int districts, long seed) {
    HexagonalMap map = new HexagonalMap(districts);
    Neighbours neighbours = map.neighbours();
    double[] values = map.values(seed);
    return results -> {
      double i = MoranI.of(values, neighbours).i();
      Tails tails = MoranI.permuted(values, neighbours, PERMUTATIONS, seed);
      results.accept(new double[] {i, tails.upper(), tails.lower()});
    };
  }

  private static Work localMoran(int districts, long seed) {
    HexagonalMap map = new HexagonalMap(districts);
    Neighbours neighbours = map.neighbours();
    double[] values = map.values(seed);
    return results -> {
      results.accept(LocalMoran.of(values, neighbours).local());
      results.accept(LocalMoran.pValues(values, neighbours, PERMUTATIONS, seed));
    };
  }

  private static Work changePoints(int districts, long seed) {
    List<double[]> mobility = series(districts, new SyntheticDistricts(seed)::mobility);
    return results -> mobility.forEach(series -> results.accept(changePoints(series)));
  }

  private static double[] changePoints(double[] mobility) {
    // Days of a trailing mean differ less than they scatter, as the indicators have it too.
    double noise = SyntheticDistricts.MOBILITY_MEAN_DAYS * ChangePoints.noise(mobility);
    List<Segment> levels =
        ChangePoints.pelt(mobility, noise, Penalty.bic(mobility.length), SHORTEST_LEVEL_DAYS);
    double[] result = new double[3 * (levels.size() - 1)];
    for (int i = 1; i < levels.size(); i++) {
      int from = levels.get(i - 1).first();
      double[] around = Arrays.copyOfRange(mobility, from, levels.get(i).last() + 1);
      BreakDate found = BreakDate.of(around, SHORTEST_LEVEL_DAYS, INTERVAL_LEVEL).orElseThrow();
      result[3 * (i - 1)] = levels.get(i).first();
      result[3 * (i - 1) + 1] = from + found.interval().low();
      result[3 * (i - 1) + 2] = from + found.interval().high();
    }
    return result;
  }

  private static List<double[]> series(int districts, IntFunction<double[]> one) {
    return IntStream.range(0, districts).mapToObj(one).toList();
  }
}
