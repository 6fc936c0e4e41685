package org.cityeval.compare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.cityeval.comparison.CompositeMethod;
import org.cityeval.comparison.Judged;
import org.cityeval.comparison.Panel;
import org.cityeval.comparison.WeightMethod;
import org.cityeval.comparison.Weighting;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.Status;
import org.cityeval.numeric.composite.Aggregation;
import org.cityeval.numeric.composite.Normalisation;
import org.cityeval.series.Level;
import org.cityeval.table.spec.TableSpec;

/**
 * Districts a, b and c of city x, and d, of which nothing is known. Scores are 1 to 100 by the
 * lowest and the highest value, so that the middle one has 50.5. Under efficiency E4 weighs two
 * thirds and P1 one; under public value E4 a quarter and V2 three. Composites are then 67, 50.5 and
 * 34, and 100, 50.5 and 1.
 */
final class ThreeDistricts {
  static final PanelRows.Of OF = new PanelRows.Of(Level.DISTRICT, "span", "h");

  static final Panel PANEL =
      new Panel(
          List.of(
              judged("a", 1, 0.5, 10),
              judged("b", 2, 0.7, 20),
              judged("c", 3, 0.9, 30),
              new Judged("d", "x", Map.of())),
          List.of(
              new Panel.Scored("E4", Dimension.EFFICIENCY, Direction.LOWER),
              new Panel.Scored("P1", Dimension.PRECISION, Direction.HIGHER),
              new Panel.Scored("V2", Dimension.PUBLIC_VALUE, Direction.LOWER)));

  /** Who is called as the id in upper case; a is the only peer of b. */
  static final List<Member> MEMBERS =
      List.of(
          new Member("A", 0, List.of()),
          new Member("B", 0, List.of("a")),
          new Member("C", 0, List.of()),
          new Member("D", 0, List.of("a")));

  private ThreeDistricts() {}

  /**
   * @param acrossChoices draws combined with every choice of method
   */
  static ComparisonScope scope(int acrossChoices) {
    return new ComparisonScope(
        "e",
        LocalDate.of(2020, 6, 30),
        new CompositeMethod(
            false,
            Normalisation.Method.MIN_MAX,
            WeightMethod.GIVEN,
            Aggregation.ARITHMETIC,
            Map.of()),
        List.of(
            new Weighting(Weighting.EFFICIENCY, Map.of("efficiency", 2.0, "precision", 1.0)),
            new Weighting(Weighting.PUBLIC_VALUE, Map.of("efficiency", 1.0, "public_value", 3.0))),
        new ComparisonScope.Draws(100, acrossChoices, 0.95, 1),
        List.of(),
        new ComparisonScope.Peers(List.of(), 0, 0));
  }

  private static Judged judged(String id, double loss, double precision, double gap) {
    return new Judged(id, "x", Map.of("E4", exact(loss), "P1", exact(precision), "V2", exact(gap)));
  }

  static Judged.Value exact(double value) {
    return new Judged.Value(Status.OK, value, value, value, 0.95);
  }

  /** The rows of one table. */
  static List<Row> of(TableSpec table, Iterator<MadeRow> made) {
    List<Row> rows = new ArrayList<>();
    made.forEachRemaining(
        row -> {
          if (row.table().equals(table)) {
            rows.add(row.row());
          }
        });
    return rows;
  }

  /** Cells of rows, numbers with two decimals. */
  static List<String> cells(List<Row> rows, TableSpec table, String... columns) {
    List<String> names = List.of(table.columnNames());
    return rows.stream()
        .map(
            row ->
                String.join(
                    " ",
                    Arrays.stream(columns)
                        .map(column -> text(row.get(names.indexOf(column))))
                        .toList()))
        .toList();
  }

  private static String text(Object cell) {
    return cell instanceof Double number
        ? String.format(Locale.ROOT, "%.2f", number)
        : String.valueOf(cell);
  }
}
