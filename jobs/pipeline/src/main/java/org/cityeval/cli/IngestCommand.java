package org.cityeval.cli;

import java.util.List;
import org.cityeval.job.ingest.IngestJob;
import picocli.CommandLine.Command;

/** Reads the lake. */
@Command(
    name = "ingest",
    description = "Read every source into silver.observation; refuse what is wrong, and keep it.",
    footerHeading = "%nExample:%n",
    footer = "  cityeval ingest --config conf/zhejiang.yaml --warehouse /data/warehouse")
final class IngestCommand extends StepCommand {
  static final Step STEP =
      new Step("ingest", (run, districts) -> new IngestJob(run, districts.get()).run());

  @Override
  List<Step> steps() {
    return List.of(STEP);
  }
}
