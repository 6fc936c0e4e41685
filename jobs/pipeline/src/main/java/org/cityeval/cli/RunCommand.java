package org.cityeval.cli;

import static org.cityeval.table.spec.Keys.DISTRICT_ID;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.cityeval.cli.output.Console;
import org.cityeval.cli.output.RunSummary;
import org.cityeval.job.ingest.Losses;
import org.cityeval.job.report.ReportJob;
import org.cityeval.place.District;
import org.cityeval.rerun.EarlierRun;
import org.cityeval.rerun.RunBasis;
import org.cityeval.run.Run;
import org.cityeval.run.RunLog;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.warehouse.Publications;
import picocli.CommandLine.Command;

/** All steps, from the lake to the report. */
@Command(
    name = "run",
    description = "Run all steps: ingest, panel, evaluate, compare, report.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  cityeval run",
      "  cityeval run --config conf/zhejiang.yaml --warehouse /data/warehouse",
      "  cityeval run --from 2020-03-01 --to 2020-06-30 --set panel.risk.preset=zhejiang"
    })
final class RunCommand extends StepCommand {
  private Optional<String> basis = Optional.empty();

  @Override
  List<Step> steps() {
    return List.of(
        IngestCommand.STEP,
        PanelCommand.STEP,
        EvaluateCommand.STEP,
        CompareCommand.STEP,
        new Step(ReportCommand.STEP.name(), this::lastStep));
  }

  /** A later run finds there what this one rested on. */
  private RunLog.Counts lastStep(Run run, Supplier<List<District>> districts) {
    RunLog.Counts counts = ReportCommand.STEP.job().run(run, districts);
    return basis.map(of -> counts.with(EarlierRun.BASIS, of)).orElse(counts);
  }

  /** A run that would change nothing reads little, however large its lake is. */
  @Override
  boolean readsMuch(Run run) {
    return super.readsMuch(run) && earlier(run, basis(run)).isEmpty();
  }

  private static Optional<String> basis(Run run) {
    return RunBasis.digest(
        run.config(), run.knownOn(), CodeVersion.program(), run.warehouse().stored().hadoop());
  }

  /** The run that published what one of this basis would. */
  private static Optional<String> earlier(Run run, Optional<String> basis) {
    return run.extent() == Run.Extent.EVERYTHING
        ? Optional.empty()
        : basis.flatMap(
            of -> new EarlierRun(run.warehouse().stored()).find(run.evaluationId(), of));
  }

  @Override
  void work(Run run, Console console) {
    Instant started = console.clock().get();
    basis = basis(run);
    Optional<String> earlier = earlier(run, basis);
    if (earlier.isEmpty()) {
      super.work(run, console);
      return;
    }
    new RunLog(run, console.clock()).unchanged(started, earlier.get());
    conclude(run, console);
    new Losses(run).refused(publishedNames(run)).forEach(console.err()::println);
    console
        .err()
        .println(
            "Nothing has changed since run "
                + earlier.get()
                + ": what it published stays (--full computes it again).");
  }

  private static Map<String, String> publishedNames(Run run) {
    Map<String, String> names = new TreeMap<>();
    new Publications(run.warehouse().stored())
        .rows(ReportJob.publication(run), DistrictTable.SPEC)
        .columns(DISTRICT_ID, DistrictTable.NAME)
        .each(row -> names.put(row.get(DISTRICT_ID), row.get(DistrictTable.NAME)));
    return names;
  }

  @Override
  void conclude(Run run, Console console) {
    new RunSummary(run).print(console, warehouseName(), given());
  }
}
