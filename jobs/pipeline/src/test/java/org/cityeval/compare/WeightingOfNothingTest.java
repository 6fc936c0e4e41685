package org.cityeval.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.gold.ScorecardTable;
import org.cityeval.table.spec.TableSpec;
import org.junit.jupiter.api.Test;

/**
 * A lake of which no value is one of public value, and whose halving times were all censored at
 * once: what is not there is said, and is neither weighed nor ranked.
 */
class WeightingOfNothingTest {
  private static final double NONE = Double.NaN;

  private static final ComparisonScope SCOPE =
      new ComparisonScope(
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
              new Weighting(
                  Weighting.PUBLIC_VALUE, Map.of("efficiency", 1.0, "public_value", 2.0))),
          new ComparisonScope.Draws(100, 0, 0.95, 1),
          List.of(new ComparisonScope.NamedGroup("both", Level.DISTRICT, Set.of("a", "b"))),
          new ComparisonScope.Peers(List.of(), 0, 0));

  private static final List<Panel.Scored> SCORED =
      List.of(
          new Panel.Scored("E3", Dimension.EFFICIENCY, Direction.LOWER),
          new Panel.Scored("E4", Dimension.EFFICIENCY, Direction.LOWER),
          new Panel.Scored("E5", Dimension.EFFICIENCY, Direction.LOWER),
          new Panel.Scored("P1", Dimension.PRECISION, Direction.HIGHER),
          new Panel.Scored("V2", Dimension.PUBLIC_VALUE, Direction.LOWER));

  @Test
  void whatIsNotThereIsSaid() {
    Panel panel =
        new Panel(
            List.of(
                judged("a", Map.of("E4", ok(1), "E5", censored(30), "P1", ok(0.5))),
                judged("b", Map.of("E4", ok(2), "E5", ok(10), "P1", ok(0.7))),
                judged("c", Map.of("E4", ok(3)))),
            SCORED);
    List<Member> members =
        List.of(
            new Member("A", 0, List.of()),
            new Member("B", 0, List.of()),
            new Member("C", 0, List.of()));
    PanelRows rows =
        new PanelRows(SCOPE, new PanelRows.Of(Level.DISTRICT, "span", "h"), panel, members);
    List<MadeRow> made = new ArrayList<>();
    rows.rows().forEachRemaining(made::add);

    // E4 and E5 share two thirds of the weight, P1 has one; E3 has none.
    assertThat(
            cells(
                made,
                ScorecardTable.SPEC,
                "district_id",
                "weighting",
                "status",
                "reason",
                "measured_weight",
                "censored_weight",
                "missing_weight"))
        .containsExactlyInAnyOrder(
            List.of("a", "efficiency", "ok", "", "0.667", "0.333", "0.000"),
            List.of("b", "efficiency", "ok", "", "1.000", "0.000", "0.000"),
            List.of(
                "c",
                "efficiency",
                "insufficient",
                "more than half of the weight is missing",
                "0.333",
                "0.000",
                "0.667"),
            nothing("a"),
            nothing("b"),
            nothing("c"));
    assertThat(
            cells(
                made,
                RankIntervalTable.SPEC,
                "comparison_group",
                "district_id",
                "weighting",
                "class",
                "compared"))
        .contains(
            List.of("x", "c", "efficiency", "not_ranked", "2"),
            List.of("x", "a", "public_value", "not_applicable", "0"),
            List.of("both", "b", "public_value", "not_applicable", "0"))
        .hasSize(10);
    assertThat(cells(made, ScorecardTable.SPEC, "composite", "composite_difference"))
        .filteredOn(row -> row.get(0).isEmpty())
        .hasSize(3);
  }

  private static List<String> nothing(String unit) {
    return List.of(
        unit,
        "public_value",
        "not_applicable",
        "nobody has a value of its own dimension, Public value",
        "",
        "",
        "");
  }

  private static Judged judged(String id, Map<String, Judged.Value> values) {
    Map<String, Judged.Value> all = new TreeMap<>(values);
    all.put("E3", censored(0));
    return new Judged(id, "x", all);
  }

  private static Judged.Value ok(double value) {
    return new Judged.Value(Status.OK, value, NONE, NONE, NONE);
  }

  private static Judged.Value censored(double followUp) {
    return new Judged.Value(Status.CENSORED, NONE, followUp, NONE, NONE);
  }

  private static List<List<String>> cells(List<MadeRow> made, TableSpec table, String... columns) {
    List<String> names = List.of(table.columnNames());
    return ThreeDistricts.of(table, made.iterator()).stream()
        .map(
            row ->
                Arrays.stream(columns).map(column -> text(row.get(names.indexOf(column)))).toList())
        .toList();
  }

  private static String text(Object cell) {
    return cell == null
        ? ""
        : cell instanceof Double number
            ? String.format(Locale.ROOT, "%.3f", number)
            : cell.toString();
  }
}
