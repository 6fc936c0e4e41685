package org.cityeval.report.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cityeval.indicator.Dimension;
import org.cityeval.report.data.ReportData;
import org.cityeval.report.data.RevisionData;

/**
 * What the page draws from: numbers and names by column, and no sentence. The page says them in the
 * reader's language.
 *
 * @param asOf the day whose knowledge the page rests on
 * @param scores by unit and period, a column for each indicator
 * @param weights by level, period and weighting, a column for each indicator
 * @param middles median scores by group and period, a column for each indicator
 * @param reasons why values are not there; values name them by number
 * @param days by unit
 * @param groups ranking groups, each in a period under a weighting
 * @param named members of the groups that the config names
 * @param variables what peers are found by
 * @param shapes GeoJSON by city, of those whose districts have polygons
 * @param revision what changed since the vintage before; null where there is none
 * @param funnel rates beside the size of what they are of
 */
public record PageModel(
    String asOf,
    Sheet units,
    Sheet dimensions,
    Sheet indicators,
    Sheet periods,
    List<String> weightings,
    Sheet groups,
    Sheet ranks,
    Sheet composites,
    Sheet scores,
    Sheet weights,
    Sheet middles,
    Sheet values,
    Sheet spreads,
    List<String> reasons,
    Map<String, DaySheets.Days> days,
    Sheet waves,
    Sheet flags,
    Sheet peers,
    Sheet similar,
    Sheet factors,
    Map<String, List<String>> named,
    List<String> variables,
    Map<String, Object> shapes,
    RevisionSheets revision,
    FunnelSheets funnel) {

  /** Everything of a publication that a page has room for. */
  public static PageModel of(
      ReportData data, RevisionData revision, Subjects subjects, Map<String, Object> shapes) {
    Set<String> embedded = data.embedded();
    ScoreSheets scores = new ScoreSheets(data, subjects);
    ValueSheets values = new ValueSheets(data, embedded);
    DaySheets days = new DaySheets(data.daily());
    BesideSheets beside = new BesideSheets(data, subjects);
    LocalDate asOf = data.publication().asOf();
    return new PageModel(
        asOf.toString(),
        units(data, subjects, embedded),
        dimensions(data),
        indicators(data),
        periods(data, subjects),
        subjects.weightings(),
        scores.groups(),
        scores.ranks(),
        scores.composites(),
        scores.parts(),
        scores.weights(),
        scores.middles(),
        values.values(),
        values.spreads(),
        values.reasons(),
        days.days(),
        days.waves(),
        days.flags(),
        beside.peers(),
        beside.similar(),
        beside.factors(),
        beside.named(),
        beside.variables(),
        shapes,
        RevisionSheets.of(revision, data, subjects),
        FunnelSheets.of(data, subjects));
  }

  private static Sheet units(ReportData data, Subjects subjects, Set<String> embedded) {
    List<PageRows.Unit> units = new ArrayList<>();
    data.scope()
        .cities()
        .forEach(
            c ->
                units.add(
                    new PageRows.Unit(
                        c.id(),
                        c.name(),
                        c.nameZh(),
                        null,
                        c.population(),
                        embedded.contains(c.id()) ? true : null,
                        null)));
    data.scope()
        .districts()
        .forEach(
            d ->
                units.add(
                    new PageRows.Unit(
                        d.id(),
                        d.name(),
                        d.nameZh(),
                        d.cityId(),
                        d.population(),
                        embedded.contains(d.id()) ? true : null,
                        subjects.hasNamesake(d.id()) ? true : null)));
    return Sheet.of(PageRows.Unit.class, units);
  }

  private static Sheet dimensions(ReportData data) {
    Set<String> used = new TreeSet<>();
    data.scope().indicators().forEach(indicator -> used.add(indicator.dimension()));
    return Sheet.of(
        PageRows.DimensionTitle.class,
        Arrays.stream(Dimension.values())
            .filter(dimension -> used.contains(dimension.id()))
            .map(d -> new PageRows.DimensionTitle(d.id(), d.title(), d.titleZh()))
            .toList());
  }

  private static Sheet indicators(ReportData data) {
    return Sheet.of(
        PageRows.IndicatorTitle.class,
        Sections.ordered(data.scope().indicators())
            .map(
                i ->
                    new PageRows.IndicatorTitle(
                        i.id(),
                        i.title(),
                        i.titleZh(),
                        i.dimension(),
                        i.unit(),
                        i.better().get("district"),
                        i.better().get("city"),
                        i.perResident() ? true : null))
            .toList());
  }

  private static Sheet periods(ReportData data, Subjects subjects) {
    return Sheet.of(
        PageRows.Period.class,
        data.scope().cities().stream()
            .flatMap(city -> subjects.periods(city.id()).stream())
            .map(
                p ->
                    PageRows.Period.of(
                        p.cityId(), p.id(), p.title(), p.kind(), p.first(), p.last()))
            .toList());
  }
}
