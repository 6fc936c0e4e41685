package org.cityeval.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.Indicators;
import org.cityeval.series.Family;
import org.cityeval.testing.GoldenPart;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which indicators the committed lakes can bear. */
@Tag("slow")
@ExtendWith(SparkExtension.class)
class CoverageTest {
  private static final List<String> EVALUATIONS =
      List.of("riverton", "us-metros", "us-cities", "zhejiang", "china-cities", "nyc");

  /** How many values have a status. */
  private record Count(long ok, long censored, long all) {
    Count plus(String status, long more) {
      return new Count(
          ok + (status.equals("ok") ? more : 0),
          censored + (status.equals("censored") ? more : 0),
          all + more);
    }

    String cell() {
      if (ok + censored == 0) {
        return "";
      }
      String cell = String.format(Locale.ROOT, "%.0f %%", 100.0 * ok / all);
      return censored == 0
          ? cell
          : cell + String.format(Locale.ROOT, " (%.0f %%)", 100.0 * censored / all);
    }
  }

  @Test
  void everyIndicatorIsBorneSomewhere() {
    Map<String, Map<String, Count>> counts = new LinkedHashMap<>();
    EVALUATIONS.forEach(evaluation -> counts.put(evaluation, counts(evaluation)));

    GoldenPart.matchesBelowMarker(Path.of("../docs/COVERAGE.md"), markdown(counts));
    for (Indicator indicator : Indicators.ALL) {
      String id = indicator.spec().id();
      assertThat(EVALUATIONS).as(id).anyMatch(e -> counts.get(e).get(id).ok() > 0);
    }
    assertThat(borne(counts.get("us-metros")))
        .as("share ok of what cases, mobility and enterprises can bear")
        .isGreaterThanOrEqualTo(0.8);
  }

  /**
   * Ok, a censored time not among them, over the values of indicators that read neither orders nor
   * requests.
   */
  private static double borne(Map<String, Count> counts) {
    long known = 0;
    long all = 0;
    for (Indicator indicator : Indicators.ALL) {
      boolean daily =
          !indicator.spec().readsRequests()
              && indicator.spec().reads().stream().noneMatch(q -> q.family() == Family.POLICY);
      Count count = counts.get(indicator.spec().id());
      known += daily ? count.ok() : 0;
      all += daily ? count.all() : 0;
    }
    return (double) known / all;
  }

  private static Map<String, Count> counts(String evaluation) {
    Map<String, Count> counts = new TreeMap<>();
    for (Map<String, String> row :
        Commands.query(
            warehouse(evaluation),
            "select indicator_id, status, count(*) as n from gold.indicator_value"
                + " where period_id = 'span' group by 1, 2")) {
      counts.merge(
          row.get("indicator_id"),
          new Count(0, 0, 0).plus(row.get("status"), Long.parseLong(row.get("n"))),
          (one, other) ->
              new Count(
                  one.ok() + other.ok(),
                  one.censored() + other.censored(),
                  one.all() + other.all()));
    }
    return counts;
  }

  private static Path warehouse(String evaluation) {
    if (evaluation.equals("riverton")) {
      return Riverton.warehouse();
    }
    Path warehouse = Commands.folder(evaluation);
    for (String step : List.of("ingest", "panel", "evaluate")) {
      Commands.out(step, "--config", Commands.config(evaluation), "--warehouse", warehouse);
    }
    return warehouse;
  }

  private static String markdown(Map<String, Map<String, Count>> counts) {
    StringBuilder page = new StringBuilder();
    page.append("| indicator | | ").append(String.join(" | ", EVALUATIONS)).append(" |\n");
    page.append("|---|---|").append("---:|".repeat(EVALUATIONS.size())).append('\n');
    for (Indicator indicator : Indicators.ALL) {
      String id = indicator.spec().id();
      page.append("| ").append(id).append(" | ").append(indicator.spec().title().english());
      EVALUATIONS.forEach(e -> page.append(" | ").append(counts.get(e).get(id).cell()));
      page.append(" |\n");
    }
    return page.toString();
  }
}
