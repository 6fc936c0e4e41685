package org.cityeval.numeric.frontier;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.cityeval.numeric.ReferenceData;

/** Units that several tests measure. */
final class DeaData {
  /** Program Follow Through, 70 sites (Charnes, Cooper and Rhodes 1981). */
  static final List<double[]> CHARNES_ROWS = ReferenceData.rows("dea_charnes1981.csv");

  static final Activities CHARNES =
      Activities.of(columns(CHARNES_ROWS, 2, 7), columns(CHARNES_ROWS, 7, 10));

  private DeaData() {}

  static double[][] columns(List<double[]> rows, int from, int to) {
    return rows.stream().map(row -> Arrays.copyOfRange(row, from, to)).toArray(double[][]::new);
  }

  static double[] column(List<double[]> rows, int position) {
    return rows.stream().mapToDouble(row -> row[position]).toArray();
  }

  /** One column of units. */
  static double[][] units(double... values) {
    return Arrays.stream(values).mapToObj(value -> new double[] {value}).toArray(double[][]::new);
  }

  /** Positive values, with an undesirable output where asked for. */
  static Activities random(int units, int undesirable, SplittableRandom random) {
    return new Activities(
        table(units, 2, random), table(units, 2, random), table(units, undesirable, random));
  }

  private static double[][] table(int rows, int columns, SplittableRandom random) {
    double[][] table = new double[rows][];
    Arrays.setAll(table, i -> random.doubles(columns, 0.5, 4).toArray());
    return table;
  }
}
