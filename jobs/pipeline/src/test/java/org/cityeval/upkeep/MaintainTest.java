package org.cityeval.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
import org.cityeval.testing.RowTexts;
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
  @TempDir private static Path shared;
  private static TinyLake several;
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

  /** A version of a table. */
  private record Version(String table, long number) implements Comparable<Version> {
    @Override
    public int compareTo(Version other) {
      return Comparator.comparing(Version::table)
          .thenComparing(Version::number)
          .compare(this, other);
    }
  }

  /** The newest version of each table, and each version that the manifest names. */
  private Set<Version> kept() {
    Set<Version> kept = new TreeSet<>();
    for (String table : tables()) {
      kept.add(new Version(table, stored().version(Tables.find(table).orElseThrow())));
    }
    for (Publication publication : new Publications(stored()).list()) {
      publication.tableVersions().forEach((table, number) -> kept.add(new Version(table, number)));
    }
    return kept;
  }

  /** By Delta Kernel, for they are a hundred versions, and Spark would start jobs for each. */
  private List<String> rows(Version of) {
    return RowTexts.of(stored().rows(Tables.find(of.table()).orElseThrow(), of.number()));
  }

  /** The files that Delta's own reader opens for them. */
  private Set<String> files(Set<Version> of) {
    Set<String> files = new TreeSet<>();
    for (Version version : of) {
      for (String file : read(version.table(), version.number()).inputFiles()) {
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
    if (several == null) {
      several = TinyLake.published().copyTo(shared.resolve("lake"));
      several.change("cases.csv", "2020-03-11,A,60\n", "2020-03-11,A,90\n");
      succeeds(several.run("run", "--run-id", "second"));
      several.configure("as_of: 2020-04-10", "as_of: 2020-04-12");
      several.change("cases.csv", "2020-03-11,A,90\n", "2020-03-11,A,80\n");
      succeeds(several.run("run", "--run-id", "third"));
    }
    lake = several.copyTo(folder.resolve("several 50% 浙"));
    Files.writeString(lake.warehouse().resolve(LEFT), "half a file");
  }

  /** Putting files of ops together makes a version with the same rows. */
  private Map<String, List<String>> rows(Set<Version> of) {
    Map<String, List<String>> rows = new TreeMap<>();
    of.forEach(
        version ->
            rows.put(
                version.table().startsWith("ops") ? version.table() : "" + version, rows(version)));
    return rows;
  }

  @Test
  void whatTheManifestNamesReadsTheSame() throws IOException {
    severalVintages();
    assertThat(new Publications(stored()).list()).hasSize(2);
    Map<String, List<String>> before = rows(kept());
    Set<String> all = files(".*", "\n");
    Set<String> data = dataFiles();

    String told = succeeds(maintain(nextMonth, "--dry-run"));
    assertThat(told)
        .containsPattern("ops\\.run +\\d+ small files would be put together")
        .containsPattern("gold\\.scorecard +\\d files, [\\d,]+ bytes would be removed")
        .contains("Nothing was changed.");
    assertThat(files(".*", "\n")).isEqualTo(all);

    String done = succeeds(maintain(nextMonth));

    Set<Version> kept = kept();
    assertThat(rows(kept)).isEqualTo(before);
    assertThat(dataFiles()).isEqualTo(files(kept)).doesNotContain(LEFT);
    Set<String> removed = new TreeSet<>(data);
    removed.removeAll(dataFiles());
    assertThat(removed).contains(LEFT).hasSizeGreaterThan(20);
    assertThat(done)
        .contains("Removed " + removed.size() + " files, ")
        .contains("; kept " + dataFiles().size() + " files, ");
    assertThat(files(Set.of(new Version("ops.run", stored().version(RunTable.SPEC))))).hasSize(1);
    assertThat(succeeds(maintain(nextMonth))).contains("Removed 0 files, 0 bytes; kept ");
  }

  @Tag("slow")
  @Test
  void whatAReaderMayStillReadStays() throws IOException {
    lake.change("cases.csv", "2020-03-11,A,60\n", "2020-03-11,A,90\n");
    succeeds(lake.run("run", "--run-id", "second"));
    Files.writeString(lake.warehouse().resolve(LEFT), "a run is about to commit it");
    Set<String> before = dataFiles();
    List<String> first = rows(new Version("gold.scorecard", 0));

    assertThat(succeeds(maintain(now.plus(Duration.ofDays(6))))).contains("Removed 0 files");

    assertThat(dataFiles()).containsAll(before);
    assertThat(rows(new Version("gold.scorecard", 0))).isEqualTo(first);
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
