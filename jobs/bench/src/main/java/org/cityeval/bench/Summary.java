package org.cityeval.bench;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cityeval.numeric.statistics.Quantiles;

/** Minimum, median and maximum of every figure over the runs. */
public final class Summary {
  private Summary() {}

  /** A Markdown table; a figure that not every run has says of how many it speaks. */
  static String markdown(List<Measurement> runs) {
    Set<String> names = new LinkedHashSet<>();
    runs.forEach(run -> names.addAll(run.figures().keySet()));
    StringBuilder table =
        new StringBuilder("| figure | min | median | max |\n|---|---:|---:|---:|\n");
    for (String name : names) {
      double[] values =
          runs.stream()
              .filter(run -> run.figures().containsKey(name))
              .mapToDouble(run -> run.figures().get(name))
              .sorted()
              .toArray();
      String label = values.length == runs.size() ? name : name + " (" + values.length + " runs)";
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %.1f | %.1f | %.1f |%n",
              label,
              values[0],
              Quantiles.median(values),
              values[values.length - 1]));
    }
    return table.toString();
  }

  /**
   * A Markdown table of medians of wall and CPU, and of wall as a multiple of the floor's.
   *
   * @param calls name to the figures of each call
   * @param floor which of them is the floor
   */
  static String besideFloor(Map<String, List<Map<String, Double>>> calls, String floor) {
    double least = median(calls.get(floor), Launcher.WALL);
    StringBuilder table =
        new StringBuilder(
            "| command | wall s | CPU s | wall by the floor's |\n|---|---:|---:|---:|\n");
    calls.forEach(
        (name, figures) ->
            table.append(
                String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %.2f |%n",
                    name,
                    median(figures, Launcher.WALL),
                    median(figures, Launcher.CPU),
                    median(figures, Launcher.WALL) / least)));
    return table.toString();
  }

  private static double median(List<Map<String, Double>> calls, String figure) {
    double[] sorted =
        calls.stream()
            .mapToDouble(call -> call.getOrDefault(figure, Double.NaN))
            .sorted()
            .toArray();
    return Quantiles.median(sorted);
  }
}
