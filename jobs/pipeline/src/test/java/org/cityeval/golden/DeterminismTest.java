package org.cityeval.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The same data, config and code give the same rows, to the last bit. */
@Tag("slow")
@ExtendWith(SparkExtension.class)
class DeterminismTest {
  /** Tables that a lake may leave empty, such as the days on which a city is not its districts. */
  private static final Set<String> OPTIONAL =
      Set.of(
          "silver.service_request",
          "gold.coherence",
          "gold.peer",
          "gold.peer_group",
          "gold.peer_wide");

  @TempDir private Path folder;

  @Test
  void splitAndShuffledFilesGiveTheSameRows(SparkSession spark) throws IOException {
    TinyLake split = TinyLake.in(folder.resolve("split"));
    for (String name : List.of("cases", "mobility", "enterprises")) {
      splitAndShuffle(split.file(name + ".csv"), split.file(name), 3);
      split.configure("path: " + name + ".csv", "path: " + name);
    }
    assertThat(split.run("run").exit()).isZero();

    assertSame(dump(spark, split), dump(spark, TinyLake.published()));
  }

  @Test
  void soDoThoseOfACityWithRecordsThatAreRefused(SparkSession spark) throws IOException {
    Path samples = Files.createDirectories(folder.resolve("data-samples/riverton"));
    Path config = Files.createDirectories(folder.resolve("conf")).resolve("riverton.yaml");
    String text = Files.readString(Commands.config("riverton"));
    for (String name : List.of("districts.csv", "districts.geojson")) {
      Files.copy(Riverton.SAMPLES.resolve(name), samples.resolve(name));
    }
    for (String name :
        List.of("cases", "mobility", "enterprises", "policy_events", "work_orders")) {
      Path file =
          Files.copy(Riverton.SAMPLES.resolve(name + ".csv"), samples.resolve(name + ".csv"));
      splitAndShuffle(file, samples.resolve(name), 3);
      text = text.replace("riverton/" + name + ".csv", "riverton/" + name);
    }
    Files.writeString(config, text);
    Path warehouse = folder.resolve("warehouse");
    Riverton.evaluate(config, warehouse);

    assertSame(TableDump.of(spark, warehouse), TableDump.of(spark, Riverton.warehouse()));
  }

  @Test
  void oneCoreAndOnePartitionGiveTheRowsOfFourCoresAndTwoHundred(SparkSession spark)
      throws IOException, InterruptedException {
    TinyLake narrow = withPeers("narrow");
    TinyLake wide = withPeers("wide");
    runApart(narrow, "local[1]", "-Dspark.sql.shuffle.partitions=1");
    runApart(
        wide,
        "local[4]",
        "-Dspark.sql.shuffle.partitions=200",
        // Else the engine would join the small partitions to one again.
        "-Dspark.sql.adaptive.coalescePartitions.enabled=false");

    assertThat(dump(spark, narrow).get("gold.peer_group")).isNotEmpty();
    assertSame(dump(spark, wide), dump(spark, narrow));
  }

  /** A lake of this size is interpreted, unless somebody asks. */
  @Test
  void compiledPlansGiveTheRowsOfInterpretedOnes(SparkSession spark)
      throws IOException, InterruptedException {
    TinyLake interpreted = withPeers("interpreted");
    TinyLake compiled = withPeers("compiled");
    runApart(interpreted, "local[2]");
    runApart(
        compiled,
        "local[2]",
        "-Dspark.sql.codegen.wholeStage=true",
        "-Dspark.sql.codegen.factoryMode=FALLBACK");

    assertSame(dump(spark, compiled), dump(spark, interpreted));
  }

  /** Groups by k-means are what partitions would change first. */
  private TinyLake withPeers(String name) throws IOException {
    TinyLake lake = TinyLake.in(folder.resolve(name));
    lake.configure(
        "draws: 200",
        "draws: 200\n  peers: {variables: {population: log, early_incidence: linear}, groups: 2}");
    return lake;
  }

  private static Map<String, List<String>> dump(SparkSession spark, TinyLake lake) {
    return TableDump.of(spark, lake.warehouse());
  }

  private static void assertSame(
      Map<String, List<String>> found, Map<String, List<String>> expected) {
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (table, rows) -> {
          if (!OPTIONAL.contains(table)) {
            assertThat(rows).as(table).isNotEmpty();
          }
          assertThat(found.get(table)).as(table).isEqualTo(rows);
        });
  }

  /** Deals the records out to several files of a folder, each with the heading. */
  private static void splitAndShuffle(Path file, Path into, int parts) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> records = new ArrayList<>(lines.subList(1, lines.size()));
    Collections.shuffle(records, new Random(7));
    Files.createDirectories(into);
    for (int part = 0; part < parts; part++) {
      List<String> own = new ArrayList<>(List.of(lines.get(0)));
      for (int record = part; record < records.size(); record += parts) {
        own.add(records.get(record));
      }
      Files.write(into.resolve("part-" + part + ".csv"), own);
    }
    Files.delete(file);
  }

  /** Runs the command in a process of its own: a session's cores are fixed when it starts. */
  private static void runApart(TinyLake lake, String master, String... settings)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .forEach(command::add);
    command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(Arrays.asList(settings));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("org.cityeval.cli.Main", "run", "--master", master));
    command.addAll(List.of("--config", lake.config().toString()));
    command.addAll(List.of("--warehouse", lake.warehouse().toString()));
    File log = lake.file("run.log").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    Process process = builder.start();
    try {
      assertThat(process.waitFor(15, TimeUnit.MINUTES)).as("ended in time").isTrue();
      assertThat(process.exitValue()).as(Files.readString(log.toPath())).isZero();
    } finally {
      process.destroyForcibly();
    }
  }
}
