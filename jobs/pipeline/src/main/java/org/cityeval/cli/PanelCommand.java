package org.cityeval.cli;

import java.util.List;
import org.cityeval.job.panel.PanelJob;
import picocli.CommandLine.Command;

/** Makes the panel. */
@Command(
    name = "panel",
    description = "Make every day of every district from the observations.",
    footerHeading = "%nExample:%n",
    footer = "  cityeval panel --config conf/zhejiang.yaml --as-of 2020-05-08")
final class PanelCommand extends StepCommand {
  static final Step STEP =
      new Step("panel", (run, districts) -> new PanelJob(run, districts.get()).run());

  @Override
  List<Step> steps() {
    return List.of(STEP);
  }
}
