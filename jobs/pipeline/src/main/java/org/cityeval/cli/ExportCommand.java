package org.cityeval.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.cityeval.cli.options.AskedVintage;
import org.cityeval.cli.options.EvaluationOptions;
import org.cityeval.cli.output.Failures;
import org.cityeval.export.Destination;
import org.cityeval.export.ExportFormat;
import org.cityeval.export.ExportFormats;
import org.cityeval.export.PublishedTables;
import org.cityeval.warehouse.StoredTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Writes one publication to files that other tools open; needs no Spark. */
@Command(
    name = "export",
    description = {
      "Write the tables of one publication to files that other tools open. The same publication"
          + " gives the same bytes."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  cityeval export --format xlsx --out metros.xlsx",
      "  cityeval export --format csv --out metros --tables rank_interval,scorecard",
      "  cityeval export --format parquet --out metros --as-of 2021-04-20 --force",
      "",
      "--format, and what --out is:",
      "  xlsx     a workbook: a cover, the meaning of the columns, a sheet a table",
      "  csv      a folder: a file a table, and datapackage.json, which describes them",
      "  parquet  likewise, with the types of the tables",
      "  json     likewise, JSON lines: an object a line"
    })
final class ExportCommand implements Callable<Integer> {
  @ParentCommand private CityEval root;
  @Mixin private EvaluationOptions options;
  @Mixin private AskedVintage vintage;

  @Option(
      names = "--format",
      required = true,
      paramLabel = "xlsx|csv|parquet|json",
      description = "What is written.")
  private String format;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "PATH",
      description = "The file (xlsx) or folder that is made; its own folder must be there.")
  private Path out;

  @Option(
      names = "--tables",
      split = ",",
      paramLabel = "NAME",
      description = "Some of the published tables, by comma (default: all of them).")
  private List<String> tables = new ArrayList<>();

  @Option(names = "--force", description = "Replace a file or an export that stands there.")
  private boolean force;

  @Override
  public Integer call() {
    ExportFormat written = ExportFormats.of(format);
    options.requireWarehouse();
    StoredTables stored = options.tables();
    PublishedTables published =
        PublishedTables.of(stored, vintage.publication(options, stored, root.console()), tables);
    try (Destination destination =
        Destination.of(out, written, force, root.console().clock().get())) {
      List<ExportFormat.Written> all =
          written.write(published, destination.made(), root.console().err()::println);
      destination.finish();
      root.console()
          .out()
          .printf(
              Locale.ROOT,
              "%s, as of %s: %d tables, %,d rows%nWritten  %s%n",
              published.title(),
              published.publication().asOf(),
              all.size(),
              all.stream().mapToLong(ExportFormat.Written::rows).sum(),
              out);
    } catch (IOException e) {
      throw Failures.unwritable(e, out.toString());
    }
    return 0;
  }
}
