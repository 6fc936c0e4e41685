package org.cityeval.cli;

import java.util.List;
import org.cityeval.job.compare.CompareJob;
import picocli.CommandLine.Command;

/** Scores, ranks and publishes. */
@Command(
    name = "compare",
    description = "Score and rank districts and cities, then publish.",
    footerHeading = "%nExample:%n",
    footer = "  cityeval compare --config conf/zhejiang.yaml")
final class CompareCommand extends StepCommand {
  static final Step STEP =
      new Step("compare", (run, districts) -> new CompareJob(run, districts.get()).run());

  @Override
  List<Step> steps() {
    return List.of(STEP);
  }
}
