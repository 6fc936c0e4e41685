package org.cityeval.numeric.timeseries;

import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/** A value of days by how much each of them counts, above 0; {@code NaN} where it is undefined. */
@FunctionalInterface
public interface DayWeighted extends ToDoubleFunction<double[]> {
  /**
   * The value by the one day that counts {@code weight}, where each other counts once.
   *
   * <p>The error of a value asks for it once a day, so here most of the work is done. A value that
   * is made of sums finds all of them in one pass. It adds in the same order as {@link
   * #applyAsDouble}, and so gives the same numbers to the last bit.
   *
   * @param days how many days there are
   */
  default double[] withOneDay(int days, double weight) {
    double[] weights = LongRunError.once(days);
    double[] values = new double[days];
    for (int day = 0; day < days; day++) {
      weights[day] = weight;
      values[day] = applyAsDouble(weights);
      weights[day] = 1;
    }
    return values;
  }

  /**
   * A value with a pass of its own.
   *
   * @param withOneDay by the weight of the one day, what {@link #withOneDay} gives
   */
  static DayWeighted of(ToDoubleFunction<double[]> value, DoubleFunction<double[]> withOneDay) {
    return new DayWeighted() {
      @Override
      public double applyAsDouble(double[] weights) {
        return value.applyAsDouble(weights);
      }

      @Override
      public double[] withOneDay(int days, double weight) {
        return withOneDay.apply(weight);
      }
    };
  }
}
