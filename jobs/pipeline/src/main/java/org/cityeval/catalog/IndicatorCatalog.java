package org.cityeval.catalog;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.Indicators;
import org.cityeval.series.Level;
import org.cityeval.series.Quantity;

/** Prints the page of every indicator from its spec. */
public final class IndicatorCatalog {
  private final List<Indicator> indicators;

  private IndicatorCatalog(List<Indicator> indicators) {
    this.indicators = List.copyOf(indicators);
  }

  /** The catalogue of what is published. */
  public static IndicatorCatalog published() {
    return new IndicatorCatalog(Indicators.ALL);
  }

  /** A table of contents, then one section per indicator, in Markdown. */
  public String markdown() {
    StringBuilder page = new StringBuilder("## Contents\n\n");
    page.append("| id | indicator | 中文 | dimension | unit | better | levels |\n");
    page.append("|---|---|---|---|---|---|---|\n");
    indicators.forEach(indicator -> page.append(row(indicator.spec())));
    indicators.forEach(indicator -> page.append(section(indicator.spec())));
    return page.toString();
  }

  private static String row(IndicatorSpec spec) {
    return String.format(
        Locale.ROOT,
        "| [%s](#%s) | %s | %s | %s | %s | %s | %s |\n",
        spec.id(),
        anchor(spec),
        spec.title().english(),
        spec.title().chinese(),
        spec.dimension().title(),
        MarkdownCells.cell(spec.unit().symbol()),
        direction(spec),
        levels(spec));
  }

  private static String section(IndicatorSpec spec) {
    StringBuilder section = new StringBuilder("\n## " + heading(spec) + "\n\n");
    section.append(spec.title().chinese()).append(". `").append(spec.name()).append("`\n\n");
    section.append(spec.plainly().english()).append(" ");
    section.append(spec.plainly().chinese()).append("\n\n");
    section.append(MarkdownCells.wrapped(spec.definition())).append("\n");
    section.append("| | |\n|---|---|\n");
    line(section, "dimension", spec.dimension().title() + " " + spec.dimension().titleZh());
    line(section, "unit", unit(spec));
    line(section, "better", direction(spec));
    line(section, "levels", levels(spec));
    line(section, "inputs", inputs(spec));
    line(section, "formula", spec.formula());
    line(section, "uncertainty", spec.uncertainty());
    line(section, "after", String.join("; ", spec.citations()));
    line(section, "method version", Integer.toString(spec.methodVersion()));
    return section.toString();
  }

  private static void line(StringBuilder section, String name, String text) {
    section.append("| ").append(name).append(" | ").append(MarkdownCells.cell(text)).append(" |\n");
  }

  private static String heading(IndicatorSpec spec) {
    return spec.id() + " " + spec.title().english();
  }

  /** As a Markdown reader makes one of a heading. */
  private static String anchor(IndicatorSpec spec) {
    return heading(spec).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
  }

  private static String unit(IndicatorSpec spec) {
    return spec.unit().symbol() + (spec.unit().isTotal() ? "; compared per resident" : "");
  }

  /** One word where all levels agree. */
  private static String direction(IndicatorSpec spec) {
    List<Direction> directions = spec.better().values().stream().distinct().toList();
    return directions.size() == 1
        ? word(directions.get(0))
        : spec.levels().stream()
            .map(level -> level.id() + ": " + word(spec.better(level)))
            .collect(Collectors.joining("; "));
  }

  private static String word(Direction direction) {
    return direction == Direction.CONTEXT ? "neither (context, never scored)" : direction.id();
  }

  private static String levels(IndicatorSpec spec) {
    return spec.levels().stream().map(Level::id).collect(Collectors.joining(", "));
  }

  private static String inputs(IndicatorSpec spec) {
    return spec.reads().stream()
        .map(Quantity::column)
        .map(column -> "`" + column + "`")
        .collect(Collectors.joining(", "));
  }
}
