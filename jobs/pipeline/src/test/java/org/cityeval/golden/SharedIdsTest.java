package org.cityeval.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A city, tiny, with the id of one of its districts, Alder. */
@ExtendWith(SparkExtension.class)
class SharedIdsTest {
  private static TinyLake lake;

  @BeforeAll
  static void evaluate(@TempDir Path folder) {
    lake = TinyLake.in(folder).configure("city_id: city", "city_id: \"'A'\"");
    assertThat(lake.run("run").exit()).isZero();
  }

  @Test
  void ranksBearTheNameOfTheirLevel() {
    assertThat(
            Commands.query(
                lake.warehouse(),
                "select distinct level, name from current.rank_interval where district_id = 'A'"))
        .containsExactlyInAnyOrder(
            Map.of("level", "city", "name", "tiny"), Map.of("level", "district", "name", "Alder"));
  }

  @Test
  void explainTellsTheDistrictOrTheCity() {
    assertThat(explained("rank")).contains("Ranks of Alder").doesNotContain("Ranks of tiny");
    assertThat(explained("rank", "--level", "city")).contains("Ranks of tiny");
    String score = explained("score", "--level", "city", "--format", "json");
    assertThat(RivertonRows.object(score)).containsEntry("level", "city");
    String days = explained("E1", "--format", "csv");
    assertThat(days.lines().filter(line -> line.startsWith("A,2020-03-20"))).hasSize(1);
  }

  private static String explained(String what, String... options) {
    List<Object> arguments =
        new ArrayList<>(List.of("explain", what, "A", "--warehouse", lake.warehouse()));
    arguments.addAll(List.of(options));
    return Commands.out(arguments.toArray());
  }

  @Test
  void thePageSetsThemApart() throws IOException {
    try (Stream<Path> files = Files.walk(lake.warehouse().resolve("reports"))) {
      Path page = files.filter(file -> file.toString().endsWith(".html")).findFirst().orElseThrow();
      assertThat(Files.readString(page)).contains("\"A (city)\"").contains("Alder");
    }
  }
}
