package org.cityeval.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of comparisons beside those within a city: further groups, peers, choices. */
final class BesideFigures {
  private final PageModel model;
  private final Figures.Selection selection;

  BesideFigures(PageModel model, Figures.Selection selection) {
    this.model = model;
    this.selection = selection;
  }

  /** The figures under the names the page's template gives them. */
  Map<String, Object> all(List<String> peerColumns) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("groupFigure", group());
    figures.put("peersFigure", peers(peerColumns));
    figures.put("factorsFigure", factors());
    return figures;
  }

  private Figures.Figure group() {
    String group =
        model.beside().groups().stream().findFirst().map(PageModel.Choice::id).orElse("");
    return Figures.figure(
        "ranking-group",
        "Further groups",
        "As above, among all districts or in a group that the evaluation names. Scores are those of"
            + " the whole panel; ranks are those within the group.",
        Rankings.COLUMNS,
        lines(model.rankings().get(Rankings.key(group, selection.period(), selection.weighting()))),
        false);
  }

  private Figures.Figure peers(List<String> columns) {
    return Figures.figure(
        "peers-chart",
        "Peers",
        "The chosen district above, its nearest peers below it, each with the interval of its"
            + " composite over the whole span; at the right the distance, in standard deviations of"
            + " the variables that peers are found by.",
        columns,
        lines(
            model.beside().peers().get(Rankings.key(selection.district(), selection.weighting()))),
        true);
  }

  private Figures.Figure factors() {
    String group =
        model.rankings().keySet().stream().anyMatch(k -> k.startsWith(Subjects.CITIES + "|"))
            ? Subjects.CITIES
            : selection.city();
    PageModel.View<PageModel.FactorRow> view =
        model.beside().factors().get(Rankings.key(group, selection.weighting()));
    return Figures.figure(
        "factors-chart",
        "What ranks rest on",
        "Sobol indices of the ranks over all combinations of outlier treatment, normalisation,"
            + " weights, mean and draws of the values, over the whole span, averaged over the"
            + " group. Dark: the share a factor explains by itself; pale: together with others.",
        FactorViews.COLUMNS,
        view == null
            ? null
            : new PageModel.View<>(
                view.title(),
                view.finding(),
                view.rows().stream().map(r -> new Sections.Line(r.head(), r.cells())).toList()),
        true);
  }

  private static PageModel.View<Sections.Line> lines(PageModel.View<PageModel.RankingRow> view) {
    return view == null
        ? null
        : new PageModel.View<>(
            view.title(),
            view.finding(),
            view.rows().stream().map(r -> new Sections.Line(r.head(), r.cells())).toList());
  }
}
