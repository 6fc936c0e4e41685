package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.cityeval.table.Tables;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.testing.Cli;
import org.cityeval.testing.ShellWords;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Reruns, several evaluations and several vintages in one warehouse. */
@ExtendWith(SparkExtension.class)
class VintagesTest {
  private static final String MANIFEST =
      "select evaluation_id, as_of, is_current from gold.publication order by 1, 2";

  @TempDir private Path folder;

  private static void succeeds(Cli.Answer answer) {
    assertThat(answer.exit()).as(answer.err()).isZero();
  }

  /** The rows of every published table of one evaluation and vintage, as text, sorted. */
  private static List<String> rows(TinyLake lake, String schema, String asOf) {
    String statement =
        Tables.PUBLISHED.stream()
            .map(
                table ->
                    "select '%2$s' as name, to_json(struct(*)) as row from %1$s.%2$s"
                            .formatted(schema, table.name())
                        + " where evaluation_id = 'tiny' and as_of = '"
                        + asOf
                        + "'")
            .collect(Collectors.joining(" union all "));
    Cli.Answer answer = lake.sql(statement + " order by name, row");
    succeeds(answer);
    assertThat(answer.rows().stream().map(row -> row.substring(0, row.indexOf(','))).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Tables.PUBLISHED.stream()
                .map(TableSpec::name)
                // The lake declares nothing to find peers by, and its city is what its districts
                // are.
                .filter(name -> !name.startsWith("peer") && !name.equals("coherence"))
                .toList());
    return answer.rows();
  }

  @Test
  void aRerunLeavesTheSameRowsWhateverThePartitioning(org.apache.spark.sql.SparkSession spark) {
    TinyLake lake = TinyLake.published().copyTo(folder.resolve("lake"));
    List<String> before = rows(lake, "current", "2020-04-10");
    String partitions = spark.conf().get("spark.sql.shuffle.partitions");

    spark.conf().set("spark.sql.shuffle.partitions", "3");
    succeeds(lake.run("run", "--run-id", "second"));
    spark.conf().set("spark.sql.shuffle.partitions", partitions);

    assertThat(rows(lake, "current", "2020-04-10")).isEqualTo(before);
    assertThat(rows(lake, "gold", "2020-04-10")).isEqualTo(before);
    assertThat(lake.sql(MANIFEST).rows()).containsExactly("tiny,2020-04-10,true");
    assertThat(lake.sql("select count(distinct run_id) from ops.run").rows()).containsExactly("2");
  }

  @Test
  @Tag("slow")
  void evaluationsShareAWarehouseWithoutTouchingEachOther() {
    TinyLake lake = TinyLake.published().copyTo(folder.resolve("lake"));
    List<String> before = rows(lake, "current", "2020-04-10");

    succeeds(lake.configure("id: tiny", "id: other").run("run"));

    assertThat(rows(lake, "current", "2020-04-10")).isEqualTo(before);
    assertThat(lake.sql(MANIFEST).rows())
        .containsExactly("other,2020-04-10,true", "tiny,2020-04-10,true");
    assertThat(
            lake.sql("select evaluation_id, count(*) from current.scorecard group by 1 order by 1")
                .rows())
        .hasSize(2);
  }

  @Test
  void aRevisionIsCurrentAndWhatWasKnownBeforeCanBeEvaluatedAgain() {
    TinyLake lake = TinyLake.published().copyTo(folder.resolve("lake"));
    List<String> first = rows(lake, "current", "2020-04-10");
    lake.configure("as_of: 2020-04-10", "as_of: 2020-04-12");
    lake.change("cases.csv", "2020-03-11,A,60\n", "2020-03-11,A,90\n");

    succeeds(lake.run("run"));
    assertThat(lake.sql(MANIFEST).rows())
        .containsExactly("tiny,2020-04-10,false", "tiny,2020-04-12,true");
    assertThat(
            lake.sql(
                    "select as_of, new_cases from gold.district_day"
                        + " where district_id = 'A' and date = '2020-03-11' order by 1")
                .rows())
        .containsExactly("2020-04-10,60", "2020-04-12,90");
    assertThat(lake.sql("select distinct as_of from current.indicator_value").rows())
        .containsExactly("2020-04-12");

    Cli.Answer again = lake.run("run", "--as-of", "2020-04-10");
    succeeds(again);
    tellsOfTheVintageThatWasAskedFor(lake, again.out());
    assertThat(rows(lake, "gold", "2020-04-10")).isEqualTo(first);
    assertThat(lake.sql(MANIFEST).rows())
        .containsExactly("tiny,2020-04-10,false", "tiny,2020-04-12,true");
  }

