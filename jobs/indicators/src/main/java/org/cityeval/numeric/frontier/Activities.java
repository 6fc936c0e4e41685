package org.cityeval.numeric.frontier;

import java.util.Arrays;
import java.util.Locale;
import org.cityeval.numeric.statistics.Domain;

/**
 * What each unit takes in and brings out, in any units of measure.
 *
 * @param inputs by unit and input
 * @param outputs by unit and output that is wanted
 * @param undesirable by unit and output that is not wanted; rows of length zero where there is none
 */
public record Activities(double[][] inputs, double[][] outputs, double[][] undesirable) {
  public Activities {
    int units = inputs.length;
    if (outputs.length != units || undesirable.length != units) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Units differ in number: %d with inputs, %d with outputs, %d with undesirable outputs",
              units,
              outputs.length,
              undesirable.length));
    }
    requireSameWidth("inputs", inputs);
    requireSameWidth("outputs", outputs);
    requireSameWidth("undesirable outputs", undesirable);
  }

  /** Activities without an undesirable output. */
  public static Activities of(double[][] inputs, double[][] outputs) {
    return new Activities(inputs, outputs, new double[inputs.length][0]);
  }

  /**
   * Fewest units for scores to tell units apart: the larger of inputs x outputs and 3 (inputs +
   * outputs), undesirable outputs counted as outputs.
   *
   * <p>Source: Cooper, Seiford and Tone (2007).
   */
  public static int fewestUnits(int inputs, int outputs) {
    Domain.atLeast("inputs", inputs, 0);
    Domain.atLeast("outputs", outputs, 0);
    long fewest = Math.max((long) inputs * outputs, 3 * ((long) inputs + outputs));
    if (fewest > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d inputs and %d outputs need more units than there can be",
              inputs,
              outputs));
    }
    return (int) fewest;
  }

  /** Number of units. */
  public int size() {
    return inputs.length;
  }

  /** These units followed by the others. */
  Activities and(Activities others) {
    requireDimensionsOf(others);
    return new Activities(
        joined(inputs, others.inputs),
        joined(outputs, others.outputs),
        joined(undesirable, others.undesirable));
  }

  /** Every dimension of a unit as a cost, wanted outputs negative: less is better in each. */
  double[] costs(int unit) {
    double[] in = inputs[unit];
    double[] out = outputs[unit];
    double[] bad = undesirable[unit];
    double[] costs = Arrays.copyOf(in, in.length + out.length + bad.length);
    for (int i = 0; i < out.length; i++) {
      costs[in.length + i] = -out[i];
    }
    System.arraycopy(bad, 0, costs, in.length + out.length, bad.length);
    return costs;
  }

  private static double[][] joined(double[][] first, double[][] second) {
    double[][] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  private static void requireSameWidth(String name, double[][] rows) {
    for (double[] row : rows) {
      Domain.sameLength(name + " of a unit", row.length, "those of the first", rows[0].length);
    }
  }

  /** Refuses activities in other dimensions; without a unit there are none to differ. */
  void requireDimensionsOf(Activities others) {
    if (size() > 0 && others.size() > 0) {
      Domain.sameLength("inputs", inputs[0].length, "others", others.inputs[0].length);
      Domain.sameLength("outputs", outputs[0].length, "others", others.outputs[0].length);
      Domain.sameLength(
          "undesirable outputs", undesirable[0].length, "others", others.undesirable[0].length);
    }
  }
}
