package org.cityeval.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.cityeval.lock.EvaluationLock;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.Tables;
import org.cityeval.table.ops.RunTable;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.Publications;
import org.cityeval.warehouse.StoredTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import scala.Option;

/** Files are judged by what Delta's own reader opens. */
@ExtendWith(SparkExtension.class)
class MaintainTest {
  private static final String LEFT =
      "gold/scorecard/evaluation_id=tiny/as_of=2020-04-10/part-x.parquet";

  private final SparkSession spark;
  private final Instant now = Instant.now();
  private final Instant nextMonth = now.plus(Duration.ofDays(31));
  @TempDir private Path folder;
  private TinyLake lake;

  MaintainTest(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeEach
  void published() {
    lake = TinyLake.published().copyTo(folder.resolve("lake 50% 浙"));
  }

  private Cli.Answer maintain(Instant at, String... further) {
    List<String> all = new ArrayList<>(List.of("maintain", "--warehouse", "" + lake.warehouse()));
    all.addAll(Arrays.asList(further));
    return Cli.plain().at(at).run(all.toArray(String[]::new));
  }

  private static String succeeds(Cli.Answer answer) {
    assertThat(answer.exit()).as(answer.err()).isZero();
    return answer.out();
  }

  private StoredTables stored() {
    return new StoredTables(StoragePath.of(lake.warehouse()), spark.sessionState().newHadoopConf());
  }

  private Dataset<Row> read(String table, long version) {
    Path place = lake.warehouse().resolve(table.replace('.', '/'));
    return spark.read().format("delta").option("versionAsOf", version).load("" + place);
  }

  private List<String> tables() {
    return Tables.ALL.stream()
        .map(TableSpec::qualifiedName)
        .filter(name -> Files.exists(lake.warehouse().resolve(name.replace('.', '/'))))
        .toList();
  }

  /** The newest version of each table, and each version that the manifest names. */
  private Map<String, Dataset<Row>> kept() {
    Map<String, Dataset<Row>> kept = new TreeMap<>();
    for (String table : tables()) {
      long newest = stored().version(Tables.find(table).orElseThrow());
      kept.put(table + " " + newest, read(table, newest));
    }
    for (Publication publication : new Publications(stored()).list()) {
      publication
          .tableVersions()
          .forEach((table, version) -> kept.put(table + " " + version, read(table, version)));
    }
    return kept;
  }

  private static Map<String, List<String>> rows(Map<String, Dataset<Row>> of) {
    Map<String, List<String>> rows = new TreeMap<>();
    of.forEach((table, all) -> rows.put(table, sorted(all)));
    return rows;
  }

  private static List<String> sorted(Dataset<Row> rows) {
    return rows.toJSON().collectAsList().stream().sorted().toList();
  }

  /** The files that Delta's own reader opens for them. */
  private Set<String> files(Map<String, Dataset<Row>> of) {
    Set<String> files = new TreeSet<>();
    for (Dataset<Row> rows : of.values()) {
      for (String file : rows.inputFiles()) {
        files.add("" + lake.warehouse().relativize(Path.of(file.replaceFirst("^file:/*", "/"))));
      }
    }
    return files;
  }

  private Set<String> dataFiles() throws IOException {
    return files(".*/part-[^/]*\\.parquet|.*/[0-9a-f-]{36}[^/]*\\.parquet", "/_delta_log/");
  }

  private Set<String> files(String named, String without) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(lake.warehouse())) {
      files
          .filter(Files::isRegularFile)
          .map(file -> "" + lake.warehouse().relativize(file))
          .filter(file -> file.matches(named) && !("/" + file).contains(without))
          .forEach(found::add);
    }
    return found;
  }

  /** A rerun of one vintage, a second vintage, and a file of a run that was aborted. */
  private void severalVintages() throws IOException {
    lake.change("cases.csv", "2020-03-11,A,60\n", "2020-03-11,A,90\n");
    succeeds(lake.run("run", "--run-id", "second"));
    lake.configure("as_of: 2020-04-10", "as_of: 2020-04-12");
    lake.change("cases.csv", "2020-03-11,A,90\n", "2020-03-11,A,80\n");
    succeeds(lake.run("run", "--run-id", "third"));
    Files.writeString(lake.warehouse().resolve(LEFT), "half a file");
  }

  /** Putting files of ops together makes a version with the same rows. */
  private static Map<String, List<String>> byTable(Map<String, List<String>> rows) {
    Map<String, List<String>> named = new TreeMap<>();
    rows.forEach(
        (key, all) -> named.put(key.startsWith("ops") ? key.replaceFirst(" .*", "") : key, all));
    return named;
  }

  @Test
  void whatTheManifestNamesReadsTheSame() throws IOException {
    severalVintages();
    assertThat(new Publications(stored()).list()).hasSize(2);
    Map<String, List<String>> before = byTable(rows(kept()));
    Set<String> all = files(".*", "\n");
    Set<String> data = dataFiles();

    String told = succeeds(maintain(nextMonth, "--dry-run"));
    assertThat(told)
        .containsPattern("ops\\.run +\\d+ small files would be put together")
        .containsPattern("gold\\.scorecard +\\d files, [\\d,]+ bytes would be removed")
        .contains("Nothing was changed.");
    assertThat(files(".*", "\n")).isEqualTo(all);

    String done = succeeds(maintain(nextMonth));

    Map<String, Dataset<Row>> kept = kept();
    assertThat(byTable(rows(kept))).isEqualTo(before);
    assertThat(dataFiles()).isEqualTo(files(kept)).doesNotContain(LEFT);
    Set<String> removed = new TreeSet<>(data);
    removed.removeAll(dataFiles());
    assertThat(removed).contains(LEFT).hasSizeGreaterThan(20);
    assertThat(done)
        .contains("Removed " + removed.size() + " files, ")
        .contains("; kept " + dataFiles().size() + " files, ");
    assertThat(files(Map.of("", read("ops.run", stored().version(RunTable.SPEC))))).hasSize(1);
    assertThat(succeeds(maintain(nextMonth))).contains("Removed 0 files, 0 bytes; kept ");
  }

  @Tag("slow")
  @Test
  void whatAReaderMayStillReadStays() throws IOException {
    lake.change("cases.csv", "2020-03-11,A,60\n", "2020-03-11,A,90\n");
    succeeds(lake.run("run", "--run-id", "second"));
    Files.writeString(lake.warehouse().resolve(LEFT), "a run is about to commit it");
    Set<String> before = dataFiles();
    List<String> first = sorted(read("gold.scorecard", 0L));

    assertThat(succeeds(maintain(now.plus(Duration.ofDays(6))))).contains("Removed 0 files");

    assertThat(dataFiles()).containsAll(before);
    assertThat(sorted(read("gold.scorecard", 0L))).isEqualTo(first);
    Cli.Answer none = maintain(now, "--keep", "0");
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.err()).contains("--keep 0 is too short.");
    assertThat(succeeds(maintain(now.plus(Duration.ofDays(6)), "--keep", "2")))
        .doesNotContain("Removed 0 files");
    assertThat(dataFiles()).isEqualTo(files(kept()));
    // An earlier clean-up that kept less has taken the manifest of before.
    assertThat(succeeds(maintain(now.plus(Duration.ofDays(6))))).contains("Removed 0 files");
  }

  @Test
  void aTableWhoseLogNoLongerTellsIsLeftAlone() throws IOException {
    severalVintages();
    Path table = lake.warehouse().resolve("gold/scorecard");
    DeltaLog log = DeltaLog.forTable(spark, table.toString());
    log.checkpoint(log.update(false, Option.empty(), Option.empty()), Option.empty());
    for (int version = 0; version < 2; version++) {
      Files.delete(table.resolve("_delta_log/%020d.json".formatted(version)));
    }
    DeltaLog.clearCache();

    assertThat(succeeds(maintain(nextMonth)))
        .containsPattern(
            "gold\\.scorecard +left alone: its log no longer tells the files of version 1, which"
                + " the manifest names");

    assertThat(lake.warehouse().resolve(LEFT)).exists();
  }

  @Test
  void waitsForARun() throws IOException {
    Files.writeString(lake.warehouse().resolve(LEFT), "of a run");
    EvaluationLock.take(
            StoragePath.of(lake.warehouse()),
            "tiny",
            "nightly",
            spark.sessionState().newHadoopConf())
        .during(
            () -> {
              Cli.Answer answer = maintain(nextMonth);
              assertThat(answer.exit()).isEqualTo(75);
              assertThat(answer.err()).contains("nightly");
            });
    assertThat(lake.warehouse().resolve(LEFT)).exists();
  }

  @Test
  void releasesStay() throws IOException {
    succeeds(Cli.plain().run("release", "spring", "--warehouse", "" + lake.warehouse()));
    Path left = Files.createDirectories(lake.warehouse().resolve("releases/.summer.1234/gold"));
    Files.writeString(left.resolveSibling("_begun"), now.toString());
    // Begun within the days that are kept.
    Path later = Files.createDirectories(lake.warehouse().resolve("releases/.autumn.5678"));
    Files.writeString(later.resolve("_begun"), nextMonth.toString());
    Set<String> before = files(".*", "\n");

    assertThat(succeeds(maintain(nextMonth))).contains("1 unfinished were removed");

    assertThat(files("releases/.*", "\n"))
        .isEqualTo(
            new TreeSet<>(
                before.stream().filter(f -> f.matches("releases/(?!.summer).*")).toList()));
    assertThat(lake.warehouse().resolve("releases").toFile().list())
        .containsExactlyInAnyOrder("spring", ".autumn.5678");
    Cli.Answer inside =
        Cli.plain().run("maintain", "--warehouse", lake.warehouse() + "/releases/spring");
    assertThat(inside.exit()).isEqualTo(2);
    assertThat(inside.err()).contains("is a release.");
  }
}
