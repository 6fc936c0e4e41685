package org.cityeval.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a config may declare about records, and what then becomes of them. */
@ExtendWith(SparkExtension.class)
class DeclaredOutcomesTest {
  private static final String RT =
      "select district_id, date, rt_mean from gold.district_day where level = 'district'"
          + " order by 1, 2";

  @TempDir private Path folder;

  private static void succeeds(Cli.Answer answer) {
    assertThat(answer.exit()).as(answer.err()).isZero();
  }

  @Test
  void aDistrictThatIsNotListedIsOutOfScopeWhereTheConfigSaysSo() {
    TinyLake lake =
        TinyLake.in(folder)
            .append("cases.csv", "2020-03-05,Z,7")
            .configure("path: cases.csv", "path: cases.csv\n    unknown_district: out_of_scope");

    succeeds(lake.run("ingest"));

    assertThat(
            lake.sql("select observed from ops.quality_check where check = 'record equation'")
                .rows())
        .containsExactly(
            "good 360 + missing 0 + out_of_scope 1 + quarantined 0 + deduplicated 0 = 361");
  }

  @Test
  @Tag("slow")
  void aFallOfACumulativeCountIsKeptAndFlaggedAndCountsForNoReproductionNumber() {
    TinyLake falling =
        TinyLake.in(folder.resolve("falling"))
            .configure("kind: daily_count", "kind: cumulative_count");
    TinyLake silent = TinyLake.in(folder.resolve("silent"));
    List<String> lines = silent.text("cases.csv").lines().toList();
    String day = lines.get(16);
    assertThat(day).startsWith("2020-03-16,A,");
    falling.write("cases.csv", cumulated(lines, day));
    // A first report of a sum says nothing of its day.
    silent.change("cases.csv", day + "\n", "").change("cases.csv", "2020-03-01,A,4\n", "");
    silent.change("cases.csv", "2020-03-01,B,0\n", "").change("cases.csv", "2020-03-01,C,0\n", "");
    for (TinyLake lake : List.of(falling, silent)) {
      succeeds(lake.run("ingest"));
      succeeds(lake.run("panel"));
    }

    assertThat(
            falling
                .sql(
                    "select district_id, date, new_cases from gold.district_day"
                        + " where cases_flag = 'fall' and level = 'district'")
                .rows())
        .containsExactly("A,2020-03-16,-5");
    // As if nothing had been reported on that day, and the days around it as they were.
    assertThat(falling.sql(RT).out()).isEqualTo(silent.sql(RT).out()).contains("1.");
  }

  /** Running sums by district; on the given line the sum falls by five instead. */
  private static String cumulated(List<String> lines, String fall) {
    List<String> sums = new ArrayList<>(List.of(lines.get(0)));
    long sum = 0;
    String district = "";
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      sum = cells[1].equals(district) ? sum : 0;
      district = cells[1];
      sum += line.equals(fall) ? -5 : Long.parseLong(cells[2]);
      sums.add(cells[0] + "," + cells[1] + "," + sum);
    }
    return String.join("\n", sums) + "\n";
  }
}
