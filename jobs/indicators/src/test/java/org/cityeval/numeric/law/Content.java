package org.cityeval.numeric.law;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/** What an array of numbers is filled with. */
enum Content {
  /** What the argument asks for; positive numbers where it asks for nothing special. */
  SOUND(Double.NaN),
  ZERO(0),
  NEGATIVE_ZERO(-0.0),
  ONE(1),
  NEGATIVE(-3.5),
  MISSING(Double.NaN),
  INFINITE(Double.POSITIVE_INFINITY),
  MINUS_INFINITE(Double.NEGATIVE_INFINITY),
  SMALLEST(Double.MIN_VALUE),
  HUGE(1e308),
  MINUS_HUGE(-1e308),
  HUGE_COUNTS(1e13),
  /** Sound, but for one that is missing. */
  ONE_MISSING(Double.NaN),
  /** Sound, but for one that is infinite. */
  ONE_INFINITE(Double.POSITIVE_INFINITY),
  ONE_MINUS_INFINITE(Double.NEGATIVE_INFINITY),
  /** Sound, but for both infinities. */
  BOTH_INFINITE(Double.NaN),
  /** Sound, but for a huge one. */
  ONE_HUGE(1e308),
  /** 1e308 and -1e308 in turn. */
  HUGE_OF_BOTH_SIGNS(Double.NaN),
  /** Zeros of both signs. */
  BOTH_ZEROS(Double.NaN),
  /** Of both signs. */
  RANDOM(Double.NaN),
  /** From the smallest number to the largest. */
  ANY_SIZE(Double.NaN);

  private final double value;

  Content(double value) {
    this.value = value;
  }

  boolean isInfinite() {
    return name().contains("INFINITE");
  }

  /**
   * Numbers of this content.
   *
   * @param sound what the argument asks for, by place
   */
  double[] fill(int length, IntToDoubleFunction sound, SplittableRandom random) {
    double[] filled = new double[length];
    Arrays.setAll(filled, sound);
    int place = length / 2;
    switch (this) {
      case SOUND -> {}
      case ONE_MISSING, ONE_INFINITE, ONE_MINUS_INFINITE, ONE_HUGE -> put(filled, place, value);
      case BOTH_INFINITE -> {
        put(filled, place, Double.POSITIVE_INFINITY);
        put(filled, 0, Double.NEGATIVE_INFINITY);
      }
      case HUGE_OF_BOTH_SIGNS -> Arrays.setAll(filled, i -> i % 2 == 0 ? 1e308 : -1e308);
      case BOTH_ZEROS -> Arrays.setAll(filled, i -> i % 2 == 0 ? 0.0 : -0.0);
      case RANDOM -> Arrays.setAll(filled, i -> random.nextDouble(-10, 10));
      case ANY_SIZE -> Arrays.setAll(filled, i -> Math.pow(10, random.nextInt(-323, 309)));
      default -> Arrays.fill(filled, value);
    }
    return filled;
  }

  private static void put(double[] filled, int place, double value) {
    if (filled.length > 0) {
      filled[place] = value;
    }
  }
}
