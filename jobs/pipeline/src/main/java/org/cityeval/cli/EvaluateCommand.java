package org.cityeval.cli;

import java.util.List;
import org.cityeval.job.evaluate.EvaluateJob;
import picocli.CommandLine.Command;

/** Computes the indicators. */
@Command(
    name = "evaluate",
    description = "Compute the indicators of every district, city and period.",
    footerHeading = "%nExample:%n",
    footer =
        "  cityeval evaluate --config conf/zhejiang.yaml --set indicators.uncertainty.replicates=1000")
final class EvaluateCommand extends StepCommand {
  static final Step STEP =
      new Step("evaluate", (run, districts) -> new EvaluateJob(run, districts.get()).run());

  @Override
  List<Step> steps() {
    return List.of(STEP);
  }
}
