package org.cityeval.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Quantity;
import org.cityeval.series.TestDistrict;

/** A city whose districts pass two waves, fall and recover, each its own way; for laws. */
final class RandomCity {
  private RandomCity() {}

  /**
   * @param missing share of days on which a quantity is unobserved
   */
  static List<DistrictSeries> districts(long seed, int districts, int days, double missing) {
    SplittableRandom random = new SplittableRandom(seed);
    List<DistrictSeries> city = new ArrayList<>();
    for (int i = 0; i < districts; i++) {
      city.add(district(random, "d" + (char) ('a' + i), days, missing));
    }
    return city;
  }

  private static DistrictSeries district(
      SplittableRandom random, String id, int days, double missing) {
    double peak = random.nextDouble(0.1, 0.9) * days;
    double width = random.nextDouble(3, 15);
    double height = random.nextDouble(0, 60);
    double depth = random.nextDouble(0, 0.9);
    double[] cases = new double[days];
    double[] smoothed = new double[days];
    double[] level = new double[days];
    double[] neighbours = new double[days];
    double[] mobility = new double[days];
    double[] enterprise = new double[days];
    double[] index = new double[days];
    double[] resumed = new double[days];
    double[] grade = new double[days];
    double[] high = new double[days];
    for (int day = 0; day < days; day++) {
      double second = (peak + days / 2.0) % days;
      double wave =
          Math.max(
              Math.exp(-Math.pow((day - peak) / width, 2) / 2),
              0.8 * Math.exp(-Math.pow((day - second) / width, 2) / 2));
      smoothed[day] = height * wave;
      cases[day] = Math.round(height * wave * random.nextDouble(0, 2)) - random.nextInt(2);
      level[day] = 1 + Math.floor(4.999 * wave);
      neighbours[day] = 1 + random.nextInt(5);
      // Whole percents of a mean over a week: days that scatter by .01 scatter less in it.
      mobility[day] = Math.rint(100 * (random.nextDouble(-0.004, 0.004) - depth * wave)) / 100;
      enterprise[day] = random.nextDouble(-0.1, 0.1) - 0.9 * depth * wave;
      index[day] = 100 * (1 - depth * wave) * random.nextDouble(0.9, 1);
      resumed[day] = Math.floor(index[day]);
      grade[day] = random.nextInt(5) == 0 ? random.nextInt(5) : level[day] - 1;
      high[day] = (day < peak ? 2 : 0.8) * random.nextDouble(0.9, 1.1);
    }
    double population = random.nextDouble(1000, 1_000_000);
    return TestDistrict.ofDays(days)
        .id(id)
        .population(population)
        .daily(Quantity.NEW_CASES_ADJUSTED, holed(cases, missing, random))
        .daily(Quantity.NEW_CASES_SMOOTHED, holed(smoothed, missing, random))
        .daily(Quantity.RISK_LEVEL, holed(level, missing, random))
        .daily(Quantity.RISK_NEIGHBOURS, holed(neighbours, missing, random))
        .daily(Quantity.RISK_CITY, holed(level, missing, random))
        .daily(Quantity.MOBILITY_SMOOTHED, holed(mobility, missing, random))
        .daily(Quantity.ENTERPRISE_SMOOTHED, holed(enterprise, missing, random))
        .daily(Quantity.WORK_RESUMPTION_INDEX, holed(index, missing, random))
        .daily(Quantity.ENTERPRISES_RESUMED, holed(resumed, missing, random))
        .daily(Quantity.POLICY_GRADE, holed(grade, missing, random))
        .daily(Quantity.RT_HIGH, holed(high, missing, random))
        .daily(Quantity.INCIDENCE, holed(per100k(smoothed, population), missing, random))
        .with(Quantity.ENTERPRISES_TOTAL, 100)
        .build();
  }

  private static double[] per100k(double[] persons, double population) {
    return Arrays.stream(persons).map(n -> n * 100_000 / population).toArray();
  }

  private static double[] holed(double[] daily, double missing, SplittableRandom random) {
    double[] holed = daily.clone();
    for (int day = 0; day < holed.length; day++) {
      holed[day] = random.nextDouble() < missing ? Double.NaN : holed[day];
    }
    return holed;
  }
}
