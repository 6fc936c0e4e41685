package org.cityeval.cli.options;

import java.time.LocalDate;
import org.cityeval.cli.output.Console;
import org.cityeval.export.AskedPublication;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.Publications;
import org.cityeval.warehouse.StoredTables;
import org.cityeval.warehouse.TableLogs;
import picocli.CommandLine.Option;

/** Which publication a command is about. */
public final class AskedVintage {
  @Option(
      names = "--evaluation",
      paramLabel = "ID",
      description =
          "Evaluation, where the warehouse holds several (default: that of --config, if given).")
  private String evaluation;

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      description = "The vintage of this day (default: the current one).")
  private LocalDate asOf;

  /**
   * The publication in a warehouse whose log is whole.
   *
   * @throws org.cityeval.problem.UserProblem if there is none, or there are several
   */
  public Publication publication(EvaluationOptions options, StoredTables tables, Console console) {
    TableLogs.requireWhole(tables);
    return AskedPublication.of(
        new Publications(tables).list(),
        evaluation == null ? options.evaluationOfConfig(console) : evaluation,
        asOf);
  }
}
