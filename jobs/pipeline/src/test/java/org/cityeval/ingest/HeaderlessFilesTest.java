package org.cityeval.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Files that begin with a record: the config names their columns. */
@ExtendWith(SparkExtension.class)
class HeaderlessFilesTest {
  private static final String HEADER =
      "path: cases.csv\n    options: {header: [day, district, new_cases]}";

  @TempDir private Path folder;

  @Test
  void theFirstLineIsARecordWhoseColumnsTheConfigNames() {
    TinyLake lake =
        TinyLake.in(folder)
            .configure("path: cases.csv", HEADER.replace("cases.csv", "parts"))
            .configure("draws: 200", "draws: 200\nquality: {maximum_quarantined_share: 0.5}")
            .write("parts/1.csv", "2020-03-01,A,3\n2020-03-01,B\n")
            .write("parts/2.csv", "2020-03-02,A,4\n2020-03-02,C,many\n");

    Cli.Answer answer = lake.run("ingest");

    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(
            lake.sql(
                    "select date, district_id, value from silver.observation"
                        + " where measure = 'new_cases' order by 1")
                .rows())
        .containsExactly("2020-03-01,A,3", "2020-03-02,A,4");
    assertThat(lake.sql("select position, reason from ops.quarantine order by position").rows())
        .containsExactly(
            "1.csv:2 new_cases,\"The record has not as many cells as the heading: 2,"
                + " options.header has 3\"",
            "2.csv:2 new_cases,The value is not a number: many");
    // Mobility and enterprises: 240. Cases: four lines are four records.
    assertThat(
            lake.sql("select observed from ops.quality_check where check = 'record equation'")
                .rows())
        .containsExactly(
            "good 242 + missing 0 + out_of_scope 0 + quarantined 2 + deduplicated 0 = 244");
  }

  @Test
  void namesThatTheFirstLineRepeatsAreFoundByCheck() {
    Cli.Answer answer = TinyLake.in(folder).configure("path: cases.csv", HEADER).run("check");

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err())
        .contains("sources.cases.options.header: cases.csv has a line of headings.")
        .contains("Remove options.header");
  }
}
