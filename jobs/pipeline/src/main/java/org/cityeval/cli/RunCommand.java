package org.cityeval.cli;

import java.util.List;
import org.cityeval.job.Run;
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
  @Override
  List<Step> steps() {
    return List.of(
        IngestCommand.STEP,
        PanelCommand.STEP,
        EvaluateCommand.STEP,
        CompareCommand.STEP,
        ReportCommand.STEP);
  }

  @Override
  void conclude(Run run, Console console) {
    new RunSummary(run).print(console.out(), warehouseName(), given());
  }
}
