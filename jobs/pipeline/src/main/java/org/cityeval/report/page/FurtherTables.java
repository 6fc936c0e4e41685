package org.cityeval.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cityeval.comparison.GroupNames;
import org.cityeval.report.view.PageModel;
import org.cityeval.report.view.Sections;
import org.cityeval.report.view.Sheet;
import org.cityeval.report.view.Wording;

/** For readers without scripts: rates with their limits, and ranks that moved. */
final class FurtherTables {
  private static final double PER = 100_000;

  private final PageModel model;
  private final Map<String, String> names;

  FurtherTables(PageModel model, Map<String, String> names) {
    this.model = model;
    this.names = names;
  }

  List<StaticTables.Table> all() {
    List<StaticTables.Table> tables = new ArrayList<>();
    funnel(tables);
    revision(tables);
    return tables;
  }

  /** The first funnel of cases. */
  private void funnel(List<StaticTables.Table> tables) {
    Sheet funnels = model.funnel().funnels();
    List<Object> first =
        funnels.rows().stream()
            .filter(row -> "cases".equals(funnels.cell(row, "measure")))
            .findFirst()
            .orElse(null);
    if (first == null) {
      return;
    }
    Sheet points = model.funnel().points();
    List<Sections.Line> rows = new ArrayList<>();
    for (List<Object> point : points.rows()) {
      boolean isOfIt =
          List.of("measure", "group", "period").stream()
              .allMatch(c -> Objects.equals(points.cell(point, c), funnels.cell(first, c)));
      if (isOfIt && points.cell(point, "events") != null) {
        double size = number(points, point, "exposure") / PER;
        rows.add(
            new Sections.Line(
                names.get(String.valueOf(points.cell(point, "unit"))),
                List.of(
                    Wording.number(number(points, point, "events") / size),
                    Wording.number(number(points, point, "low") / size)
                        + " to "
                        + Wording.number(number(points, point, "high") / size),
                    Wording.number(number(points, point, "outerLow") / size)
                        + " to "
                        + Wording.number(number(points, point, "outerHigh") / size))));
      }
    }
    tables.add(
        new StaticTables.Table(
            "static-funnel",
            "Reported cases per 100,000 residents, beside the limits of chance: "
                + named(String.valueOf(funnels.cell(first, "group")))
                + ", "
                + period(funnels.cell(first, "period")),
            List.of("Name", "Cases per 100,000", "95 % limits", "99.8 % limits"),
            rows));
  }

  private void revision(List<StaticTables.Table> tables) {
    if (model.revision() == null
        || model.revision().unreadable() != null
        || model.periods().rows().isEmpty()) {
      return;
    }
    Sheet ranks = model.revision().ranks();
    Object period = model.periods().cell(model.periods().rows().get(0), "id");
    List<Sections.Line> rows = new ArrayList<>();
    for (List<Object> rank : ranks.rows()) {
      if (period.equals(ranks.cell(rank, "period"))) {
        rows.add(
            new Sections.Line(
                names.get(String.valueOf(ranks.cell(rank, "unit"))),
                List.of(
                    named(String.valueOf(ranks.cell(rank, "group"))),
                    Wording.weighting(String.valueOf(ranks.cell(rank, "weighting"))),
                    Objects.toString(ranks.cell(rank, "before"), "not ranked"),
                    Objects.toString(ranks.cell(rank, "now"), "not ranked"))));
      }
    }
    tables.add(
        new StaticTables.Table(
            "static-revision",
            "Ranks or classes that changed since the vintage of " + model.revision().before(),
            List.of("Name", "Among", "Weighting", "Rank before", "Rank now"),
            rows));
  }

  /** Who is compared, in words. */
  private String named(String group) {
    return switch (group) {
      case GroupNames.CITIES -> "cities";
      case GroupNames.ALL -> "all districts";
      default -> names.getOrDefault(group, group.replace('_', ' '));
    };
  }

  /** The title and days of a period, of the first city that has it. */
  private String period(Object id) {
    Sheet periods = model.periods();
    return periods.rows().stream()
        .filter(row -> Objects.equals(periods.cell(row, "id"), id))
        .findFirst()
        .map(
            row ->
                periods.cell(row, "title")
                    + ", "
                    + periods.cell(row, "first")
                    + " to "
                    + periods.cell(row, "last"))
        .orElse(String.valueOf(id));
  }

  private static double number(Sheet sheet, List<Object> row, String column) {
    return ((Number) sheet.cell(row, column)).doubleValue();
  }
}
