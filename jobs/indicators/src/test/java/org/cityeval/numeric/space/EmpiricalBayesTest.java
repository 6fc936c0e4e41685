package org.cityeval.numeric.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cityeval.numeric.ReferenceData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmpiricalBayesTest {
  private static final double[] CASES = ReferenceData.column("ebest_auckland.csv", 0);
  private static final double[] POPULATION = ReferenceData.column("ebest_auckland.csv", 1);

  @Test
  void equalsSpdepOnAuckland() {
    EmpiricalBayes.Prior prior = EmpiricalBayes.prior(CASES, POPULATION);
    assertThat(prior.mean()).isCloseTo(2.633436193e-03, within(5e-13));
    assertThat(prior.variance()).isCloseTo(7.284172901e-07, within(5e-17));
    assertThat(EmpiricalBayes.global(CASES, POPULATION))
        .containsExactly(ReferenceData.column("ebest_auckland.csv", 3), within(1e-15));
  }

  @Test
  void leansOnTheNeighboursWhereLocal() {
    // numpy, over each district and its neighbours: priors (mean, variance) 0.0036667, 0 (chance
    // alone); 0.0026667, 1.148e-6; 0.0048889, 1.3988e-5; 0.0052, 2.6667e-5.
    double[] cases = {2, 9, 1, 12};
    double[] population = {1000, 2000, 1500, 1000};
    assertThat(EmpiricalBayes.local(cases, population, RandomMap.row(4)))
        .containsExactly(
            new double[] {
              0.0036666666666666666,
              0.003514925373134328,
              0.0014645669291338584,
              0.010890376569037657
            },
            within(1e-15));
  }

  @Test
  void leavesAnIslandItsOwnRate() {
    double[] rates =
        EmpiricalBayes.local(
            new double[] {3, 5, 7}, new double[] {100, 100, 100}, Neighbours.of(new int[3][0]));
    assertThat(rates).containsExactly(new double[] {0.03, 0.05, 0.07}, within(1e-15));
  }

  @Test
  void givesAllTheMeanWhereCountsDifferByChanceOnly() {
    double[] rates = EmpiricalBayes.global(new double[] {4, 5, 6}, new double[] {100, 100, 100});
    assertThat(rates).containsExactly(new double[] {0.05, 0.05, 0.05}, within(1e-15));
  }

  @Test
  void isZeroWithoutACaseAnywhere() {
    double[] none = new double[3];
    double[] population = {10, 20, 30};
    assertThat(EmpiricalBayes.global(none, population)).containsOnly(0);
    assertThat(EmpiricalBayes.local(none, population, RandomMap.row(3))).containsOnly(0);
  }

  @Test
  void leavesOutDistrictsWithoutCountOrResidents() {
    double[] cases = {2, 9, Double.NaN, 1, 12, 4, -1};
    double[] population = {1000, 2000, 500, 1500, 1000, 0, 800};
    double[] rates = EmpiricalBayes.global(cases, population);
    // numpy over the other four.
    assertThat(rates)
        .containsExactly(
            new double[] {
              0.002623480432973,
              0.004479282562824,
              Double.NaN,
              0.001379465644209,
              0.009985678601166,
              Double.NaN,
              Double.NaN
            },
            within(1e-14));
    assertThat(EmpiricalBayes.local(cases, population, RandomMap.row(7))[2]).isNaN();
    assertThat(EmpiricalBayes.global(new double[0], new double[0])).isEmpty();
    assertThat(EmpiricalBayes.prior(new double[0], new double[0]).mean()).isNaN();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void liesBetweenTheOwnRateAndTheMean(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] population = random.doubles(20, 100, 5000).toArray();
    double[] cases = new double[20];
    Arrays.setAll(cases, i -> Math.floor(population[i] * random.nextDouble(0, 0.02)));
    double mean = EmpiricalBayes.prior(cases, population).mean();
    double[] rates = EmpiricalBayes.global(cases, population);
    for (int i = 0; i < 20; i++) {
      double own = cases[i] / population[i];
      assertThat(rates[i]).isBetween(Math.min(own, mean) - 1e-15, Math.max(own, mean) + 1e-15);
    }
    // Where all are neighbours of all, the local rates are the global ones.
    int[][] all = new int[20][];
    Arrays.setAll(all, i -> IntStream.range(0, 20).filter(j -> j != i).toArray());
    assertThat(EmpiricalBayes.local(cases, population, Neighbours.of(all)))
        .containsExactly(rates, within(1e-12));
  }

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }
}
