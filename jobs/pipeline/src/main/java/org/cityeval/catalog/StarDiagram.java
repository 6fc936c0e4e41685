package org.cityeval.catalog;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cityeval.table.Star;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;

/** Prints the published tables with their keys as an entity diagram in Mermaid. */
final class StarDiagram {
  private static final String HEAD =
      """

      ## The star

      All tables are seen within one `evaluation_id` and `as_of`. These two begin every key and are left out here. PK is the rest of a table's
      key, FK refers to a dimension. A row of a city (`level = 'city'`) has no row in `dim_district`. The row of `dim_period` has the same
      `city_id` and `period_id`. Its `district_id` is that of the row for a district's own wave (`own-wave-1`, ...), else the `city_id`.

      ```mermaid
      erDiagram
      """;

  private StarDiagram() {}

  /** A section of Markdown. */
  static String markdown() {
    StringBuilder diagram = new StringBuilder(HEAD);
    for (Star.Relation relation : Star.relations()) {
      diagram.append(
          String.format(
              Locale.ROOT,
              "  %s }o--%s %s : \"%s\"\n",
              relation.from().name(),
              relation.isOfDistrictsAlone() ? "o|" : "||",
              relation.to().name(),
              String.join(", ", relation.columns())));
    }
    Stream.concat(Star.DIMENSIONS.stream(), Star.FACTS.stream())
        .forEach(table -> entity(diagram, table));
    return diagram.append("```\n").toString();
  }

  private static void entity(StringBuilder diagram, TableSpec table) {
    List<String> key = Star.key(table);
    List<String> references =
        Star.relations(table).stream().flatMap(of -> of.columns().stream()).toList();
    diagram.append("  ").append(table.name()).append(" {\n");
    for (TableColumn<?> column : table.columns()) {
      boolean isKey = key.contains(column.name());
      boolean isReference = references.contains(column.name());
      if (isKey || isReference) {
        diagram.append(
            String.format(
                Locale.ROOT,
                "    %s %s %s\n",
                column.type().sql(),
                column.name(),
                isKey && isReference ? "PK, FK" : isKey ? "PK" : "FK"));
      }
    }
    diagram.append("  }\n");
  }
}
