package org.cityeval.numeric.timeseries;

import java.util.Arrays;
import java.util.function.Function;
import org.cityeval.numeric.statistics.Domain;
import org.cityeval.numeric.statistics.Moments;

/**
 * The error of a statistic of days that depend on the days before them. It says how far the
 * statistic would lie from its value over a very long series of such days.
 *
 * <p>The statistic is asked how it answers when days count more or less along a cosine over the
 * period. Slow cosines measure the long-run variance, and as many as are averaged are the degrees
 * of freedom (Müller 2004; Lazarus, Lewis, Stock and Watson 2018, the equal-weighted cosine
 * estimator with 0.4·T^(2/3) of them). A cosine that is not slow enough sees less than the long
 * run. It is scaled by what a first-order autoregression would lose there (prewhitening, Andrews
 * and Monahan 1992). Its coefficient is that of the days' influences, freed of its bias in short
 * series (Kendall 1954). It is held between 0 and {@value #GREATEST_PERSISTENCE}. So dependence
 * that fades within weeks is accounted for; what moves more slowly counts as what happened.
 *
 * <p>A value that bends in the days has an error of second order, too (Withers 1983). Half the
 * second derivative along a cosine is a draw of it. The mean of the draws is the bias, which is
 * taken off. The variance of the draws, and that of their mean, are part of the error.
 *
 * @param bias by how much the value is too high because it is not linear in the days. It is half
 *     its second derivative, averaged over the same cosines, as in the jackknife (Quenouille 1956);
 *     0 for a mean
 * @param standardError in the unit of the statistic; 0 where no day makes a difference; {@code NaN}
 *     where the statistic is undefined, or with fewer than {@value #FEWEST_DAYS} days
 * @param degreesOfFreedom of the Student t that value over error follows
 */
public record LongRunError(double bias, double standardError, double degreesOfFreedom) {
  /** Fewer days have no two slow cosines. */
  static final int FEWEST_DAYS = 3;

  /** A day is felt for some ten days: half of it after three, a tenth after ten. */
  public static final double GREATEST_PERSISTENCE = 0.8;

  /** How many equal days as good as independent a series of the greatest persistence is worth. */
  public static final double FEWEST_INDEPENDENT =
      (1 - GREATEST_PERSISTENCE) / (1 + GREATEST_PERSISTENCE);

  /** Large enough for ranks and medians, which answer in steps; small enough to keep every day. */
  static final double AMPLITUDE = 0.7;

  /** Each day counts once. */
  public static double[] once(int days) {
    Domain.atLeast("days", days, 0);
    double[] weights = new double[days];
    Arrays.fill(weights, 1);
    return weights;
  }

  /**
   * The errors of several values of the same days.
   *
   * @param days length of the series, observed or not
   * @param values how many values the statistics give
   * @param statistics the values by how much each day counts, above 0
   */
  public static LongRunError[] of(int days, int values, Function<double[], double[]> statistics) {
    Domain.atLeast("values", values, 1);
    if (days < FEWEST_DAYS) {
      LongRunError[] undefined = new LongRunError[values];
      Arrays.fill(undefined, new LongRunError(Double.NaN, Double.NaN, 1));
      return undefined;
    }
    double[] whole = statistics.apply(once(days));
    Domain.sameLength("what the statistics give", whole.length, "values", values);
    double[][] without = new double[values][days];
    double[] weights = once(days);
    for (int day = 0; day < days; day++) {
      weights[day] = 1 - AMPLITUDE;
      double[] given = statistics.apply(weights);
      weights[day] = 1;
      for (int value = 0; value < values; value++) {
        without[value][day] = given[value];
      }
    }
    return of(whole, without, answers(days, whole, statistics));
  }

  /**
   * The error of a value of days.
   *
   * @param days length of the series, observed or not
   */
  public static LongRunError of(int days, DayWeighted statistic) {
    if (days < FEWEST_DAYS) {
      return new LongRunError(Double.NaN, Double.NaN, 1);
    }
    double[] whole = {statistic.applyAsDouble(once(days))};
    double[][] without = {statistic.withOneDay(days, 1 - AMPLITUDE)};
    Domain.sameLength("what one day less gives", without[0].length, "days", days);
    double[][][] answers =
        answers(days, whole, weights -> new double[] {statistic.applyAsDouble(weights)});
    return of(whole, without, answers)[0];
  }

  /**
   * The errors, from how each value answers.
   *
   * @param whole each day counting once
   * @param without by value and day, that day counting less
   */
  private static LongRunError[] of(double[] whole, double[][] without, double[][][] answers) {
    int values = whole.length;
    int days = without[0].length;
    LongRunError[] errors = new LongRunError[values];
    for (int value = 0; value < values; value++) {
      double persistence = persistence(influences(whole[value], without[value]));
      int components = answers[0][value].length;
      double squares = 0;
      double[] bends = new double[components];
      for (int j = 0; j < components; j++) {
        double seen = seen(persistence, SlowCosines.frequency(j, days));
        squares += answers[0][value][j] * answers[0][value][j] / seen;
        bends[j] = answers[1][value][j] / 2 / seen;
      }
      double ofBends = Moments.variance(bends) * (1 + 1.0 / components);
      errors[value] =
          new LongRunError(
              Moments.mean(bends), Math.sqrt(squares / components + ofBends), components);
    }
    return errors;
  }

  /** What the value gains, per unit of weight, from each day. */
  private static double[] influences(double whole, double[] without) {
    double[] influences = new double[without.length];
    for (int day = 0; day < without.length; day++) {
      influences[day] = (whole - without[day]) / AMPLITUDE;
    }
    return influences;
  }

  /** First and second derivative of each value along each slow cosine. */
  private static double[][][] answers(
      int days, double[] whole, Function<double[], double[]> statistics) {
    int values = whole.length;
    double[][] swings = SlowCosines.of(days).swings();
    int components = swings.length;
    double[][][] answers = new double[2][values][components];
    double[] more = new double[days];
    double[] less = new double[days];
    for (int j = 0; j < components; j++) {
      for (int day = 0; day < days; day++) {
        more[day] = 1 + swings[j][day];
        less[day] = 1 - swings[j][day];
      }
      double[] up = statistics.apply(more);
      double[] down = statistics.apply(less);
      for (int value = 0; value < values; value++) {
        answers[0][value][j] = (up[value] - down[value]) / (2 * AMPLITUDE);
        answers[1][value][j] =
            (up[value] - 2 * whole[value] + down[value]) / (AMPLITUDE * AMPLITUDE);
      }
    }
    return answers;
  }

  /** Coefficient of a first-order autoregression, 0 to {@link #GREATEST_PERSISTENCE}. */
  private static double persistence(double[] influences) {
    double mean = Moments.mean(influences);
    double products = 0;
    double squares = 0;
    for (int day = 0; day < influences.length; day++) {
      double here = influences[day] - mean;
      squares += here * here;
      products += day == 0 ? 0 : here * (influences[day - 1] - mean);
    }
    if (!(squares > 0)) {
      return 0;
    }
    double days = influences.length;
    double unbiased =
        days > 3 ? (products / squares + 1 / days) / (1 - 3 / days) : GREATEST_PERSISTENCE;
    return Math.max(0, Math.min(GREATEST_PERSISTENCE, unbiased));
  }

  /** Power of a first-order autoregression at a frequency, as a share of that of the long run. */
  private static double seen(double persistence, double frequency) {
    double longRun = (1 - persistence) * (1 - persistence);
    return longRun / (longRun + 2 * persistence * (1 - Math.cos(frequency)));
  }
}
