package org.cityeval.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cityeval.report.view.Maps;
import org.cityeval.report.view.PageModel;
import org.cityeval.report.view.Profiles;
import org.cityeval.report.view.Rankings;
import org.cityeval.report.view.Sections;
import org.cityeval.report.view.SeriesViews;
import org.cityeval.report.view.Subjects;

/** The figures as they stand in the file, before a reader chooses: each with its table. */
final class Figures {
  /** Rows of a table that stands open beside its chart; a longer one hides what follows it. */
  private static final int MOST_UNFOLDED = 30;

  private final PageModel model;
  private final Selection selection;

  Figures(PageModel model, Selection selection) {
    this.model = model;
    this.selection = selection;
  }

  /** What is chosen at first. */
  record Selection(String city, String district, String period, String weighting) {}

  /** A chart with its sentence, how to read it, and its table. */
  record Figure(
      String id, String title, String finding, String description, boolean open, Table table) {}

  /** A table whose rows begin with a heading. */
  record Table(String id, String caption, List<String> columns, List<Sections.Line> rows) {}

  /** The figures under the names the page's template gives them. */
  Map<String, Object> all() {
    Map<String, Object> figures = new LinkedHashMap<>();
    List<Figure> ranking = new ArrayList<>();
    if (model.rankings().keySet().stream().anyMatch(k -> k.startsWith(Subjects.CITIES + "|"))) {
      ranking.add(ranking("ranking-cities", "Cities", Subjects.CITIES));
    }
    ranking.add(ranking("ranking-districts", "Districts", selection.city()));
    figures.put("rankingFigures", ranking);
    figures.put("profileFigure", profile());
    figures.put("seriesFigure", series());
    figures.put("mapFigure", map());
    figures.put("initialTitle", selection.city().isEmpty() ? "nothing" : initialTitle());
    return figures;
  }

  private String initialTitle() {
    PageModel.CityChoice city = model.cities().get(selection.city());
    return city.title() + " and " + city.districts().get(0).title();
  }

  private Figure ranking(String id, String what, String group) {
    PageModel.View<PageModel.RankingRow> view =
        model.rankings().get(Rankings.key(group, selection.period(), selection.weighting()));
    return figure(
        id,
        what,
        "Each line is the interval of a composite score and each sign its best estimate:"
            + " ▲ clearly better than the median of the group, ● cannot be told apart from it,"
            + " ▼ clearly worse. The upright line is that median. At the right the rank, with the"
            + " lowest and highest rank the data allow.",
        Rankings.COLUMNS,
        view == null
            ? null
            : new PageModel.View<>(
                view.title(),
                view.finding(),
                view.rows().stream().map(r -> new Sections.Line(r.head(), r.cells())).toList()),
        true);
  }

  private Figure profile() {
    PageModel.View<PageModel.ProfileRow> view =
        model.profiles().get(Rankings.key(selection.district(), selection.period()));
    return figure(
        "profile-chart",
        "Profile",
        "Each bar runs from the worst to the best value of the group, right is always better; the"
            + " darker part holds the middle half, the tick is the median; intervals are cut at its"
            + " ends. The sign is the chosen district with its interval: ▲ clearly better than that"
            + " median, ● cannot be told apart from it, ▼ clearly worse, by the rule of the"
            + " ranking; ○ has no class, for its error is not known; ◇ is an indicator without a"
            + " good direction (lowest to highest). Where durations had not ended, the first part"
            + " of the bar is theirs: such a one lies anywhere from its follow-up to beyond the"
            + " end. Totals are shown per resident, as they are compared. A word in place of a sign"
            + " says why there is no value.",
        Profiles.COLUMNS,
        view == null
            ? null
            : new PageModel.View<>(
                view.title(),
                view.finding(),
                view.rows().stream().map(r -> new Sections.Line(r.head(), r.cells())).toList()),
        false);
  }

  private Figure series() {
    PageModel.SeriesView view = model.series().get(selection.district());
    return figure(
        "series-chart",
        "Day by day",
        "Solid: the chosen district. Dashed: its city, per 100,000 residents too. Grey bands: the"
            + " waves of the city's cases. The shaded band around Rt is its interval, the fine line"
            + " is 1, and its axis ends at 4. A gap in a line is a day without an observation. The"
            + " table holds every seventh day; gold.district_day holds all.",
        SeriesViews.COLUMNS,
        view == null
            ? null
            : new PageModel.View<>(
                view.title(),
                view.finding(),
                view.rows().stream().map(r -> new Sections.Line(r.head(), r.cells())).toList()),
        false);
  }

  private Figure map() {
    PageModel.MapView view =
        model
            .maps()
            .get(
                Rankings.key(
                    selection.city(), selection.period(), "composite:" + selection.weighting()));
    return figure(
        "map-chart",
        "Map",
        "Darker is higher; the legend says the unit, and whether that is better. A dark hatched"
            + " district is censored: its duration exceeds what stands on it. A pale hatched one"
            + " has no value, and the word on it says why. The chosen district has a dark outline."
            + " Large districts catch the eye: the table treats all alike.",
        Maps.COLUMNS,
        view == null
            ? null
            : new PageModel.View<>(
                view.title(),
                view.finding(),
                view.rows().stream().map(r -> new Sections.Line(r.head(), r.cells())).toList()),
        false);
  }

  static Figure figure(
      String id,
      String fallbackTitle,
      String description,
      List<String> columns,
      PageModel.View<Sections.Line> view,
      boolean open) {
    PageModel.View<Sections.Line> shown =
        view == null
            ? new PageModel.View<>(
                fallbackTitle, "This page holds nothing for this choice.", List.of())
            : view;
    return new Figure(
        id,
        shown.title(),
        shown.finding(),
        description,
        open && shown.rows().size() <= MOST_UNFOLDED,
        new Table(id + "-table", shown.title(), columns, shown.rows()));
  }
}
