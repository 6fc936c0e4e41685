package org.cityeval.report.page;

import java.util.ArrayList;
import java.util.List;
import org.cityeval.report.view.Sections;
import org.cityeval.warehouse.Publication;

/** Tables that no choice changes: what became of the data, and how to ask the warehouse oneself. */
final class FixedTables {
  private final Sections sections;

  FixedTables(Sections sections) {
    this.sections = sections;
  }

  List<StaticTables.Table> all() {
    List<StaticTables.Table> tables = new ArrayList<>();
    tables.add(
        new StaticTables.Table(
            "quality-outcomes",
            "Records by what became of them",
            List.of("Outcome", "Records"),
            sections.outcomes()));
    tables.add(
        new StaticTables.Table(
            "quality-checks",
            "Checks",
            List.of("Check", "Outcome", "If it fails", "Found", "Expected"),
            sections.checks()));
    declared(tables, "quality-exclusions", "Left out on purpose", "Left out", "excluded");
    declared(tables, "quality-acknowledged", "Found and accepted", "Found", "acknowledged");
    tables.add(
        new StaticTables.Table(
            "quality-refused",
            "Records refused, by source and reason",
            List.of("Source", "Reason", "Records", "For example"),
            sections.refused()));
    tables.add(
        new StaticTables.Table(
            "quality-coverage",
            "Days observed, by district",
            List.of("District", "Days of the span", "Cases", "Mobility", "Enterprise activity"),
            sections.coverage()));
    tables.add(
        new StaticTables.Table(
            "quality-lacking",
            "What the lake lacks",
            List.of("Reason", "Indicators without a value", "Districts and cities concerned"),
            sections.lacking()));
    return tables;
  }

  /** A table that stands on the page only where the config declares such a thing. */
  private void declared(
      List<StaticTables.Table> tables, String id, String caption, String observed, String outcome) {
    List<Sections.Line> lines = sections.declared(outcome);
    if (!lines.isEmpty()) {
      tables.add(
          new StaticTables.Table(
              id, caption, List.of("Source and district", observed, "By whom, and why"), lines));
    }
  }

  static StaticTables.Table parameters(Sections sections) {
    return new StaticTables.Table(
        "parameters", "Parameters in force", List.of("Parameter", "Value"), sections.parameters());
  }

  static List<Sections.Fact> queries(Publication publication) {
    String where = "WHERE evaluation_id = '" + publication.evaluationId().replace("'", "''") + "'";
    return List.of(
        new Sections.Fact(
            "Ranks with their intervals",
            "cityeval sql \"SELECT comparison_group, period_id, weighting, rank, rank_low, rank_high,"
                + " name, class FROM current.rank_interval "
                + where
                + " ORDER BY 1, 2, 3, 4\""),
        new Sections.Fact(
            "Every value, with its interval or the reason there is none",
            "cityeval sql \"SELECT v.district_id, v.level, v.period_id, i.title, v.value, v.ci_low, v.ci_high,"
                + " i.unit, v.status, v.reason FROM current.indicator_value v JOIN"
                + " current.dim_indicator i USING (evaluation_id, as_of, indicator_id) "
                + where
                + "\" --format csv"),
        new Sections.Fact(
            "The days behind them",
            "cityeval sql \"SELECT * FROM current.district_day "
                + where
                + " AND level = 'district' AND district_id = '...' ORDER BY date\" --format csv"),
        new Sections.Fact(
            "How one value came about", "cityeval explain INDICATOR DISTRICT --period PERIOD"));
  }

  static StaticTables.Table versions(Publication publication) {
    List<Sections.Line> rows = new ArrayList<>();
    publication
        .tableVersions()
        .forEach(
            (table, version) ->
                rows.add(new Sections.Line(table, List.of("Delta version " + version))));
    publication
        .sourceVersions()
        .forEach((source, hash) -> rows.add(new Sections.Line(source, List.of("content " + hash))));
    return new StaticTables.Table(
        "publication-versions",
        "Tables and sources of this page",
        List.of("Name", "Version"),
        rows);
  }
}
