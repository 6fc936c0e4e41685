package org.cityeval.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * How long another district takes in Chromium with the processor slowed four times. It prints rows
 * for PERFORMANCE.md, and is no test, for times depend on the machine.
 */
final class DistrictChangeTime {
  private static final int CHANGES = 21;
  private static final List<String> SECTIONS =
      List.of("headline", "profile", "days", "map", "compare", "peers", "funnel");

  private static final String SCRIPT =
      """
      const select = find('#choose-district'), times = [];
      for (let i = 0; i <= %d; i++) {
        const begin = performance.now();
        select.value = select.options[(select.selectedIndex + 1) %% select.options.length].value;
        select.dispatchEvent(new Event('change'));
        await frame();
        const shown = performance.now() - begin;
        while (document.documentElement.hasAttribute('data-waiting')) await pause(0);
        times.push([shown, performance.now() - begin]);
        await pause(150);
      }
      // The first warms up.
      return times.slice(1);
      """
          .formatted(CHANGES);

  private DistrictChangeTime() {}

  /**
   * Prints the rows.
   *
   * @param arguments the page of a report
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    String page = Files.readString(Path.of(arguments[0]));
    Chromium browser = new Chromium(Files.createTempDirectory("change")).slowed();
    System.out.println(
        "| reader is at | on the screen: median, most | all that is near: median, most |");
    System.out.println("|---|---|---|");
    for (String section : SECTIONS) {
      JsonNode times = browser.visit(page, "#lang=en&at=" + section, 1440, SCRIPT).said();
      System.out.println("| " + section + " | " + row(times, 0) + " | " + row(times, 1) + " |");
    }
  }

  private static String row(JsonNode times, int at) {
    List<Double> sorted = new ArrayList<>();
    times.forEach(time -> sorted.add(time.get(at).doubleValue()));
    Collections.sort(sorted);
    return String.format(
        Locale.ROOT, "%.0f, %.0f ms", sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1));
  }
}
