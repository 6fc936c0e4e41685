package org.cityeval.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.cityeval.problem.UserProblem;

/**
 * Makes a warehouse's tables known to a session's SQL as {@code schema.table}, and what is
 * published as {@code current.table}. Only tables that a statement names are opened.
 */
public final class CurrentViews {
  /** The schema that follows the manifest. */
  public static final String CURRENT = "current";

  private static final Pattern QUALIFIED =
      Pattern.compile("`?\\b(silver|gold|ops|current)\\b`?\\s*\\.\\s*`?(\\w+)`?");

  private final Warehouse warehouse;

  public CurrentViews(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /** Registers what the statement names. */
  public void registerFor(String statement) {
    SparkSession spark = warehouse.spark();
    Set<String> named =
        QUALIFIED
            .matcher(statement.toLowerCase(Locale.ROOT))
            .results()
            .map(match -> match.group(1) + "." + match.group(2))
            .collect(Collectors.toSet());
    for (String schema : List.of("silver", "gold", "ops", CURRENT)) {
      spark.sql("create database if not exists `" + schema + "`");
    }
    for (TableSpec table : Tables.ALL) {
      if (named.contains(table.qualifiedName())) {
        if (!warehouse.exists(table)) {
          throw notThere(table.qualifiedName());
        }
        view(table.qualifiedName(), "select * from delta.`" + warehouse.location(table) + "`");
      }
      if (named.contains(CURRENT + "." + table.name()) && Tables.PUBLISHED.contains(table)) {
        current(table);
      }
    }
  }

  private void current(TableSpec table) {
    List<String> parts = new ArrayList<>();
    for (Publication publication : new Publications(warehouse).listCurrent()) {
      Long version = publication.tableVersions().get(table.qualifiedName());
      if (version != null) {
        parts.add(
            "select * from delta.`"
                + warehouse.location(table)
                + "` version as of "
                + version
                + " where "
                + Slice.of(publication.evaluationId(), publication.asOf()).predicate());
      }
    }
    if (parts.isEmpty()) {
      throw notThere(CURRENT + "." + table.name());
    }
    view(CURRENT + "." + table.name(), String.join(" union all ", parts));
  }

  private UserProblem notThere(String name) {
    return new UserProblem(
        "There is no " + name + " in this warehouse yet.",
        "No run has " + (name.startsWith(CURRENT) ? "published" : "written") + " it.",
        "Run 'cityeval run' first; 'cityeval list runs' tells what ran.");
  }

  private void view(String name, String query) {
    warehouse.spark().sql("create or replace view " + name + " as " + query);
  }

  /** The names a statement may use. */
  public static List<String> names() {
    List<String> names = new ArrayList<>();
    Tables.ALL.forEach(table -> names.add(table.qualifiedName()));
    Tables.PUBLISHED.forEach(table -> names.add(CURRENT + "." + table.name()));
    return names;
  }

  /** The first name of a statement that no table has. */
  public static java.util.Optional<String> findUnknown(String statement) {
    Matcher matcher = QUALIFIED.matcher(statement.toLowerCase(Locale.ROOT));
    return matcher
        .results()
        .map(match -> match.group(1) + "." + match.group(2))
        .filter(name -> !names().contains(name))
        .findFirst();
  }
}
