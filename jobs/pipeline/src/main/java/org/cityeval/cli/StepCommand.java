package org.cityeval.cli;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.cityeval.check.SourceCheck;
import org.cityeval.cli.options.EvaluationOptions;
import org.cityeval.cli.output.Console;
import org.cityeval.cli.output.GivenOptions;
import org.cityeval.cli.output.StepProgress;
import org.cityeval.cli.session.LongProcess;
import org.cityeval.cli.session.OpenWarehouse;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.job.ingest.Losses;
import org.cityeval.lock.EvaluationLock;
import org.cityeval.place.District;
import org.cityeval.release.Releases;
import org.cityeval.run.Amount;
import org.cityeval.run.Run;
import org.cityeval.run.RunLog;
import org.cityeval.warehouse.TableLogs;
import org.cityeval.warehouse.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** A command that runs one or more of the jobs. */
@Command
abstract class StepCommand implements Callable<Integer> {
  @ParentCommand private CityEval root;
  @Mixin private EvaluationOptions options;

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "First day of the span, instead of the config's.")
  private LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DAY",
      description = "Last day of the span, instead of the config's.")
  private LocalDate to;

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      description = "Evaluate what was published by this day (default: all the lake holds).")
  private LocalDate asOf;

  @Option(
      names = "--full",
      description = "Read every file of the lake again, not only those that are new or changed.")
  private boolean full;

  @Option(
      names = "--run-id",
      paramLabel = "ID",
      description = "Name of the run in ops (default: a new one); a scheduler's own id fits.")
  private String runId;

  @Option(
      names = "--attempt",
      paramLabel = "N",
      defaultValue = "1",
      description = "Attempt of the run, from 1 (default: ${DEFAULT-VALUE}).")
  private int attempt;

  /** The steps of this command, in order. */
  abstract List<Step> steps();

  /** Whether it reads the lake. */
  boolean reads() {
    return steps().contains(IngestCommand.STEP);
  }

  /** Whether it writes what is evaluated, which a release must keep. */
  boolean changesTables() {
    return true;
  }

  /** Whether a JVM that compiles well would be the better one for it. */
  boolean readsMuch(Run run) {
    Amount amount =
        reads()
            ? Amount.ofLake(run.config(), run.warehouse().stored().hadoop())
            : Amount.ofSilver(run);
    return amount == Amount.HUGE;
  }

  /** Runs the steps, and tells what came of them. */
  void work(Run run, Console console) {
    NamedDistricts districts = new NamedDistricts(run);
    runSteps(run, districts, console);
    conclude(run, console);
    Losses losses = new Losses(run);
    if (reads()) {
      losses.refused(districts.names()).forEach(console.err()::println);
    }
    losses.warned().forEach(console.err()::println);
  }

  /** Prints the result to stdout, after the steps. */
  void conclude(Run run, Console console) {}

  /** One of the jobs. */
  record Step(String name, Job job) {}

  /** What a step does; the list of districts is read by the first who asks for it. */
  interface Job {
    RunLog.Counts run(Run run, Supplier<List<District>> districts);
  }

  @Override
  public Integer call() {
    Console console = root.console();
    EvaluationConfig config = options.load(console, spanSettings());
    if (!reads()) {
      options.requireWarehouse();
    }
    String id = runId == null ? newRunId(console.clock().get()) : runId;
    try (OpenWarehouse open = options.openWarehouse()) {
      Warehouse warehouse = open.warehouse();
      if (changesTables()) {
        Releases.requireNone(warehouse.stored());
      }
      Run run =
          new Run(
              new Run.Identity(id, attempt, "cityeval " + name(), CodeVersion.version()),
              config,
              ConfigLoader.hash(config),
              warehouse,
              Optional.ofNullable(asOf),
              full ? Run.Extent.EVERYTHING : Run.Extent.CHANGES);
      if (LongProcess.isOffered() && isLong(run)) {
        return LongProcess.NEEDED;
      }
      EvaluationLock lock =
          EvaluationLock.take(
              options.warehouse(), config.evaluation().id(), id, warehouse.stored().hadoop());
      lock.during(
          () -> {
            // Before hours of work that could not be committed.
            TableLogs.requireWhole(warehouse.stored());
            work(run, console);
          });
    }
    return 0;
  }

  /** What stands in its way is no fault here; the step that meets it tells. */
  private boolean isLong(Run run) {
    try {
      // A config from a pipe could not be read again.
      return options.isLocal() && Files.isRegularFile(options.configFile()) && readsMuch(run);
    } catch (RuntimeException unknown) {
      return false;
    }
  }

  private void runSteps(Run run, Supplier<List<District>> districts, Console console) {
    List<String> names = steps().stream().map(Step::name).toList();
    Optional<StepProgress> progress =
        console
            .live()
            .map(
                line ->
                    new StepProgress(
                            line,
                            names,
                            StepProgress.lastTook(run.warehouse().stored(), run.evaluationId()),
                            console.clock(),
                            run.warehouse()::doing)
                        .started());
    try {
      for (Step step : steps()) {
        progress.ifPresent(shown -> shown.begin(step.name()));
        runStep(step, run, districts, console);
      }
    } finally {
      progress.ifPresent(StepProgress::close);
    }
  }

  private void runStep(Step step, Run run, Supplier<List<District>> districts, Console console) {
    Instant started = console.clock().get();
    new RunLog(run, console.clock())
        .step(
            step.name(),
            () -> {
              if (step.equals(IngestCommand.STEP)) {
                run.warehouse().now("looks at the sources");
                SourceCheck.check(run.spark(), run.config(), options.configFile().toString());
              }
              return step.job().run(run, districts);
            });
    console
        .err()
        .printf(
            Locale.ROOT,
            "%-9s %6.1f s%n",
            step.name(),
            Duration.between(started, console.clock().get()).toMillis() / 1000.0);
  }

  private List<String> spanSettings() {
    List<String> settings = new ArrayList<>();
    Map<String, Optional<LocalDate>> span =
        new TreeMap<>(
            Map.of(
                "evaluation.first_day", Optional.ofNullable(from),
                "evaluation.last_day", Optional.ofNullable(to)));
    span.forEach((key, day) -> day.ifPresent(value -> settings.add(key + "=" + value)));
    return settings;
  }

  private String name() {
    return getClass().getAnnotation(Command.class).name();
  }

  private static String newRunId(Instant now) {
    return now.toString().substring(0, 19).replace(":", "").replace("-", "")
        + "-"
        + UUID.randomUUID().toString().substring(0, 8);
  }

  EvaluationOptions options() {
    return options;
  }

  GivenOptions given() {
    return root.given();
  }

  String warehouseName() {
    return options.warehouseName();
  }
}
