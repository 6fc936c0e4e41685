package org.cityeval.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cityeval.cli.options.EvaluationOptions;
import org.cityeval.cli.output.OutputFormat;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.Indicators;
import org.cityeval.lake.LakeSource;
import org.cityeval.release.Release;
import org.cityeval.release.Releases;
import org.cityeval.series.Level;
import org.cityeval.series.Quantity;
import org.cityeval.table.Tables;
import org.cityeval.table.ops.RunTable;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.StoredRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lists what there is. */
@Command(
    name = "list",
    description =
        "List the indicators, the tables, the runs, the releases, or the sources of a config.",
    footerHeading = "%nExamples:%n",
    footer = {"  cityeval list indicators", "  cityeval list runs --format json"})
final class ListCommand implements Callable<Integer> {
  /** What can be listed. */
  enum Subject {
    INDICATORS,
    TABLES,
    RUNS,
    RELEASES,
    SOURCES
  }

  @ParentCommand private CityEval root;
  @Mixin private EvaluationOptions options;

  @Parameters(
      index = "0",
      paramLabel = "indicators|tables|runs|releases|sources",
      description = "What.")
  private Subject subject;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json",
      defaultValue = "table",
      description = "How rows are written (default: ${DEFAULT-VALUE}).")
  private OutputFormat format;

  @Override
  public Integer call() {
    switch (subject) {
      case INDICATORS -> indicators();
      case TABLES -> tables();
      case RUNS -> runs();
      case RELEASES -> releases();
      case SOURCES -> sources();
    }
    return 0;
  }

  private void indicators() {
    List<List<Object>> rows = new ArrayList<>();
    Indicators.ALL.forEach(
        indicator ->
            rows.add(
                List.of(
                    indicator.spec().id(),
                    indicator.spec().name(),
                    indicator.spec().title().english(),
                    indicator.spec().title().chinese(),
                    indicator.spec().dimension().id(),
                    indicator.spec().unit().symbol(),
                    better(indicator.spec()),
                    String.join(",", indicator.spec().levels().stream().map(Level::id).toList()))));
    write(
        List.of("id", "name", "title", "title_zh", "dimension", "unit", "better", "levels"), rows);
  }

  /** A word for each level, in the order of the levels. */
  private static String better(IndicatorSpec spec) {
    return String.join(",", spec.better().values().stream().map(Direction::id).toList());
  }

  private void tables() {
    List<List<Object>> rows = new ArrayList<>();
    for (TableSpec table : Tables.ALL) {
      rows.add(
          List.of(
              table.qualifiedName(),
              String.join(",", table.key()),
              table.columns().size(),
              table.grain()));
    }
    write(List.of("table", "key", "columns", "grain"), rows);
  }

  private void sources() {
    EvaluationConfig config = options.load(root.console(), List.of());
    List<List<Object>> rows = new ArrayList<>();
    for (Map.Entry<String, SourceConfig> source : config.sources().entrySet()) {
      SourceConfig of = source.getValue();
      rows.add(
          List.of(
              source.getKey(),
              LakeSource.place(of.location()),
              of.location().format().id(),
              of.mapping().shape().id(),
              String.join(",", of.measures().keySet().stream().map(Quantity::column).toList())));
    }
    config
        .requests()
        .forEach(
            (name, of) ->
                rows.add(
                    List.of(
                        name,
                        LakeSource.place(of.location()),
                        of.location().format().id(),
                        "requests",
                        "")));
    write(List.of("source", "path", "format", "shape", "measures"), rows);
  }

  private void runs() {
    options.requireWarehouse();
    List<String> columns =
        List.of(
            "run_id",
            "attempt",
            "step",
            "evaluation_id",
            "status",
            "started",
            "ended",
            "rows_in",
            "rows_out",
            "message");
    List<List<Object>> rows =
        options.tables().rows(RunTable.SPEC).list().stream()
            .sorted(
                Comparator.comparing((StoredRow row) -> row.get(RunTable.STARTED))
                    .thenComparing(row -> row.get(RunTable.STEP)))
            .map(row -> columns.stream().map(row::cell).toList())
            .toList();
    write(columns, rows);
  }

  private void releases() {
    options.requireWarehouse();
    List<List<Object>> rows = new ArrayList<>();
    for (Release release : new Releases(options.tables()).list()) {
      rows.add(
          List.of(
              release.name(),
              release.evaluationId(),
              release.asOf(),
              release.run(),
              release.released()));
    }
    write(List.of("name", "evaluation_id", "as_of", "run_id", "released"), rows);
  }

  private void write(List<String> columns, List<List<Object>> rows) {
    format.write(root.console(), columns, rows.iterator());
  }
}
