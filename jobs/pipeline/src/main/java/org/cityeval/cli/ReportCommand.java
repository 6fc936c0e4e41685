package org.cityeval.cli;

import java.util.List;
import org.cityeval.job.report.ReportJob;
import picocli.CommandLine.Command;

/** Writes the report. */
@Command(
    name = "report",
    description = "Write the HTML report of what is published.",
    footerHeading = "%nExample:%n",
    footer = "  cityeval report --config conf/zhejiang.yaml --warehouse /data/warehouse")
final class ReportCommand extends StepCommand {
  static final Step STEP = new Step("report", (run, districts) -> new ReportJob(run).run());

  @Override
  List<Step> steps() {
    return List.of(STEP);
  }

  @Override
  boolean changesTables() {
    return false;
  }
}