  /** What a run prints is its own, though a later vintage is the current one. */
  private static void tellsOfTheVintageThatWasAskedFor(TinyLake lake, String printed) {
    assertThat(printed)
        .startsWith("Tiny, a city for tests, as of 2020-04-10\n")
        .contains("reports/tiny/2020-04-10.html\n")
        .doesNotContain("2020-04-12");
    List<String> ask =
        ShellWords.of(printed.lines().filter(line -> line.startsWith("Ask ")).findFirst().get());
    Cli.Answer asked = Cli.plain().run(ask.subList(2, ask.size()).toArray(String[]::new));
    succeeds(asked);
    assertThat(asked.out()).contains("2020-04-10").doesNotContain("2020-04-12");
    succeeds(lake.run("report", "--as-of", "2020-04-10"));
    Cli.Answer never = lake.run("report", "--as-of", "2020-04-11");
    assertThat(never.exit()).isEqualTo(2);
    assertThat(never.err())
        .contains("Nothing is published of tiny as of 2020-04-11.")
        .contains("cityeval run --config " + lake.config() + " --warehouse " + lake.warehouse())
        .contains("--as-of 2020-04-11");
  }

  @Test
  void whatAFileSaysOtherwiseOfTheSameDayIsToldBetweenTheRunsThatReadIt() {
    TinyLake lake = TinyLake.published().copyTo(folder.resolve("lake"));
    lake.change("cases.csv", "2020-03-11,A,60\n", "2020-03-11,A,90\n");
    succeeds(lake.run("run", "--run-id", "second"));

    Cli.Answer counts = lake.run("diff", "first", "second", "--format", "csv");
    succeeds(counts);
    // measure, sources, known_a, known_b, in_both, equal, changed, added, withdrawn, largest, ...
    assertThat(counts.rows())
        .contains("new_cases,tiny/cases,120,120,120,119,1,0,0,30,30,1,1,1")
        .hasSize(3);
    Cli.Answer page = lake.run("diff", "first", "tiny@2020-04-10", "--largest", "1");
    succeeds(page);
    assertThat(page.out()).containsPattern("data +tiny/cases ").contains("value ");
    assertThat(page.out()).doesNotContain("config of", "code or districts");
  }

  @Test
  void theDayOfPublicationComesFromAColumnWhereTheConfigSaysSo() {
    TinyLake lake = TinyLake.in(folder.resolve("lake"));
    StringBuilder text = new StringBuilder("day,district,new_cases,published\n");
    lake.text("cases.csv")
        .lines()
        .skip(1)
        .forEach(line -> text.append(line).append(",2020-04-10\n"));
    text.append("2020-03-11,A,90,2020-04-12\n");
    lake.write("cases.csv", text.toString());
    String cases = "path: cases.csv\n    shape: long\n    date: day\n    district: district\n";
    lake.configure(cases + "    as_of: 2020-04-10", cases + "    as_of: to_date(published)");

    succeeds(lake.run("ingest"));
    succeeds(lake.run("panel", "--as-of", "2020-04-11"));
    succeeds(lake.run("panel"));

    assertThat(
            lake.sql(
                    "select as_of, new_cases from gold.district_day"
                        + " where district_id = 'A' and date = '2020-03-11' order by 1")
                .rows())
        .containsExactly("2020-04-11,60", "2020-04-12,90");
    assertThat(lake.sql("select count(*) from ops.quarantine").rows()).containsExactly("0");
  }
}
