package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.gold.GoalpostTable;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.gold.ScorecardTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.testing.Cli;
import org.cityeval.testing.PublishedFew;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A score of 35 of Alder, of which one indicator is a part. */
class ExplainCommandTest {
  @TempDir private Path folder;

  @BeforeEach
  void publish() {
    PublishedFew few =
        new PublishedFew(folder)
            .write(
                DistrictTable.SPEC,
                PublishedFew.row(DistrictTable.SPEC, "tiny")
                    .set(Keys.DISTRICT_ID, "A")
                    .set(DistrictTable.NAME, "Alder"))
            .write(CityTable.SPEC)
            .write(IndicatorValueTable.SPEC)
            .write(GoalpostTable.SPEC)
            .write(
                ScorecardTable.SPEC,
                PublishedFew.row(ScorecardTable.SPEC, "tiny")
                    .set(Keys.DISTRICT_ID, "A")
                    .set(Keys.LEVEL, "district")
                    .set(Keys.PERIOD_ID, "span")
                    .set(Keys.WEIGHTING, "efficiency")
                    .set(ScorecardTable.STATUS, "ok")
                    .set(ScorecardTable.COMPOSITE, 35.123456789)
                    .set(ScorecardTable.AGGREGATION, "arithmetic")
                    .set(ScorecardTable.SCORES, "{\"E4\": 80}")
                    .set(ScorecardTable.WEIGHTS, "{\"E4\": 1}")
                    .set(ScorecardTable.CONTRIBUTIONS, "{\"E4\": 80}"));
    few.publish("tiny", "{}");
  }

  private Cli.Answer explain(String... arguments) {
    List<String> all = new ArrayList<>(List.of("explain"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--warehouse", folder.toString()));
    return Cli.plain().run(all.toArray(String[]::new));
  }

  @Test
  void aScoreIsReadAsFactsAndAsTheTableOfItsParts() {
    Cli.Answer answer = explain("score", "Alder");

    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(answer.out().lines())
        .startsWith("Score of Alder (A) under efficiency, span: 35.1235", "")
        .anyMatch(line -> line.matches("composite +35\\.1235"))
        .anyMatch(line -> line.matches("composite_low +none"))
        .contains("contributions:");
  }

  @Test
  void aScriptGetsTheMainRowsOrAllOfIt() {
    assertThat(explain("score", "A", "--format", "csv").out().lines().toList())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("indicator,title,dimension,status,");
    assertThat(explain("score", "A", "--format", "json").out())
        .startsWith("{\"evaluation_id\":\"tiny\",")
        .contains("\"contributions\":[{\"indicator\":\"E4\",");
  }

  @Test
  void anIndicatorThatIsNoneIsToldWithTheOneThatWasMeant() {
    Cli.Answer answer = explain("resumption_los_area", "A");

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err())
        .contains("There is no indicator resumption_los_area.")
        .contains("Did you mean resumption_loss_area?");
    assertThat(explain("X9", "A").err()).contains("See 'cityeval list indicators'.");
  }

  @Test
  void aWeightingThatIsNoneIsRefused() {
    Cli.Answer answer = explain("score", "A", "--weighting", "justice");

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err())
        .contains("There is no weighting justice.")
        .contains("efficiency and public_value");
  }

  @Test
  void whoIsNotPublishedIsRefused() {
    Cli.Answer answer = explain("E4", "Oak");

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).contains("Nothing is published of a district or city Oak.");
  }

  @Test
  void withoutAWarehouseThereIsNothingToExplain() {
    Cli.Answer answer =
        Cli.plain().run("explain", "E4", "A", "--warehouse", folder.resolve("none").toString());

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).contains("There is no warehouse at");
  }
}
