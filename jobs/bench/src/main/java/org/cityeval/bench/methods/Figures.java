package org.cityeval.bench.methods;

import java.util.Locale;
import java.util.Scanner;

/**
 * What one process took to answer.
 *
 * @param firstWall the first answer of the process, which compiles as it goes [s]
 * @param firstCpu of the whole process in that time [s]
 * @param wall an answer after that, their mean [s]
 * @param cpu of the whole process in that time, the mean of the same answers [s]
 * @param answers how many those are
 * @param allocated by an answer, whether kept or not [MiB]; {@code NaN} where nobody counts it
 * @param peak resident memory of the process at most, start and input included [MiB]
 * @param hash of the answer's numbers; 0 where nobody makes one
 */
record Figures(
    double firstWall,
    double firstCpu,
    double wall,
    double cpu,
    int answers,
    double allocated,
    double peak,
    int hash) {

  String line() {
    return String.format(
        Locale.ROOT,
        "%.6f %.6f %.6f %.6f %d %.3f %.3f %d",
        firstWall,
        firstCpu,
        wall,
        cpu,
        answers,
        allocated,
        peak,
        hash);
  }

  static Figures parse(String line) {
    try (Scanner figures = new Scanner(line).useLocale(Locale.ROOT)) {
      return new Figures(
          figures.nextDouble(),
          figures.nextDouble(),
          figures.nextDouble(),
          figures.nextDouble(),
          figures.nextInt(),
          figures.nextDouble(),
          figures.nextDouble(),
          figures.nextInt());
    }
  }
}
