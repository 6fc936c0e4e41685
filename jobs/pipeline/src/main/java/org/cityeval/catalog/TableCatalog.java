package org.cityeval.catalog;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cityeval.table.Tables;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;

/** Prints the page of every table from its spec. */
public final class TableCatalog {
  private final List<TableSpec> tables;

  private TableCatalog(List<TableSpec> tables) {
    this.tables = List.copyOf(tables);
  }

  /** The catalogue of the whole warehouse. */
  public static TableCatalog warehouse() {
    return new TableCatalog(Tables.ALL);
  }

  /** A table of contents, the star, then one section per table, in Markdown. */
  public String markdown() {
    StringBuilder page = new StringBuilder("## Contents\n\n");
    page.append("| table | one row is | in `current` |\n|---|---|---|\n");
    for (TableSpec table : tables) {
      page.append(
          String.format(
              Locale.ROOT,
              "| [%s](#%s) | %s | %s |\n",
              table.qualifiedName(),
              table.qualifiedName().replace(".", ""),
              MarkdownCells.cell(table.grain()),
              Tables.PUBLISHED.contains(table) ? "yes" : ""));
    }
    page.append(StarDiagram.markdown());
    tables.forEach(table -> page.append(section(table)));
    return page.toString();
  }

  private static String section(TableSpec table) {
    StringBuilder section = new StringBuilder("\n## " + table.qualifiedName() + "\n\n");
    section.append(MarkdownCells.wrapped(table.grain())).append('\n');
    section.append(String.format(Locale.ROOT, "Key: %s.", names(table.key())));
    if (!table.partitions().isEmpty()) {
      section.append(String.format(Locale.ROOT, " Partitioned by %s.", names(table.partitions())));
    }
    section.append("\n\n");
    section.append("| column | type | meaning |\n|---|---|---|\n");
    for (TableColumn<?> column : table.columns()) {
      section.append(
          String.format(
              Locale.ROOT,
              "| `%s` | %s | %s |\n",
              column.name(),
              column.type().sql(),
              MarkdownCells.cell(column.comment())));
    }
    if (!table.checks().isEmpty()) {
      section.append("\nA commit with a row that breaks one of these is refused:\n\n");
      table
          .checks()
          .forEach(
              check ->
                  section.append(
                      String.format(Locale.ROOT, "- `%s`: `%s`\n", check.name(), check.holds())));
    }
    return section.toString();
  }

  private static String names(List<String> columns) {
    return columns.stream().map(column -> "`" + column + "`").collect(Collectors.joining(", "));
  }
}
