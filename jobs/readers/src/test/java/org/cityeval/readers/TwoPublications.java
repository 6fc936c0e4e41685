package org.cityeval.readers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.cli.CityEval;
import org.cityeval.cli.output.Console;
import org.cityeval.cli.session.Sessions;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.Tables;
import org.cityeval.table.gold.PublicationTable;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.Publications;
import org.cityeval.warehouse.StoredTables;

/**
 * The sample Riverton, published twice: the second run draws other numbers, so that versions of a
 * table differ. What a reader must find is what Delta's own reader, in Spark, finds.
 */
final class TwoPublications {
  /** Below the folder of the build, where Trino finds it. */
  static final Path FOLDER = folder();

  static final Path WAREHOUSE = FOLDER.resolve("warehouse");
  static final Path RELEASE = WAREHOUSE.resolve("releases/spring-review");

  /** As the manifest named it then, and the version in which it did. */
  record Published(long manifest, Publication publication) {
    long version(TableSpec table) {
      return publication.version(table);
    }

    /** Rows by Delta in Spark. */
    List<String> rows(TableSpec table) {
      Rows rows = new Rows(table);
      for (Row row :
          SPARK
              .read()
              .format("delta")
              .option("versionAsOf", version(table))
              .load(place(table).toString())
              .collectAsList()) {
        rows.add(row::getAs);
      }
      return rows.sorted();
    }

    @Override
    public String toString() {
      return "published by version " + manifest + " of the manifest";
    }
  }

  /** A table of a publication. */
  record Asked(Published published, TableSpec table) {
    long version() {
      return published.version(table);
    }

    List<String> expected() {
      return EXPECTED.computeIfAbsent(this, asked -> published.rows(table));
    }

    @Override
    public String toString() {
      return table.qualifiedName() + " " + published;
    }
  }

  private static final SparkSession SPARK;
  private static final List<Published> BOTH = new ArrayList<>();
  private static final Map<Asked, List<String>> EXPECTED = new HashMap<>();

  static {
    SPARK = Sessions.open("local[2]").spark();
    for (String draws : List.of("200", "150")) {
      run(
          "run",
          "--config",
          "../../conf/riverton.yaml",
          "--warehouse",
          WAREHOUSE.toString(),
          "--set",
          "indicators.uncertainty.replicates=50",
          "--set",
          "comparison.draws=" + draws);
      StoredTables tables = new StoredTables(StoragePath.of(WAREHOUSE), new Configuration());
      BOTH.add(
          new Published(
              tables.version(PublicationTable.SPEC),
              new Publications(tables).findCurrent("riverton").orElseThrow()));
    }
    run("release", "spring-review", "--warehouse", WAREHOUSE.toString());
    // Else a reader that takes the newest version would pass for one that takes the version asked.
    assertThat(BOTH.get(0).rows(RankIntervalTable.SPEC))
        .isNotEmpty()
        .isNotEqualTo(BOTH.get(1).rows(RankIntervalTable.SPEC));
  }

  private TwoPublications() {}

  /** Every table of each publication. */
  static Stream<Asked> tables() {
    return BOTH.stream().flatMap(p -> Tables.PUBLISHED.stream().map(t -> new Asked(p, t)));
  }

  /** Every table of the newest publication, which was released. */
  static Stream<Asked> released() {
    return Tables.PUBLISHED.stream().map(table -> new Asked(BOTH.get(1), table));
  }

  static Path place(TableSpec table) {
    return WAREHOUSE.resolve(table.schema()).resolve(table.name());
  }

  /** The fenced block of a page that holds a text. */
  static String block(String page, String held) throws IOException {
    List<String> found =
        Arrays.stream(Files.readString(Path.of(page)).split("(?m)^```.*$"))
            .filter(block -> block.contains(held))
            .toList();
    assertThat(found).as("blocks of %s with %s", page, held).hasSize(1);
    return found.get(0);
  }

  /** The statements of a block, without what ends them. */
  static List<String> statements(String block) {
    return List.of(block.strip().replaceFirst(";$", "").split(";\\s*\\n", -1));
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory(
              Files.createDirectories(Path.of("target/warehouses")), "readers-")
          .toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(String... arguments) {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(told, true, StandardCharsets.UTF_8);
    int exit = CityEval.execute(new Console(print, print, Map.of(), Instant::now), arguments);
    assertThat(exit).as(told.toString(StandardCharsets.UTF_8)).isZero();
  }
}
