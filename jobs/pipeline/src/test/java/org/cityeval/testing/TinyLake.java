package org.cityeval.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.run.Run;
import org.cityeval.storage.StoragePath;
import org.cityeval.warehouse.StoredTables;
import org.cityeval.warehouse.Warehouse;

/**
 * A lake of one city, three districts and forty days, with its config, small enough to run in
 * seconds. Tests change its files and run commands on it.
 */
public final class TinyLake {
  public static final LocalDate FIRST_DAY = LocalDate.of(2020, 3, 1);
  public static final int DAYS = 40;
  public static final List<String> DISTRICTS = List.of("A", "B", "C");

  private static final String CONFIG =
      """
      evaluation:
        id: tiny
        title: Tiny, a city for tests
        first_day: 2020-03-01
        last_day: 2020-04-09
      districts:
        path: districts.csv
        code_system: letters
        columns:
          district_id: id
          district_name: name
          city_id: city
          city_name: city
          population: residents
      sources:
        cases:
          path: cases.csv
          shape: long
          date: day
          district: district
          as_of: 2020-04-10
          measures:
            new_cases: {value: new_cases, kind: daily_count}
        mobility:
          path: mobility.csv
          shape: wide_dates
          date_columns: yyyy-MM-dd
          district: district
          as_of: 2020-04-10
          measures:
            mobility_distance_change: {value: value, kind: index}
        enterprises:
          path: enterprises.csv
          shape: long
          date: day
          district: district
          as_of: 2020-04-10
          measures:
            enterprise_output_change: {value: output, kind: percent_change}
      panel:
        mobility: [mobility_distance_change]
        enterprise: [enterprise_output_change]
        serial_interval: {mean: 4.7, sd: 2.9, citation: Nishiura 2020}
      indicators:
        uncertainty: {replicates: 50}
      comparison:
        draws: 200
      small_counts: {already_public: made up}
      """;

  private final Path folder;

  private TinyLake(Path folder) {
    this.folder = folder;
  }

  /** Writes the lake and its config into a folder. */
  public static TinyLake in(Path folder) {
    return new TinyLake(folder)
        .write("tiny.yaml", CONFIG)
        .write("districts.csv", districts())
        .write("cases.csv", cases())
        .write("mobility.csv", mobility())
        .write("enterprises.csv", enterprises());
  }

  private static String districts() {
    return "id,name,city,residents\nA,Alder,tiny,100000\nB,Birch,tiny,200000\nC,Cedar,tiny,300000\n";
  }

  /** One hump of cases in each district, a week later and lower from one to the next. */
  private static String cases() {
    StringBuilder text = new StringBuilder("day,district,new_cases\n");
    for (int d = 0; d < DISTRICTS.size(); d++) {
      for (int day = 0; day < DAYS; day++) {
        double fromPeak = (day - 10 - 5 * d) / 6.0;
        long count = Math.round(60.0 / (1 + d) * Math.exp(-fromPeak * fromPeak));
        text.append(line(FIRST_DAY.plusDays(day), DISTRICTS.get(d), count));
      }
    }
    return text.toString();
  }

  private static String mobility() {
    StringBuilder text = new StringBuilder("district");
    for (int day = 0; day < DAYS; day++) {
      text.append(',').append(FIRST_DAY.plusDays(day));
    }
    for (int d = 0; d < DISTRICTS.size(); d++) {
      text.append('\n').append(DISTRICTS.get(d));
      for (int day = 0; day < DAYS; day++) {
        boolean restricted = day >= 8 + 3 * d && day < 26 + 3 * d;
        text.append(',').append(restricted ? 50 + 5 * d : 98 + day % 3);
      }
    }
    return text.append('\n').toString();
  }

