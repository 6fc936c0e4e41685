package org.cityeval.numeric.space;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cityeval.numeric.statistics.BinaryScale;
import org.cityeval.numeric.statistics.Domain;
import org.cityeval.numeric.statistics.Selection;

/**
 * Rates of small districts drawn towards the rate of many, the more so the fewer their residents.
 * Then a map of rates does not merely show where few people live.
 *
 * <p>Source: Marshall (1991), by the method of moments. A district with a {@code NaN} or negative
 * count, without residents, or with an infinity, is left out and has a rate of {@code NaN}. Rates
 * are in cases per resident.
 */
public final class EmpiricalBayes {
  private EmpiricalBayes() {}

  /**
   * What is believed of a rate before its own cases are counted.
   *
   * @param mean cases over residents of all districts; {@code NaN} without a district
   * @param variance of the true rates between districts; 0 where the counts differ no more than
   *     chance makes them
   */
  public record Prior(double mean, double variance) {
    /**
     * The rate of one district, between its own and the mean; {@code NaN} for one that is left out.
     */
    public double rate(double cases, double population) {
      if (!counts(cases, population)) {
        return Double.NaN;
      }
      double chance = mean / population;
      // Without a case anywhere neither the districts nor chance make a difference.
      double trust = variance == 0 ? 0 : variance / (variance + chance);
      double rate = mean + trust * (cases / population - mean);
      return Double.isFinite(rate) && chance < Double.POSITIVE_INFINITY ? rate : Double.NaN;
    }
  }

  /** The prior that all districts make together. */
  public static Prior prior(double[] cases, double[] population) {
    Domain.sameLength("cases", cases.length, "population", population.length);
    return prior(cases, population, IntStream.range(0, cases.length).toArray());
  }

  /** Each district's rate, drawn towards the mean of all. */
  public static double[] global(double[] cases, double[] population) {
    Domain.sameLength("cases", cases.length, "population", population.length);
    Prior prior = prior(cases, population);
    return IntStream.range(0, cases.length)
        .mapToDouble(
            i -> counts(cases[i], population[i]) ? prior.rate(cases[i], population[i]) : Double.NaN)
        .toArray();
  }

  /**
   * Each district's rate, drawn towards the mean of itself and its neighbours, where the rate
   * drifts over the map. An island has only itself, and keeps its raw rate.
   */
  public static double[] local(double[] cases, double[] population, Neighbours neighbours) {
    Domain.sameLength("cases", cases.length, "population", population.length);
    Domain.sameLength("cases", cases.length, "neighbours", neighbours.size());
    double[] rates = new double[cases.length];
    for (int i = 0; i < rates.length; i++) {
      int district = i;
      int[] around =
          IntStream.rangeClosed(0, neighbours.count(i))
              .map(k -> k == 0 ? district : neighbours.neighbour(district, k - 1))
              .toArray();
      rates[i] =
          counts(cases[i], population[i])
              ? prior(cases, population, around).rate(cases[i], population[i])
              : Double.NaN;
    }
    return rates;
  }

  private static Prior prior(double[] cases, double[] population, int[] districts) {
    int[] kept = Arrays.stream(districts).filter(i -> counts(cases[i], population[i])).toArray();
    BinaryScale scale = BinaryScale.of(Selection.of(population, kept));
    double residents = 0;
    double sum = 0;
    for (int i : kept) {
      residents += scale.reduced(population[i]);
      sum += scale.reduced(cases[i]);
    }
    double mean = sum / residents;
    double squares = 0;
    for (int i : kept) {
      squares += scale.reduced(population[i]) * Math.pow(cases[i] / population[i] - mean, 2);
    }
    double chance = mean / scale.restored(residents / kept.length);
    double variance = squares / residents - chance;
    return Double.isFinite(mean) && Double.isFinite(variance)
        ? new Prior(mean, Math.max(0, variance))
        : new Prior(Double.NaN, Double.NaN);
  }

  private static boolean counts(double cases, double population) {
    return cases >= 0
        && population > 0
        && cases < Double.POSITIVE_INFINITY
        && population < Double.POSITIVE_INFINITY;
  }
}
