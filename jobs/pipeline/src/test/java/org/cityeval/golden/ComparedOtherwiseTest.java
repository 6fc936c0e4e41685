package org.cityeval.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.golden.RivertonRows.key;
import static org.cityeval.golden.RivertonRows.number;
import static org.cityeval.golden.RivertonRows.numbers;
import static org.cityeval.golden.RivertonRows.residents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Riverton's values scored by rank, and its peers found by one variable alone. */
@ExtendWith(SparkExtension.class)
class ComparedOtherwiseTest {
  private static Path config;
  private static Path warehouse;

  @BeforeAll
  static void compare(@TempDir Path folder) throws IOException {
    config = folder.resolve("otherwise.yaml");
    String samples = Riverton.SAMPLES.toAbsolutePath().normalize().getParent().toString();
    String text = Files.readString(Commands.config("riverton")).replace("../data-samples", samples);
    assertThat(text).contains("early_incidence: linear}").contains("comparison:\n");
    Files.writeString(
        config,
        text.replace(", early_incidence: linear}", "}")
            .replace("comparison:\n", "comparison:\n  composite: {normalisation: rank}\n"));
    warehouse = Riverton.copy("riverton-otherwise");
    run(warehouse);
  }

  private static void run(Path into, String... settings) {
    List<Object> arguments =
        new ArrayList<>(List.of("compare", "--config", config, "--warehouse", into));
    for (String setting : settings) {
      arguments.addAll(List.of("--set", setting));
    }
    arguments.addAll(
        List.of("--set", "comparison.draws=200", "--set", "comparison.choice_draws=0"));
    Commands.out(arguments.toArray());
  }

  private static List<Map<String, String>> query(String statement) {
    return Commands.query(warehouse, statement);
  }

  @Test
  void scoresByRankFollowFromTheKnots() throws JsonProcessingException {
    Map<String, double[][]> knots = new TreeMap<>();
    Map<String, Boolean> shared = new TreeMap<>();
    for (Map<String, String> row : query("select * from current.goalpost")) {
      String key = key(row, "level", "period_id", "indicator_id");
      knots.put(key, new ObjectMapper().readValue(row.get("knots"), double[][].class));
      shared.put(key, row.get("per_resident").equals("true"));
      assertThat(row.get("normalisation")).isEqualTo("rank");
    }
    Map<String, Map<String, Double>> scores = new TreeMap<>();
    for (Map<String, String> row :
        query(
            "select * from current.scorecard where weighting = 'public_value' and"
                + " status <> 'not_applicable'")) {
      scores.put(key(row, "level", "district_id", "period_id"), numbers(row, "scores"));
    }
    int redone = 0;
    for (Map<String, String> row :
        query("select * from current.indicator_value where status = 'ok'")) {
      String of = key(row, "level", "period_id", "indicator_id");
      Map<String, Double> published = scores.get(key(row, "level", "district_id", "period_id"));
      if (!knots.containsKey(of) || published == null) {
        continue;
      }
      double value = number(row, "value") / (shared.get(of) ? residents(row) : 1);
      assertThat(published.get(row.get("indicator_id")))
          .as("%s", row)
          .isCloseTo(between(knots.get(of), value), within(1e-9));
      redone++;
    }
    assertThat(redone).isGreaterThan(100);
  }

  /** The score at a value, linear between the knots. */
  private static double between(double[][] knots, double value) {
    for (int i = 1; i < knots.length; i++) {
      if (value <= knots[i][0]) {
        double share = Math.max(0, (value - knots[i - 1][0]) / (knots[i][0] - knots[i - 1][0]));
        return knots[i - 1][1] + share * (knots[i][1] - knots[i - 1][1]);
      }
    }
    return knots[knots.length - 1][1];
  }

  @Test
  void oneVariableHasOneComponent() {
    assertThat(query("select * from current.peer_group where level = 'district'"))
        .hasSize(5)
        .allSatisfy(
            row -> {
              assertThat(row.get("peer_group")).isIn("1", "2");
              assertThat(Math.abs(number(row, "pc1")))
                  .isCloseTo(
                      Math.abs(numbers(row, "standardised").get("population")), within(1e-9));
              assertThat(number(row, "pc2")).isZero();
              assertThat(number(row, "pc1_share")).isCloseTo(1, within(1e-9));
            });
  }

  @Test
  void moreGroupsThanDistrictsAreNoneAndACheckSaysSo() throws IOException {
    Path ungrouped = Riverton.copy("riverton-ungrouped");
    run(ungrouped, "comparison.peers.groups=9");

    assertThat(
            Commands.query(
                ungrouped, "select * from current.peer_group where peer_group is not null"))
        .isEmpty();
    assertThat(
            Commands.query(
                ungrouped,
                "select severity, outcome, observed from ops.quality_check where check like"
                    + " '%groups of similar ones'"
                    + " order by attempt desc, run_id desc"))
        .contains(
            Map.of(
                "severity",
                "warn",
                "outcome",
                "failed",
                "observed",
                "5 districts have all variables of comparison.peers"));
  }
}
