package org.cityeval.numeric.composite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ASEM sustainable connectivity data set as COINr ships it, and what COINr made of it. */
final class Asem {
  private Asem() {}

  /** A level of the hierarchy below another. */
  record Node(String code, String parent, int direction, int level) {}

  static List<Node> nodes() {
    return lines("coinr_asem_meta.csv").stream()
        .map(l -> new Node(l[0], l[1], (int) number(l[2]), (int) number(l[4])))
        .toList();
  }

  static List<String> children(String parent) {
    return nodes().stream().filter(n -> n.parent().equals(parent)).map(Node::code).toList();
  }

  /** Columns by their heading; {@code NaN} where missing. */
  static Map<String, double[]> columns(String file) {
    List<String[]> lines = new ArrayList<>();
    String[] heading =
        read(file).lines().findFirst().orElseThrow().replace("\"", "").split(",", -1);
    lines.addAll(lines(file));
    Map<String, double[]> columns = new LinkedHashMap<>();
    for (int c = 1; c < heading.length; c++) {
      int at = c;
      columns.put(heading[c], lines.stream().mapToDouble(l -> number(l[at])).toArray());
    }
    return columns;
  }

  static List<String> countries(String file) {
    return lines(file).stream().map(line -> line[0]).toList();
  }

  private static double number(String cell) {
    return cell.equals("NA") || cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }

  private static List<String[]> lines(String file) {
    return read(file).lines().skip(1).map(line -> line.replace("\"", "").split(",", -1)).toList();
  }

  private static String read(String file) {
    try (InputStream in = Asem.class.getResourceAsStream("/reference/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
