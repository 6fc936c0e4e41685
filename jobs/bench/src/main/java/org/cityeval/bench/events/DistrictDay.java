package org.cityeval.bench.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * The answer for one district and day.
 *
 * @param day ISO 8601, in Hangzhou
 * @param devices different devices, exactly
 * @param meters all trips together
 * @param meanMeters of a trip
 * @param byCard share of trips paid by card
 */
record DistrictDay(
    int district,
    String day,
    long trips,
    long devices,
    double meters,
    double meanMeters,
    double byCard) {

  private String line() {
    return String.join(
        ",",
        Integer.toString(district),
        day,
        Long.toString(trips),
        Long.toString(devices),
        Double.toString(meters),
        Double.toString(meanMeters),
        Double.toString(byCard));
  }

  /** Writes answers, one a line, in order. */
  static void write(Collection<DistrictDay> answers, Path file) throws IOException {
    List<String> lines = answers.stream().map(DistrictDay::line).sorted().toList();
    Files.write(file, lines);
  }
}
