package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ExitDoneTest {

  @Test
  void aRunEndsWithTheRankingAndSaysWhereTablesAndReportAre() {
    TinyLake lake = TinyLake.published();
    Cli.Answer answer = TinyLake.publishedAnswer();

    assertThat(answer.err()).contains("ingest", "panel", "evaluate", "compare", "report");
    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(answer.out())
        .startsWith("Tiny, a city for tests, as of 2020-04-10")
        .contains("Alder", "Birch", "Cedar")
        .contains(lake.warehouse() + "/gold")
        .contains(lake.warehouse() + "/reports/tiny/2020-04-10.html");
    assertThat(lake.warehouse().resolve("reports/tiny/2020-04-10.html")).isNotEmptyFile();
  }

  @Test
  void stdoutHoldsResultsOnly() {
    assertThat(TinyLake.publishedAnswer().out().lines())
        .noneMatch(line -> line.matches("(ingest|panel|evaluate|compare|report) +[0-9.]+ s"))
        .noneMatch(line -> line.contains("WARN") || line.contains("INFO"));
    Cli.Answer rows =
        TinyLake.published()
            .sql("select district_id from current.dim_district order by district_id");
    assertThat(rows.out()).isEqualTo("district_id\r\nA\r\nB\r\nC\r\n");
    assertThat(rows.err()).isEmpty();
  }
}
