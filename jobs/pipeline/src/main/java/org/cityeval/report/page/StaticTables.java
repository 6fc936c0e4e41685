package org.cityeval.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cityeval.report.view.PageModel;
import org.cityeval.report.view.Sections;
import org.cityeval.report.view.Sheet;
import org.cityeval.report.view.Wording;
import org.cityeval.report.view.Words;

/** The numbers of the page's model for readers without scripts: ranks, and values, as tables. */
final class StaticTables {
  /** Rankings beyond these would make the page heavy for nobody. */
  private static final int MOST_RANKINGS = 40;

  private static final Map<String, String> CLASSES =
      Map.of(
          "clearly_better", "▲ clearly better than the median",
          "not_distinguishable", "● cannot be told apart from the median",
          "clearly_worse", "▼ clearly worse than the median");

  private final PageModel model;
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, List<Object>> composites = new LinkedHashMap<>();

  StaticTables(PageModel model) {
    this.model = model;
    Sheet units = model.units();
    for (List<Object> unit : units.rows()) {
      names.put(
          text(units, unit, "id"),
          Wording.named(text(units, unit, "name"), text(units, unit, "zh")));
    }
    Sheet sheet = model.composites();
    for (List<Object> row : sheet.rows()) {
      composites.put(
          key(text(sheet, row, "unit"), text(sheet, row, "period"), text(sheet, row, "weighting")),
          row);
    }
  }

  /** A table whose rows begin with a heading. */
  record Table(String id, String caption, List<String> columns, List<Sections.Line> rows) {}

  private static String key(String... parts) {
    return String.join("|", parts);
  }

  private static String text(Sheet sheet, List<Object> row, String column) {
    return Objects.toString(sheet.cell(row, column), null);
  }

  private static Double number(Sheet sheet, List<Object> row, String column) {
    return sheet.cell(row, column) instanceof Number number ? number.doubleValue() : null;
  }

  List<Table> all() {
    List<Table> tables = new ArrayList<>(rankings());
    values().forEach(tables::add);
    tables.addAll(new FurtherTables(model, names).all());
    return tables;
  }

  /** Each group's ranking over the first period, under each weighting. */
  private List<Table> rankings() {
    Sheet ranks = model.ranks();
    String period = first(model.periods(), "id");
    // By ids: two cities may have one name.
    Map<List<String>, List<Sections.Line>> lines = new LinkedHashMap<>();
    ranks.rows().stream()
        .filter(rank -> text(ranks, rank, "period").equals(period))
        .sorted(Comparator.comparing(rank -> !text(ranks, rank, "group").equals("cities")))
        .forEach(
            rank -> {
              String group = text(ranks, rank, "group");
              if (group.equals("cities") || names.containsKey(group)) {
                lines
                    .computeIfAbsent(
                        List.of(group, text(ranks, rank, "weighting")), k -> new ArrayList<>())
                    .add(rank(rank));
              }
            });
    List<Table> tables = new ArrayList<>();
    lines.forEach(
        (of, rows) -> {
          if (tables.size() < MOST_RANKINGS) {
            tables.add(ranking(tables.size(), of.get(0), of.get(1), rows));
          }
        });
    if (lines.size() > MOST_RANKINGS) {
      tables.add(
          new Table(
              "static-rankings-beyond",
              "Rankings that are not shown here",
              List.of("What", "Where"),
              List.of(
                  new Sections.Line(
                      "Rankings: " + (lines.size() - MOST_RANKINGS),
                      List.of("gold.rank_interval, or this page with scripts")))));
    }
    return tables;
  }

  private Table ranking(int number, String group, String weighting, List<Sections.Line> rows) {
    return new Table(
        "static-ranking-" + number,
        (group.equals("cities") ? "Cities" : "Districts of " + names.get(group))
            + ", weighed by "
            + Wording.weighting(weighting),
        List.of("Name", "Rank (low–high)", "Composite (interval)", "Class"),
        rows);
  }

  private Sections.Line rank(List<Object> rank) {
    Sheet ranks = model.ranks();
    Sheet sheet = model.composites();
    String unit = text(ranks, rank, "unit");
    List<Object> composite =
        composites.get(key(unit, text(ranks, rank, "period"), text(ranks, rank, "weighting")));
    boolean isRanked = ranks.cell(rank, "rank") != null;
    return new Sections.Line(
        names.get(unit),
        List.of(
            isRanked
                ? ranks.cell(rank, "rank")
                    + " ("
                    + ranks.cell(rank, "low")
                    + "–"
                    + ranks.cell(rank, "high")
                    + ")"
                : "not ranked",
            Wording.interval(
                number(sheet, composite, "score"),
                number(sheet, composite, "low"),
                number(sheet, composite, "high"),
                text(sheet, composite, "status")),
            CLASSES.getOrDefault(text(ranks, rank, "standing"), "not ranked")));
  }

  private static String first(Sheet sheet, String column) {
    return sheet.rows().isEmpty() ? "" : text(sheet, sheet.rows().get(0), column);
  }

  /** The indicators of the first unit that has any, over the first period. */
  private List<Table> values() {
    Sheet sheet = model.values();
    String unit = first(sheet, "unit");
    String period = first(model.periods(), "id");
    Sheet indicators = model.indicators();
    Map<String, List<Object>> titles = new LinkedHashMap<>();
    indicators.rows().forEach(row -> titles.put(text(indicators, row, "id"), row));
    List<Sections.Line> rows = new ArrayList<>();
    for (List<Object> value : sheet.rows()) {
      if (unit.equals(text(sheet, value, "unit")) && period.equals(text(sheet, value, "period"))) {
        List<Object> indicator = titles.get(text(sheet, value, "indicator"));
        rows.add(
            new Sections.Line(
                text(indicators, indicator, "id") + " " + text(indicators, indicator, "title"),
                List.of(value(value, text(indicators, indicator, "unit")), status(value))));
      }
    }
    return rows.isEmpty()
        ? List.of()
        : List.of(
            new Table(
                "static-values",
                "Indicators of " + names.get(unit),
                List.of("Indicator", "Value (interval)", "Status"),
                rows));
  }

  private String value(List<Object> value, String unit) {
    Sheet sheet = model.values();
    return Wording.estimate(
        number(sheet, value, "value"),
        number(sheet, value, "low"),
        number(sheet, value, "high"),
        Objects.requireNonNullElse(text(sheet, value, "status"), "ok"),
        unit);
  }

  private String status(List<Object> value) {
    Sheet sheet = model.values();
    String words =
        Words.en("status", Objects.requireNonNullElse(text(sheet, value, "status"), "ok"));
    return sheet.cell(value, "reason") instanceof Integer reason
        ? words + ": " + model.reasons().get(reason)
        : words;
  }
}
