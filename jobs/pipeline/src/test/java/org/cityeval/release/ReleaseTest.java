package org.cityeval.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.Tables;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.terminal.ShellWord;
import org.cityeval.testing.Cli;
import org.cityeval.testing.RowTexts;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.Publications;
import org.cityeval.warehouse.StoredTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkExtension.class)
class ReleaseTest {
  @TempDir private Path folder;

  private static Cli.Answer on(Path warehouse, String... command) {
    List<String> all = new ArrayList<>(Arrays.asList(command));
    all.addAll(List.of("--warehouse", warehouse.toString()));
    return Cli.plain().run(all.toArray(String[]::new));
  }

  private static String succeeds(Cli.Answer answer) {
    assertThat(answer.exit()).as(answer.err()).isZero();
    return answer.out();
  }

  private static void refused(Cli.Answer answer, String... told) {
    assertThat(answer.exit()).as(answer.err()).isEqualTo(2);
    assertThat(answer.err()).contains(told);
  }

  private static StoredTables tables(Path warehouse) {
    return new StoredTables(StoragePath.of(warehouse), new Configuration());
  }

  /** The rows of each published table, as one of the readers gives them. */
  private static Map<String, List<String>> rows(
      StoredTables tables, BiFunction<TableSpec, Long, List<String>> reader) {
    Publication publication = new Publications(tables).findCurrent("tiny").orElseThrow();
    Map<String, List<String>> rows = new TreeMap<>();
    for (TableSpec table : Tables.PUBLISHED) {
      rows.put(table.name(), reader.apply(table, publication.version(table)));
    }
    return rows;
  }

  private static Map<String, List<String>> rowsByKernel(Path warehouse) {
    StoredTables tables = tables(warehouse);
    return rows(
        tables,
        (table, version) ->
            RowTexts.of(
                tables
                    .rows(table, version)
                    .where("evaluation_id", "tiny")
                    .where("as_of", LocalDate.of(2020, 4, 10))));
  }

  private static Map<String, List<String>> rowsBySpark(SparkSession spark, Path warehouse) {
    return rows(
        tables(warehouse),
        (table, version) ->
            RowTexts.of(
                table,
                spark
                    .read()
                    .format("delta")
                    .option("versionAsOf", version)
                    .load(warehouse.resolve("gold").resolve(table.name()).toString())
                    .where("evaluation_id = 'tiny' and as_of = '2020-04-10'")));
  }

  /** Every file below a folder, with its bytes. */
  private static Map<String, BigInteger> files(Path below) throws IOException {
    Map<String, BigInteger> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(below)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.put(below.relativize(file).toString(), new BigInteger(1, Files.readAllBytes(file)));
      }
    }
    return all;
  }

  @Test
  void aBackfillChangesNothingOfIt(SparkSession spark) throws IOException {
    TinyLake lake = TinyLake.published().copyTo(folder.resolve("lake 50% 浙"));
    Path release = lake.warehouse().resolve("releases/spring");
    Map<String, List<String>> before = rowsByKernel(lake.warehouse());

    assertThat(succeeds(on(lake.warehouse(), "release", "spring")))
        .startsWith("tiny, as of 2020-04-10: 19 tables, ")
        .endsWith("Released  " + release + System.lineSeparator());
    Map<String, BigInteger> frozen = files(release);
    lake.change("cases.csv", "2020-03-11,A,60\n", "2020-03-11,A,90\n");
    succeeds(lake.run("run", "--run-id", "second"));

    assertThat(rowsByKernel(lake.warehouse())).isNotEqualTo(before);
    assertThat(files(release)).isEqualTo(frozen);
    assertThat(rowsBySpark(spark, release)).isEqualTo(before);
    assertThat(before.get("rank_interval")).isNotEmpty();
    theProgramReadsIt(lake, release);
  }

  private void theProgramReadsIt(TinyLake lake, Path release) throws IOException {
    String days = "select new_cases from current.district_day where district_id = 'A' and date = ";
    assertThat(on(release, "sql", days + "'2020-03-11'", "--format", "csv").rows())
        .containsExactly("60");
    assertThat(succeeds(on(release, "explain", "rank", "A"))).contains("next to it");
    refused(on(release, "explain", "P1", "A"), "holds no silver.district_day.");
    succeeds(on(release, "export", "--format", "csv", "--out", "" + folder.resolve("out")));
    assertThat(folder.resolve("out/datapackage.json")).content().contains("first");
    Map<String, BigInteger> gold = files(release.resolve("gold"));
    succeeds(on(release, "report", "--config", "" + lake.config()));
    assertThat(release.resolve("reports/tiny/2020-04-10.html")).isNotEmptyFile();
    refused(on(release, "run", "--config", "" + lake.config()), release + " is a release.");
    refused(on(release, "release", "again"), release + " is a release.");
    assertThat(files(release.resolve("gold"))).isEqualTo(gold);
  }

  @Test
  void aNameIsGivenOnce() throws IOException {
    TinyLake lake = TinyLake.published().copyTo(folder.resolve("lake 50% 浙"));
    succeeds(on(lake.warehouse(), "release", "spring"));
    Map<String, BigInteger> frozen = files(lake.warehouse());

    refused(
        on(lake.warehouse(), "release", "spring"),
        "There is a release spring already.",
        "cityeval list releases --warehouse " + ShellWord.of("" + lake.warehouse()));

    assertThat(files(lake.warehouse())).isEqualTo(frozen);
    assertThat(lake.warehouse().resolve("releases").toFile().list()).containsExactly("spring");
    assertThat(on(lake.warehouse(), "list", "releases", "--format", "csv").rows())
        .singleElement()
        .asString()
        .startsWith("spring,tiny,2020-04-10,first,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "a/b", ".x", "x.", "a b", "", "a=b", "a:b", "a%2fb", "a\nb"})
  void aNameIsThatOfAFolder(String name) {
    Path warehouse = TinyLake.published().warehouse();

    refused(on(warehouse, "release", name), "A release cannot be called");

    assertThat(warehouse.resolve("releases")).doesNotExist();
  }

  @Test
  void whatIsNotPublishedIsNotReleased() throws IOException {
    Path warehouse = Files.createDirectory(folder.resolve("empty"));

    refused(on(warehouse, "release", "spring"), "Nothing is published in this warehouse.");
    refused(
        on(TinyLake.published().warehouse(), "release", "spring", "--as-of", "2020-01-01"),
        "Nothing is published of tiny as of 2020-01-01.");
    assertThat(on(warehouse, "list", "releases", "--format", "csv").rows()).isEmpty();
    assertThat(warehouse).isEmptyDirectory();
  }

  /** A copy that breaks off leaves nothing that could be taken for a release. */
  @Test
  void halfOfOneIsNone() throws IOException {
    TinyLake lake = TinyLake.published().copyTo(folder.resolve("lake 50% 浙"));
    try (Stream<Path> files = Files.walk(lake.warehouse().resolve("gold/scorecard"))) {
      files.filter(file -> file.toString().endsWith(".parquet")).forEach(ReleaseTest::delete);
    }

    Cli.Answer answer = on(lake.warehouse(), "release", "spring");

    refused(answer, "A file of table gold.scorecard is damaged or gone.");
    assertThat(lake.warehouse().resolve("releases")).isEmptyDirectory();
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
