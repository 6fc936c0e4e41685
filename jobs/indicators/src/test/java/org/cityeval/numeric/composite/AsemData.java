package org.cityeval.numeric.composite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ASEM sustainable connectivity data of COINr: 51 countries in the same order in each table.
 */
final class AsemData {
  /** The pillars, in the order of their table. */
  static final List<String> PILLARS =
      List.of(
          "ConEcFin", "Environ", "Instit", "P2P", "Physical", "Political", "Social", "SusEcFin");

  private AsemData() {}

  /** Numeric columns by their code; missing is {@code NaN}. */
  static Map<String, double[]> columns(String file) {
    List<String[]> cells = cells(file);
    Map<String, double[]> columns = new LinkedHashMap<>();
    for (int j = 1; j < cells.get(0).length; j++) {
      int column = j;
      columns.put(
          cells.get(0)[j],
          cells.stream().skip(1).mapToDouble(row -> number(row[column])).toArray());
    }
    return columns;
  }

  static List<String> units(String file) {
    return cells(file).stream().skip(1).map(row -> row[0]).toList();
  }

  /** Where higher is better. */
  static boolean higherIsBetter(String code) {
    return meta(code)[2].equals("1");
  }

  static String parent(String code) {
    return meta(code)[1];
  }

  /** What a node is made of. */
  static List<String> children(String parent) {
    return cells("coinr_asem_meta.csv").stream()
        .filter(row -> row[1].equals(parent))
        .map(row -> row[0])
        .toList();
  }

  /** Rows of the columns given. */
  static double[][] rows(List<double[]> columns) {
    double[][] rows = new double[columns.get(0).length][columns.size()];
    for (int i = 0; i < rows.length; i++) {
      int unit = i;
      Arrays.setAll(rows[i], j -> columns.get(j)[unit]);
    }
    return rows;
  }

  private static String[] meta(String code) {
    return cells("coinr_asem_meta.csv").stream()
        .filter(row -> row[0].equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static double number(String cell) {
    return cell.equals("NA") ? Double.NaN : Double.parseDouble(cell);
  }

  private static List<String[]> cells(String file) {
    try (InputStream in = AsemData.class.getResourceAsStream("/reference/" + file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(line -> line.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