  private static String enterprises() {
    StringBuilder text = new StringBuilder("day,district,output\n");
    for (int d = 0; d < DISTRICTS.size(); d++) {
      for (int day = 0; day < DAYS; day++) {
        boolean low = day >= 9 + 2 * d && day < 28 + 2 * d;
        text.append(line(FIRST_DAY.plusDays(day), DISTRICTS.get(d), low ? -40 + 5 * d : -day % 2));
      }
    }
    return text.toString();
  }

  private static String line(LocalDate day, String district, long value) {
    return day + "," + district + "," + value + "\n";
  }

  /** A file of the lake. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  public Path config() {
    return file("tiny.yaml");
  }

  public Path warehouse() {
    return file("warehouse");
  }

  /** Writes a file of the lake anew. */
  public TinyLake write(String name, String text) {
    try {
      Files.createDirectories(file(name).getParent());
      Files.writeString(file(name), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a file of the lake holds. */
  public String text(String name) {
    try {
      return Files.readString(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds lines to a file; they follow the ones there. */
  public TinyLake append(String name, String... lines) {
    return write(name, text(name) + String.join("\n", lines) + "\n");
  }

  /** Writes one part of a file otherwise; the part must be there. */
  public TinyLake change(String name, String part, String instead) {
    String text = text(name);
    if (!text.contains(part)) {
      throw new IllegalArgumentException(name + " holds no " + part);
    }
    return write(name, text.replace(part, instead));
  }

  /** Writes one part of the config otherwise; the part must be there. */
  public TinyLake configure(String part, String instead) {
    return change("tiny.yaml", part, instead);
  }

  /** Takes a file away. */
  public TinyLake remove(String name) {
    try {
      Files.delete(file(name));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command that takes a config, on this lake and its warehouse. */
  public Cli.Answer run(String command, String... further) {
    List<String> arguments = new ArrayList<>(List.of(command, "--config", config().toString()));
    arguments.addAll(List.of("--warehouse", warehouse().toString()));
    arguments.addAll(Arrays.asList(further));
    return Cli.plain().run(arguments.toArray(String[]::new));
  }

  /** A run of this lake and its warehouse within a session, for the newest vintage. */
  public Run begin(SparkSession spark) {
    return begin(spark, Optional.empty());
  }

  /** A run of what was known on a day. */
  public Run begin(SparkSession spark, Optional<LocalDate> knownOn) {
    return run(new Warehouse(spark, StoragePath.of(warehouse())), knownOn);
  }

  /** A run that needs no session, and has none. */
  public Run beginWithoutSession() {
    StoredTables tables = new StoredTables(StoragePath.of(warehouse()), new Configuration());
    Supplier<SparkSession> none =
        () -> {
          throw new IllegalStateException("No session is to be started here");
        };
    return run(new Warehouse(none, tables), Optional.empty());
  }

  private Run run(Warehouse warehouse, Optional<LocalDate> knownOn) {
    return new Run(
        new Run.Identity("run", 1, "test", "code"),
        ConfigLoader.load(config(), Map.of(), List.of()),
        "hash",
        warehouse,
        knownOn,
        Run.Extent.CHANGES);
  }

  /** Asks the warehouse; the answer is CSV. */
  public Cli.Answer sql(String statement) {
    return Cli.plain()
        .run("sql", statement, "--warehouse", warehouse().toString(), "--format", "csv");
  }

  /** The lake, its config and its warehouse, once more in another folder. */
  public TinyLake copyTo(Path other) {
    copy(folder, other);
    return new TinyLake(other);
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One lake that was run and published once in this process: read it, or copy it. */
  public static TinyLake published() {
    return Published.LAKE;
  }

  /** What the run of the published lake answered. */
  public static Cli.Answer publishedAnswer() {
    return Published.ANSWER;
  }

  private static final class Published {
    static final TinyLake LAKE = in(folder());
    static final Cli.Answer ANSWER = LAKE.run("run", "--run-id", "first");

    /** A new one, for another process may run tests of this build at the same time. */
    private static Path folder() {
      try {
        return Files.createTempDirectory(
            Files.createDirectories(Path.of("target", "warehouses")), "tiny-lake-");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
