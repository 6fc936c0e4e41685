package org.cityeval.bench.methods;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.cityeval.numeric.statistics.Quantiles;

/** The figures of all processes, and the medians of each method and number of districts. */
final class MethodTable {
  private static final String HEADING =
      """
      | method | districts | first wall s | first CPU s | wall s | CPU s | CPU ms a district | growth | allocated MiB | peak MiB |
      |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|
      """;

  private final Map<String, TreeMap<Integer, List<Figures>>> measured = new LinkedHashMap<>();

  void add(String method, int districts, Figures figures) {
    measured
        .computeIfAbsent(method, title -> new TreeMap<>())
        .computeIfAbsent(districts, count -> new ArrayList<>())
        .add(figures);
  }

  String markdown() {
    StringBuilder table = new StringBuilder(HEADING);
    measured.forEach(
        (method, sizes) ->
            sizes.forEach(
                (districts, runs) ->
                    table.append(row(method, districts, runs, sizes.lowerEntry(districts)))));
    return table.toString();
  }

  private static String row(
      String method, int districts, List<Figures> runs, Map.Entry<Integer, List<Figures>> fewer) {
    double cpu = median(runs, Figures::cpu);
    double allocated = median(runs, Figures::allocated);
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %.2f | %.2f | %.4f | %.4f | %.3f | %s | %s | %.0f |%n",
        method,
        districts,
        median(runs, Figures::firstWall),
        median(runs, Figures::firstCpu),
        median(runs, Figures::wall),
        cpu,
        1000 * cpu / districts,
        fewer == null ? "" : growth(fewer, districts, cpu),
        Double.isNaN(allocated) ? "" : String.format(Locale.ROOT, "%,.1f", allocated),
        median(runs, Figures::peak));
  }

  /** Exponent of the districts that the CPU time followed since the next smaller number. */
  private static String growth(Map.Entry<Integer, List<Figures>> fewer, int districts, double cpu) {
    double times = cpu / median(fewer.getValue(), Figures::cpu);
    return String.format(
        Locale.ROOT, "%.2f", Math.log(times) / Math.log((double) districts / fewer.getKey()));
  }

  private static double median(List<Figures> runs, ToDoubleFunction<Figures> figure) {
    return Quantiles.median(runs.stream().mapToDouble(figure).sorted().toArray());
  }
}
