package org.cityeval.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.util.ShutdownHookManager;
import org.cityeval.cli.options.EvaluationOptions;
import org.cityeval.cli.output.Console;
import org.cityeval.cli.output.Failures;
import org.cityeval.cli.session.OpenWarehouse;
import org.cityeval.problem.UserProblem;
import org.cityeval.serve.Limits;
import org.cityeval.serve.Listening;
import org.cityeval.serve.Login;
import org.cityeval.serve.SqlEndpoint;
import org.cityeval.warehouse.TableLogs;
import org.cityeval.warehouse.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Answers BI tools over JDBC, until it is stopped. */
@Command(
    name = "serve",
    description = {
      "Answer BI tools that ask by JDBC (Arrow Flight SQL): current.*, the last whole publication,"
          + " and nothing else. It runs until it is stopped.",
      "Who may ask is read from the environment: CITYEVAL_SERVE_USER and CITYEVAL_SERVE_PASSWORD,"
          + " or CITYEVAL_SERVE_TOKEN. Without these it listens on this machine alone."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  cityeval serve",
      "  cityeval serve --host 0.0.0.0 --tls-certificate server.pem --tls-key server.key"
    })
final class ServeCommand implements Callable<Integer> {
  /** Spark's own hook has 30 more than that of Hadoop's file systems. */
  private static final int WHEN_STOPPED = FileSystem.SHUTDOWN_HOOK_PRIORITY + 40;

  @ParentCommand private CityEval root;
  @Mixin private EvaluationOptions options;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      defaultValue = "127.0.0.1",
      description = "Where to listen (default: ${DEFAULT-VALUE}).")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "31337",
      description = "Port to listen on (default: ${DEFAULT-VALUE}); 0 takes any that is free.")
  private int port;

  @Option(
      names = "--max-rows",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Most rows of an answer (default: ${DEFAULT-VALUE}); a longer one is an error.")
  private int maxRows;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description = "Longest time of an answer (default: ${DEFAULT-VALUE}); then it is an error.")
  private long timeout;

  @Option(
      names = "--tls-certificate",
      paramLabel = "FILE",
      description = "Certificate of the server, PEM; with --tls-key.")
  private Path certificate;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "Key of the certificate, PEM in PKCS 8 without a password.")
  private Path key;

  @Override
  public Integer call() {
    Console console = root.console();
    Limits limits = limits();
    Listening listening =
        new Listening(host, requirePort(), tls(), Login.find(console.environment()));
    options.requireWarehouse();
    if (listening.isOverheard()) {
      console
          .err()
          .println("Without TLS, passwords and rows can be read on the way: see --tls-key.");
    }
    try (OpenWarehouse open = options.openWarehouse()) {
      Warehouse warehouse = open.warehouse();
      TableLogs.requireWhole(warehouse.stored());
      // Before anyone waits for it.
      warehouse.spark();
      serve(warehouse, listening, limits);
    } catch (NoClassDefFoundError missing) {
      throw new UserProblem(
          "The libraries of Arrow Flight SQL are not on the class path.",
          "The launcher ./cityeval has them; the jar for clusters does not: "
              + missing.getMessage()
              + ".",
          "Start it by ./cityeval, or give spark-submit --packages"
              + " org.apache.arrow:flight-sql:18.3.0.",
          missing);
    }
    return 0;
  }

  private void serve(Warehouse warehouse, Listening listening, Limits limits) {
    try (SqlEndpoint endpoint =
        new SqlEndpoint(warehouse, listening, limits, this::told, CodeVersion.version())) {
      // Before Spark stops, so that clients are told why their answers end.
      ShutdownHookManager.get().addShutdownHook(endpoint::close, WHEN_STOPPED);
      root.console().out().println("Serving  " + options.warehouseName() + ", schema current");
      root.console().out().println("JDBC     " + url(listening, endpoint.port()));
      root.console().out().println("Stop     Ctrl-C");
      endpoint.awaitEnd();
    }
  }

  /** What a client can mend is told to it. Of anything else, paths of files are for our eyes. */
  private Optional<UserProblem> told(Throwable failure) {
    Optional<UserProblem> problem = Failures.ofStatement(failure);
    if (problem.isEmpty()) {
      UserProblem known = Failures.asProblem(failure, options.warehouseName());
      root.console().err().println(known == null ? Failures.render(failure) : known.render());
    }
    return problem;
  }

  private static String url(Listening listening, int port) {
    String host = listening.host();
    return "jdbc:arrow-flight-sql://"
        + (host.contains(":") ? "[" + host + "]" : host)
        + ":"
        + port
        + "/?useEncryption="
        + listening.tls().isPresent();
  }

  private Limits limits() {
    if (maxRows < 1 || timeout < 1) {
      throw new UserProblem(
          "An answer has at least one row and one second.", "", "Correct --max-rows or --timeout.");
    }
    return new Limits(maxRows, Duration.ofSeconds(timeout));
  }

  private int requirePort() {
    if (port < 0 || port > 65_535) {
      throw new UserProblem("There is no port " + port + ".", "", "Name one from 0 to 65535.");
    }
    return port;
  }

  private Optional<Listening.Tls> tls() {
    if (certificate == null && key == null) {
      return Optional.empty();
    }
    if (certificate == null || key == null) {
      throw new UserProblem(
          "A certificate and its key belong together.",
          "Only " + (key == null ? "--tls-certificate" : "--tls-key") + " is given.",
          "Give both, or neither.");
    }
    return Optional.of(new Listening.Tls(certificate, key));
  }
}
