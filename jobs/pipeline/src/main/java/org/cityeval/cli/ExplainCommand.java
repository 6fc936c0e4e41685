package org.cityeval.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.cityeval.cli.options.EvaluationOptions;
import org.cityeval.cli.output.OutputFormat;
import org.cityeval.cli.session.OpenWarehouse;
import org.cityeval.comparison.Weighting;
import org.cityeval.explain.Account;
import org.cityeval.explain.Explainer;
import org.cityeval.explain.Explanation;
import org.cityeval.explain.RankExplainer;
import org.cityeval.explain.ScoreExplainer;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.Indicators;
import org.cityeval.problem.NearestName;
import org.cityeval.problem.UserProblem;
import org.cityeval.series.Level;
import org.cityeval.terminal.PaintedLine;
import org.cityeval.warehouse.StoredTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Says how a published value came about. */
@Command(
    name = "explain",
    description = {
      "Say how a published value came about: inputs, days, formula, interval, sources. Or say what"
          + " a score is made of, or where a district stands in each group, and what that rests on."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  cityeval explain E4 36061",
      "  cityeval explain E4 Kings",
      "  cityeval explain recovery_inequality 19600 --period span --format json",
      "  cityeval explain score 36061 --weighting public_value",
      "  cityeval explain rank 36061"
    })
final class ExplainCommand implements Callable<Integer> {
  private static final String SCORE = "score";
  private static final String RANK = "rank";

  @ParentCommand private CityEval root;
  @Mixin private EvaluationOptions options;

  @Parameters(
      index = "0",
      paramLabel = "INDICATOR",
      description = "Id (E4) or name of an indicator; or score; or rank.")
  private String indicator;

  @Parameters(
      index = "1",
      paramLabel = "DISTRICT",
      description = "Id or name of the district or city.")
  private String district;

  @Option(
      names = "--period",
      paramLabel = "ID",
      defaultValue = "span",
      description = "Period (default: ${DEFAULT-VALUE}).")
  private String period;

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description = "district or city, where both have the id (default: the district).")
  private Level level;

  @Option(
      names = "--weighting",
      paramLabel = "NAME",
      defaultValue = Weighting.EFFICIENCY,
      description = "Of a score or rank: efficiency or public_value (default: ${DEFAULT-VALUE}).")
  private String weighting;

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
    options.requireWarehouse();
    if (SCORE.equals(indicator) || RANK.equals(indicator)) {
      return compared();
    }
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
                        NearestName.find(
                                indicator,
                                Indicators.ALL.stream().map(i -> i.spec().name()).toList())
                            .map(name -> "Did you mean " + name + "?")
                            .orElse("See 'cityeval list indicators'.")));
    try (OpenWarehouse open = options.openWarehouse()) {
      Explanation explanation =
          new Explainer(open.warehouse())
              .explain(asked, new Explainer.Subject(evaluation, district, level, period));
      switch (format) {
        case TABLE -> root.console().printHeaded(explanation.text());
        case JSON -> root.console().out().println(explanation.json());
        case CSV -> {
          format.write(
              root.console(),
              explanation.inputs().columns(),
              explanation.inputs().rows().iterator());
          leftOut(explanation.inputs().leftOut());
        }
      }
    }
    return 0;
  }

  private Integer compared() {
    if (!Weighting.PUBLISHED.contains(weighting)) {
      throw new UserProblem(
          "There is no weighting " + weighting + ".",
          "Composites are published under " + String.join(" and ", Weighting.PUBLISHED) + ".",
          "Name one of them with --weighting.");
    }
    StoredTables tables = options.tables();
    Explainer.Subject subject = new Explainer.Subject(evaluation, district, level, period);
    Account account =
        SCORE.equals(indicator)
            ? new ScoreExplainer(tables).explain(subject, weighting)
            : new RankExplainer(tables).explain(subject, weighting);
    switch (format) {
      case TABLE -> print(account);
      case JSON -> root.console().out().println(account.json());
      case CSV -> write(account.sections().get(0));
    }
    return 0;
  }

  private void print(Account account) {
    PrintStream out = root.console().out();
    root.console().println(PaintedLine.heading(account.title()));
    out.println();
    int widest = account.facts().keySet().stream().mapToInt(String::length).max().orElse(1);
    account
        .facts()
        .keySet()
        .forEach(
            name -> out.printf(Locale.ROOT, "%-" + widest + "s  %s%n", name, account.shown(name)));
    for (Account.Section section : account.sections()) {
      if (!section.rows().isEmpty()) {
        out.println();
        out.println(section.title() + ":");
        format.write(out, section.columns(), section.rows().iterator());
      }
    }
  }

  private void write(Account.Section section) {
    format.write(root.console(), section.columns(), section.rows().iterator());
  }

  /** Beside the rows, which a script reads. */
  private void leftOut(long rows) {
    if (rows > 0) {
      root.console().err().println("... and " + rows + " more, left out.");
    }
  }
}
