package org.cityeval.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.cityeval.cli.options.EvaluationOptions;
import org.cityeval.cli.output.OutputFormat;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.job.diff.Compared;
import org.cityeval.job.diff.ComparedNames;
import org.cityeval.job.diff.ResultRevisionJob;
import org.cityeval.job.diff.RevisionJob;
import org.cityeval.job.diff.Rows;
import org.cityeval.problem.UserProblem;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.StoredTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Says what changed between two vintages, publications or runs, and because of what. */
@Command(
    name = "diff",
    description = {
      "Say what changed between two vintages, publications or runs of one evaluation, and why."
          + " Causes are config, method, code and sources. Compared are values, ranks and classes,"
          + " and what the sources revised, as published, before any conversion.",
      "A and B are each a day, EVALUATION@DAY or a run id. A day is what was published of it, or,"
          + " where nothing was evaluated as of that day, what the sources had said by then. A run"
          + " id is what the run published, even if it was replaced since."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  cityeval diff 2020-12-14 2022-10-31 --config conf/us-cities-vintages.yaml",
      "  cityeval diff nightly-1 nightly-2 --config conf/us-metros.yaml --period wave-1",
      "  cityeval diff 2020-12-14 2022-10-31 --config conf/us-cities-vintages.yaml \\",
      "      --show values --largest 1000 --format csv",
      "",
      "--show, and what its rows are:",
      "  causes      what differs of config, method, code and sources",
      "  indicators  per indicator: rows equal and changed, the largest change, the causes",
      "  values      the values that differ, of each outcome the largest first",
      "  groups      per comparison group: moves, changes of class, the causes",
      "  ranks       who is ranked or classed otherwise, changed classes first",
      "  counts      per measure: values known on A and on B, equal, changed, added, withdrawn",
      "              (B's newest publication is silent where A's spoke; the panel keeps what was"
          + " said)",
      "  changes     the largest revisions of each measure"
    })
final class DiffCommand implements Callable<Integer> {
  /** What is printed. */
  enum Shown {
    CAUSES,
    INDICATORS,
    VALUES,
    GROUPS,
    RANKS,
    COUNTS,
    CHANGES;

    private static final Set<Shown> OF_SOURCES = Set.of(COUNTS, CHANGES);
  }

  private static final String ALL = "all";

  @ParentCommand private CityEval root;
  @Mixin private EvaluationOptions options;

  @Parameters(index = "0", paramLabel = "A", description = "The earlier day, publication or run.")
  private String earlier;

  @Parameters(index = "1", paramLabel = "B", description = "The later one, likewise.")
  private String later;

  @Option(
      names = "--show",
      paramLabel = "causes|indicators|values|groups|ranks|counts|changes",
      description = "One of the lists below (default: all as a table, counts for csv and json).")
  private Shown shown;

  @Option(
      names = "--period",
      paramLabel = "ID|all",
      description =
          "Values and ranks of one period (default: span as a table, all for csv and json).")
  private String period;

  @Option(
      names = "--weighting",
      paramLabel = "ID|all",
      description =
          "Ranks under one weighting (default: efficiency as a table, all for csv and json).")
  private String weighting;

  @Option(
      names = "--largest",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "List so many changes: of each measure, of each outcome of values, of ranks (default:"
              + " ${DEFAULT-VALUE}).")
  private int largest;

  @Option(
      names = "--more-than",
      paramLabel = "X",
      defaultValue = "0",
      description =
          "Count revisions larger than this in changed_more, in the source's unit (default:"
              + " ${DEFAULT-VALUE}).")
  private double moreThan;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json",
      defaultValue = "table",
      description = "How rows are written (default: ${DEFAULT-VALUE}).")
  private OutputFormat format;

  @Override
  public Integer call() {
    EvaluationConfig config = options.load(root.console(), List.of());
    options.requireWarehouse();
    StoredTables tables = options.tables();
    ComparedNames names = new ComparedNames(tables, config);
    Compared a = names.find(earlier);
    Compared b = names.find(later);
    Compared.requireInOrder(a, b);
    if (format == OutputFormat.TABLE) {
      page(tables, a, b);
    } else {
      Shown one = shown == null ? Shown.COUNTS : shown;
      write(
          Shown.OF_SOURCES.contains(one) ? sources(one, tables, a, b) : results(one, tables, a, b));
    }
    return 0;
  }

  private void page(StoredTables tables, Compared a, Compared b) {
    DiffPage page =
        new DiffPage(
            root.console().out(),
            root.given(),
            shown == null ? EnumSet.allOf(Shown.class) : EnumSet.of(shown));
    boolean tellsSources = shown == null || Shown.OF_SOURCES.contains(shown);
    // Observations are read on another core while results are compared.
    CompletableFuture<RevisionJob.Answer> sources =
        tellsSources ? CompletableFuture.supplyAsync(() -> sources(tables, a, b)) : null;
    boolean evaluated = a.publication().isPresent() && b.publication().isPresent();
    if (shown == null && !evaluated) {
      page.notEvaluated(a, b);
    } else if (shown == null || !Shown.OF_SOURCES.contains(shown)) {
      page.results(results(tables, a, b), scope());
    }
    if (tellsSources) {
      page.sources(sources.join());
    }
  }

  private Rows results(Shown one, StoredTables tables, Compared a, Compared b) {
    ResultRevisionJob.Answer answer = results(tables, a, b);
    return switch (one) {
      case CAUSES -> answer.causes();
      case INDICATORS -> answer.indicators();
      case VALUES -> answer.values();
      case GROUPS -> answer.groups();
      default -> answer.ranks();
    };
  }

  private Rows sources(Shown one, StoredTables tables, Compared a, Compared b) {
    RevisionJob.Answer answer = sources(tables, a, b);
    return one == Shown.COUNTS ? answer.counts() : answer.largest();
  }

  private ResultRevisionJob.Answer results(StoredTables tables, Compared a, Compared b) {
    return new ResultRevisionJob(tables, published(a), published(b)).compare(scope());
  }

  private RevisionJob.Answer sources(StoredTables tables, Compared a, Compared b) {
    return new RevisionJob(tables).compare(a, b, new RevisionJob.Question(moreThan, largest));
  }

  private ResultRevisionJob.Question scope() {
    return new ResultRevisionJob.Question(
        one(period, "span"), one(weighting, "efficiency"), largest);
  }

  private Optional<String> one(String asked, String usual) {
    String name = asked != null ? asked : format == OutputFormat.TABLE ? usual : ALL;
    return Optional.of(name).filter(value -> !value.equals(ALL));
  }

  private static Publication published(Compared side) {
    return side.publication()
        .orElseThrow(
            () ->
                new UserProblem(
                    "Nothing was evaluated as of " + side.asOf() + ".",
                    "Of that day the warehouse knows what the sources had said, no values and no"
                        + " ranks.",
                    "Run 'cityeval run --as-of "
                        + side.asOf()
                        + "' first, or ask with --show counts or changes."));
  }

  private void write(Rows rows) {
    format.write(root.console(), rows.columns(), rows.rows().iterator());
  }
}
