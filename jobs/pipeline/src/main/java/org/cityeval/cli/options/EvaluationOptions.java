package org.cityeval.cli.options;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.cityeval.cli.output.Console;
import org.cityeval.cli.session.Logging;
import org.cityeval.cli.session.OpenWarehouse;
import org.cityeval.cli.session.Sessions;
import org.cityeval.cli.session.SparkSettings;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.problem.UserProblem;
import org.cityeval.storage.StoragePath;
import org.cityeval.warehouse.StoredTables;
import picocli.CommandLine.Option;

/**
 * Which evaluation, where its tables are, on which engine, and how that is logged: what most
 * commands take.
 */
public final class EvaluationOptions {
  /** How logs are written. */
  enum LogFormat {
    TEXT,
    JSON
  }

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Config of the evaluation (default: conf/us-metros.yaml).")
  private Path config;

  @Option(
      names = "--warehouse",
      paramLabel = "DIR",
      defaultValue = "./warehouse",
      description = "Where the tables are (default: ${DEFAULT-VALUE}; hdfs: and s3a: work too).")
  private String warehouse;

  @Option(
      names = "--master",
      paramLabel = "URL",
      defaultValue = "local[*]",
      description = "Spark master (default: ${DEFAULT-VALUE}); spark-submit's own wins.")
  private String master;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Override a key of the config; may be repeated.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--log-format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How logs are written to stderr (default: ${DEFAULT-VALUE}).")
  private LogFormat logFormat;

  @Option(names = "-v", description = "Show stack traces and the engine's warnings.")
  private boolean verbose;

  /** The config, with what --set says and further settings. */
  public EvaluationConfig load(Console console, List<String> furtherSettings) {
    List<String> all = new ArrayList<>(settings);
    all.addAll(furtherSettings);
    EvaluationConfig loaded = ConfigLoader.load(configFile(), console.environment(), all);
    console.conceal(loaded.variables());
    return loaded;
  }

  /** The evaluation of the config that was given; null where none was. */
  public String evaluationOfConfig(Console console) {
    return config == null ? null : load(console, List.of()).evaluation().id();
  }

  /** The config given, or the first sample beside the launcher. */
  public Path configFile() {
    if (config != null) {
      return config;
    }
    String home = System.getProperty("cityeval.home", ".");
    return Path.of(home, "conf", "us-metros.yaml");
  }

  /** Where the tables are. */
  public StoragePath warehouse() {
    return StoragePath.of(warehouse);
  }

  /** The warehouse as a person writes it. */
  public String warehouseName() {
    return warehouse;
  }

  /** Says that a warehouse is not there, before Spark is started for nothing. */
  public void requireWarehouse() {
    if (warehouse().isMissingFolder()) {
      throw new UserProblem(
          "There is no warehouse at " + warehouseName() + ".",
          "Nothing was evaluated into it yet, or it lies elsewhere.",
          "Run 'cityeval run' first, or name it with --warehouse.");
    }
  }

  /** The tables of the warehouse, read without a session. */
  public StoredTables tables() {
    Logging.start(logFormat.name().toLowerCase(Locale.ROOT), verbose);
    Configuration hadoop = SparkHadoopUtil.get().newConfiguration(SparkSettings.of(master));
    return new StoredTables(warehouse(), hadoop);
  }

  /** The warehouse; Spark starts when it is first needed. */
  public OpenWarehouse openWarehouse() {
    return new OpenWarehouse(tables(), this::openSession);
  }

  /** Whether this process does all the work itself. */
  public boolean isLocal() {
    return SparkSettings.isLocal(SparkSettings.of(master));
  }

  /** A session on the engine that was named. */
  public Sessions.Opened openSession() {
    Logging.start(logFormat.name().toLowerCase(Locale.ROOT), verbose);
    return Sessions.open(master);
  }
}
