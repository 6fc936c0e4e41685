package org.cityeval.cli.warehouse;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.cityeval.cli.options.AskedVintage;
import org.cityeval.cli.options.EvaluationOptions;
import org.cityeval.cli.options.Invocation;
import org.cityeval.release.ReleasedTables;
import org.cityeval.release.Releases;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.StoredTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Freezes one publication; needs no Spark. */
@Command(
    name = "release",
    description = {
      "Keep a frozen copy of one publication as a warehouse of its own, releases/NAME below this"
          + " one. No later run changes it.",
      "",
      "It holds the tables of gold. sql, report, export, 'explain rank' and 'explain score' read it"
          + " by --warehouse."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  cityeval release spring-review",
      "  cityeval release spring-review --as-of 2021-04-20",
      "  cityeval sql \"select * from current.scorecard\" --warehouse warehouse/releases/spring-review"
    })
public final class ReleaseCommand implements Callable<Integer> {
  @ParentCommand private Invocation root;
  @Mixin private EvaluationOptions options;
  @Mixin private AskedVintage vintage;

  @Parameters(index = "0", paramLabel = "NAME", description = "What the release is called.")
  private String name;

  @Override
  public Integer call() {
    options.requireWarehouse();
    StoredTables tables = options.tables();
    Publication publication = vintage.publication(options, tables, root.console());
    ReleasedTables.Copied copied =
        new Releases(tables).make(name, publication, root.console().clock().get());
    root.console()
        .out()
        .printf(
            Locale.ROOT,
            "%s, as of %s: %d tables, %,d files, %,d bytes%nReleased  %s/releases/%s%n",
            publication.evaluationId(),
            publication.asOf(),
            copied.tables(),
            copied.files(),
            copied.bytes(),
            options.warehouseName(),
            name);
    return 0;
  }
}
