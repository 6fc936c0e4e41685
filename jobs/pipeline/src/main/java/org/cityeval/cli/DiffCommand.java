package org.cityeval.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.job.RevisionJob;
import org.cityeval.table.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Says what the sources changed between two vintages. */
@Command(
    name = "diff",
    description = {
      "Say what the sources changed between two vintages: per measure the values known on A and on"
          + " B, those in both (equal or changed), added, and withdrawn (B's newest publication of"
          + " the measure is silent where A's spoke; the panel keeps what was said last), then the"
          + " largest changes. Values are as published, before any conversion."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  cityeval diff 2020-12-14 2021-07-01 --config conf/us-cities-vintages.yaml",
      "  cityeval diff 2020-12-14 2021-07-01 --config conf/us-cities-vintages.yaml --more-than 0.05",
      "  cityeval diff 2020-12-14 2021-07-01 --config conf/us-cities-vintages.yaml \\",
      "      --show changes --largest 100 --format csv"
    })
final class DiffCommand implements Callable<Integer> {
  /** What is printed. */
  enum Shown {
    COUNTS,
    CHANGES
  }

  @ParentCommand private CityEval root;
  @Mixin private EvaluationOptions options;

  @Parameters(
      index = "0",
      paramLabel = "A",
      description = "The earlier vintage: a day; known is what was published last by then.")
  private String earlier;

  @Parameters(index = "1", paramLabel = "B", description = "The later vintage, likewise.")
  private String later;

  @Option(
      names = "--more-than",
      paramLabel = "X",
      defaultValue = "0",
      description =
          "Count changes larger than this in changed_more, in the source's unit (default:"
              + " ${DEFAULT-VALUE}).")
  private double moreThan;

  @Option(
      names = "--largest",
      paramLabel = "N",
      defaultValue = "5",
      description = "List so many changes of each measure (default: ${DEFAULT-VALUE}).")
  private int largest;

  @Option(
      names = "--show",
      paramLabel = "counts|changes",
      description = "One of the two lists (default: both as a table, counts for csv and json).")
  private Shown shown;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json",
      defaultValue = "table",
      description = "How rows are written (default: ${DEFAULT-VALUE}).")
  private OutputFormat format;

  @Override
  public Integer call() {
    EvaluationConfig config = options.load(root.console(), List.of());
    Warehouses.requireThere(options);
    try (Sessions.Opened session = options.openSession()) {
      RevisionJob.Answer answer =
          new RevisionJob(new Warehouse(session.spark(), options.warehouse()), config)
              .compare(earlier, later, new RevisionJob.Question(moreThan, largest));
      if (shown != Shown.CHANGES) {
        write(answer.counts());
      }
      if (shown == null && format == OutputFormat.TABLE) {
        root.console().out().println();
      }
      if (shown == Shown.CHANGES || (shown == null && format == OutputFormat.TABLE)) {
        write(answer.largest());
      }
    }
    return 0;
  }

  private void write(RevisionJob.Rows rows) {
    format.write(root.console().out(), rows.columns(), rows.rows().iterator());
  }
}
