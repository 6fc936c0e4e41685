package org.cityeval.bench.counties;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cityeval.bench.DuckDbScript;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Writes a lake of more, or of fewer, counties than the county lake has, and a config that reads
 * it. The same options give the same lake, by one version of DuckDB.
 */
@Command(
    name = "county-lake",
    mixinStandardHelpOptions = true,
    description = "Writes a cut of the county lake, or copies of it with noise.")
public final class CountyLake implements Callable<Integer> {
  private static final String CONFIG = "us-counties.yaml";

  /** Codes of the last copy begin with 99. */
  private static final int MOST_COPIES = 100;

  @Spec private CommandSpec command;

  @Option(
      names = "--lake",
      defaultValue = "${env:CITYEVAL_LAKE}",
      required = true,
      description = "The county lake (default: the environment's CITYEVAL_LAKE).")
  private Path lake;

  @Option(names = "--copies", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
  private int copies;

  @Option(
      names = "--every",
      defaultValue = "1",
      description = "Takes one of so many counties (default: ${DEFAULT-VALUE}).")
  private int every;

  @Option(
      names = "--last-day",
      defaultValue = "2020-11-24",
      description = "Default: ${DEFAULT-VALUE}.")
  private LocalDate lastDay;

  @Option(
      names = "--repository",
      defaultValue = ".",
      description = "Where the config of the counties is (default: the current folder).")
  private Path repository;

  @Option(names = "--out", required = true, description = "The folder to write.")
  private Path out;

  /** Where the generator starts. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new CountyLake()).execute(args));
  }

  @Override
  public Integer call() throws IOException, SQLException {
    require(copies >= 1 && copies <= MOST_COPIES, "--copies is 1 to " + MOST_COPIES);
    require(every >= 1, "--every is 1 or more");
    Files.createDirectories(out);
    require(!Files.isSameFile(out, lake), "--out is the lake itself, and would be overwritten");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          DuckDbScript.of(
              CountyLake.class,
              "county-copies.sql",
              Map.of(
                  "lake",
                  lake,
                  "out",
                  out,
                  "copies",
                  copies,
                  "every",
                  every,
                  "last_day",
                  lastDay)));
    }
    String config = Files.readString(repository.resolve("conf/whole").resolve(CONFIG));
    Files.writeString(out.resolve(CONFIG), ofCopies(config));
    return 0;
  }

  private void require(boolean holds, String what) {
    if (!holds) {
      throw new ParameterException(command.commandLine(), what);
    }
  }

  /** The config of the counties, whose codes have two digits more, for the copy. */
  static String ofCopies(String config) {
    String made = config;
    for (String code : List.of("lpad(countyfips, 5, '0')", "numeric_width: 5")) {
      if (!made.contains(code)) {
        throw new IllegalArgumentException(CONFIG + " has no " + code);
      }
      made = made.replace(code, code.replace('5', '7'));
    }
    return made;
  }
}
