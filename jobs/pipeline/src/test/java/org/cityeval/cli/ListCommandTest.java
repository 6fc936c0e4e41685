package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cityeval.table.Tables;
import org.cityeval.table.ops.RunTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.testing.Cli;
import org.cityeval.testing.TinyLake;
import org.cityeval.testing.Written;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListCommandTest {
  @TempDir private Path folder;

  private static Cli.Answer list(String... arguments) {
    List<String> all = new ArrayList<>(List.of("list"));
    all.addAll(List.of(arguments));
    return Cli.plain().run(all.toArray(String[]::new));
  }

  private static TableRow step(String step, String started) {
    return new TableRow(RunTable.SPEC)
        .set(Keys.RUN_ID, "r")
        .set(RunTable.STEP, step)
        .set(RunTable.STARTED, Instant.parse(started));
  }

  /** Way and levels stand in one order, so that each level can be read off. */
  @Test
  void indicatorsAreListedInTheOrderOfTheCatalogue() {
    List<String> rows = list("indicators", "--format", "csv").rows();

    assertThat(rows).hasSize(28);
    assertThat(rows.get(0)).startsWith("E1,response_lag,Response lag,");
    assertThat(rows)
        .anyMatch(
            row -> row.startsWith("E4,") && row.endsWith("\"lower,lower\",\"district,city\""));
  }

  @Test
  void tablesAreListedWithTheirKeysAndWhatARowIs() {
    assertThat(list("tables", "--format", "csv").rows()).hasSize(Tables.ALL.size());
    assertThat(list("tables").out()).contains("gold.dim_city").contains("ops.quarantine");
  }

  @Test
  void sourcesAndRegistersOfAConfigAreListed() {
    TinyLake lake =
        TinyLake.in(folder)
            .configure(
                "panel:\n",
                "requests:\n  hotline: {path: hotline.csv, request_id: id, opened: o,"
                    + " district: d}\npanel:\n");

    assertThat(lake.run("list", "sources", "--format", "csv").rows())
        .containsExactlyInAnyOrder(
            "cases," + lake.file("cases.csv") + ",csv,long,new_cases",
            "mobility," + lake.file("mobility.csv") + ",csv,wide_dates,mobility_distance_change",
            "enterprises," + lake.file("enterprises.csv") + ",csv,long,enterprise_output_change",
            "hotline," + lake.file("hotline.csv") + ",csv,requests,");
  }

  @Test
  void runsAreListedFromTheFirstOn() {
    TinyLake lake = TinyLake.in(folder);
    Written.to(
        lake.beginWithoutSession().warehouse().stored(),
        RunTable.SPEC,
        step("panel", "2020-04-10T09:00:00Z"),
        step("ingest", "2020-04-10T08:00:00Z"),
        step("evaluate", "2020-04-10T09:00:00Z"));

    assertThat(list("runs", "--warehouse", lake.warehouse().toString(), "--format", "csv").rows())
        .extracting(row -> row.split(",", -1)[2])
        .containsExactly("ingest", "evaluate", "panel");
  }

  @Test
  void whereNothingWasReleasedNothingIsListed() {
    TinyLake lake = TinyLake.in(folder);
    Written.to(
        lake.beginWithoutSession().warehouse().stored(),
        RunTable.SPEC,
        step("panel", "2020-04-10T09:00:00Z"));

    assertThat(
            list("releases", "--warehouse", lake.warehouse().toString(), "--format", "csv").out())
        .isEqualToIgnoringNewLines("name,evaluation_id,as_of,run_id,released");
  }

  @Test
  void withoutAWarehouseThereAreNeitherRunsNorReleases() {
    for (String subject : List.of("runs", "releases")) {
      Cli.Answer answer = list(subject, "--warehouse", folder.resolve("none").toString());

      assertThat(answer.exit()).isEqualTo(2);
      assertThat(answer.err()).contains("There is no warehouse at " + folder.resolve("none"));
    }
  }
}
