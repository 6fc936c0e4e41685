package org.cityeval.cli;

import java.util.concurrent.Callable;
import org.cityeval.explain.Explainer;
import org.cityeval.explain.Explanation;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.Indicators;
import org.cityeval.problem.NearestName;
import org.cityeval.problem.UserProblem;
import org.cityeval.table.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Says how a published value came about. */
@Command(
    name = "explain",
    description = "Say how a published value came about: inputs, days, formula, interval, sources.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  cityeval explain E4 36061",
      "  cityeval explain recovery_inequality 19600 --period span --format json"
    })
final class ExplainCommand implements Callable<Integer> {
  @ParentCommand private CityEval root;
  @Mixin private EvaluationOptions options;

  @Parameters(index = "0", paramLabel = "INDICATOR", description = "Id (E4) or name.")
  private String indicator;

  @Parameters(index = "1", paramLabel = "DISTRICT", description = "Id of the district or city.")
  private String district;

  @Option(
      names = "--period",
      paramLabel = "ID",
      defaultValue = "span",
      description = "Period (default: ${DEFAULT-VALUE}).")
  private String period;

  @Option(
      names = "--evaluation",
      paramLabel = "ID",
      description = "Evaluation, where the warehouse holds several with such a district.")
  private String evaluation;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json",
      defaultValue = "table",
      description = "table: to read; csv: the inputs; json: all of it (default: table).")
  private OutputFormat format;

  @Override
  public Integer call() {
    Warehouses.requireThere(options);
    Indicator asked =
        Indicators.find(indicator)
            .orElseThrow(
                () ->
                    new UserProblem(
                        "There is no indicator " + indicator + ".",
                        "Known are "
                            + String.join(
                                ", ", Indicators.ALL.stream().map(i -> i.spec().id()).toList())
                            + ".",
                        NearestName.of(
                                indicator,
                                Indicators.ALL.stream().map(i -> i.spec().name()).toList())
                            .map(name -> "Did you mean " + name + "?")
                            .orElse("See 'cityeval list indicators'.")));
    try (Sessions.Opened session = options.openSession()) {
      Explanation explanation =
          new Explainer(new Warehouse(session.spark(), options.warehouse()))
              .explain(asked, new Explainer.Subject(evaluation, district, period));
      switch (format) {
        case TABLE -> root.console().out().print(explanation.text());
        case JSON -> root.console().out().println(explanation.json());
        case CSV -> {
          format.write(
              root.console().out(),
              explanation.inputs().columns(),
              explanation.inputs().rows().iterator());
          leftOut(explanation.inputs().leftOut());
        }
      }
    }
    return 0;
  }

  /** Beside the rows, which a script reads. */
  private void leftOut(long rows) {
    if (rows > 0) {
      root.console().err().println("... " + rows + " more rows are left out.");
    }
  }
}
