package org.cityeval.cli.warehouse;

import static org.cityeval.table.spec.Keys.EVALUATION_ID;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.cityeval.cli.options.EvaluationOptions;
import org.cityeval.cli.options.Invocation;
import org.cityeval.cli.session.OpenWarehouse;
import org.cityeval.lock.EvaluationLock;
import org.cityeval.problem.UserProblem;
import org.cityeval.release.Releases;
import org.cityeval.table.Tables;
import org.cityeval.table.ops.RunTable;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.upkeep.KeptVersions;
import org.cityeval.upkeep.TableUpkeep;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.Publications;
import org.cityeval.warehouse.StoredTables;
import org.cityeval.warehouse.TableLogs;
import org.cityeval.warehouse.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Removes files that nobody needs; Spark starts only where small files are put together. */
@Command(
    name = "maintain",
    description = {
      "Put small files of tables together, and remove files that no kept version needs.",
      "",
      "Kept are: every version that gold.publication names, the newest version of each table, and"
          + " what was replaced or written in the last days (--keep). Logs and releases stay."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  cityeval maintain --dry-run", "  cityeval maintain --keep 30"})
public final class MaintainCommand implements Callable<Integer> {
  private static final String NOTE = "maintain";

  @ParentCommand private Invocation root;
  @Mixin private EvaluationOptions options;

  @Option(
      names = "--keep",
      paramLabel = "DAYS",
      defaultValue = "7",
      description =
          "How long a replaced version stays readable, at least 1 (default: ${DEFAULT-VALUE}).")
  private int keep;

  @Option(names = "--dry-run", description = "Tell what would be done, and change nothing.")
  private boolean dryRun;

  @Override
  public Integer call() {
    if (keep < 1) {
      throw new UserProblem(
          "--keep " + keep + " is too short.",
          "A query or run that began before may still read what was replaced since.",
          "Name 1 day or more.");
    }
    options.requireWarehouse();
    try (OpenWarehouse open = options.openWarehouse()) {
      Warehouse warehouse = open.warehouse();
      Releases.requireNone(warehouse.stored());
      TableLogs.requireWhole(warehouse.stored());
      if (dryRun) {
        maintain(warehouse);
      } else {
        alone(evaluations(warehouse.stored()), () -> maintain(warehouse), warehouse);
      }
    }
    return 0;
  }

  /** Every evaluation that ever ran here. */
  private static List<String> evaluations(StoredTables tables) {
    TreeSet<String> ids = new TreeSet<>();
    new Publications(tables).list().stream().map(Publication::evaluationId).forEach(ids::add);
    tables.rows(RunTable.SPEC).each(row -> ids.add(row.get(EVALUATION_ID)));
    return List.copyOf(ids);
  }

  /** Holds the lock of each evaluation, so that none runs meanwhile. */
  private void alone(List<String> evaluations, Runnable work, Warehouse warehouse) {
    if (evaluations.isEmpty()) {
      work.run();
      return;
    }
    EvaluationLock.take(options.warehouse(), evaluations.get(0), NOTE, warehouse.stored().hadoop())
        .during(() -> alone(evaluations.subList(1, evaluations.size()), work, warehouse));
  }

  private void maintain(Warehouse warehouse) {
    StoredTables stored = warehouse.stored();
    PrintStream out = root.console().out();
    List<TableSpec> tables = Tables.ALL.stream().filter(stored::exists).toList();
    for (TableSpec table : tables) {
      int small = new TableUpkeep(stored, table).smallFiles();
      if (small > 0) {
        if (!dryRun) {
          warehouse.compact(table, NOTE);
        }
        tell(out, table.qualifiedName(), small + " small files " + done("put together"));
      }
    }
    Instant since = root.console().clock().get().minus(Duration.ofDays(keep));
    KeptVersions versions = new KeptVersions(stored, since);
    List<TableUpkeep.Files> removed = new ArrayList<>();
    List<TableUpkeep.Files> kept = new ArrayList<>();
    for (TableSpec table : tables) {
      TableUpkeep upkeep = new TableUpkeep(stored, table);
      TableUpkeep.Found found = upkeep.look(versions, since);
      kept.add(found.kept());
      removed.add(found.needless());
      found.leftAlone().ifPresent(why -> tell(out, table.qualifiedName(), "left alone: " + why));
      if (found.needless().count() > 0) {
        if (!dryRun) {
          upkeep.remove(found.needless());
        }
        tell(out, table.qualifiedName(), total(List.of(found.needless())) + " " + done("removed"));
      }
    }
    int unfinished = new Releases(stored).clearUnfinished(since, dryRun);
    if (unfinished > 0) {
      tell(out, "releases", unfinished + " unfinished " + done("removed"));
    }
    out.printf(
        Locale.ROOT,
        "%s %s; kept %s.%n",
        dryRun ? "Nothing was changed. Would remove" : "Removed",
        total(removed),
        total(kept));
  }

  private static void tell(PrintStream out, String name, String what) {
    out.printf(Locale.ROOT, "%-28s %s%n", name, what);
  }

  private String done(String what) {
    return (dryRun ? "would be " : "were ") + what;
  }

  private static String total(List<TableUpkeep.Files> files) {
    int count = files.stream().mapToInt(TableUpkeep.Files::count).sum();
    return String.format(
        Locale.ROOT,
        "%,d %s, %,d bytes",
        count,
        count == 1 ? "file" : "files",
        files.stream().mapToLong(TableUpkeep.Files::bytes).sum());
  }
}
