package org.cityeval.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cityeval.report.view.BesideModel;
import org.cityeval.report.view.BesideViews;
import org.cityeval.report.view.FactorViews;
import org.cityeval.report.view.PageModel;
import org.cityeval.report.view.PeerViews;
import org.cityeval.report.view.Rankings;
import org.cityeval.report.view.Sections;
import org.cityeval.report.view.Subjects;

/** The figures of further groups, peers and choices as they stand before a reader chooses. */
final class BesideFigures {
  private final PageModel model;
  private final BesideModel beside;
  private final BesideViews.Columns columns;
  private final Figures.Selection selection;

  BesideFigures(PageModel model, BesideViews.Columns columns, Figures.Selection selection) {
    this.model = model;
    this.beside = model.beside();
    this.columns = columns;
    this.selection = selection;
  }

  /** The figures under the names the page's template gives them. */
  Map<String, Object> all() {
    Map<String, Object> figures = new LinkedHashMap<>();
    boolean hasPeers = !beside.alike().nearest().isEmpty();
    boolean hasNamed = !beside.named().members().isEmpty();
    figures.put("hasGroups", !beside.groups().isEmpty());
    figures.put("hasBeside", hasPeers || hasNamed);
    figures.put("hasPeers", hasPeers);
    figures.put("hasSimilar", !beside.alike().maps().isEmpty());
    figures.put("hasFactors", !beside.basis().views().isEmpty());
    figures.put("peerVariables", columns.variables());
    figures.put("namedLeftOut", beside.named().leftOut());
    figures.put("groupFigure", group());
    figures.put("peersFigure", peers());
    figures.put("similarFigure", similar());
    figures.put("besideTable", besideTable());
    figures.put("factorsFigure", factors());
    return figures;
  }

  private Figures.Figure group() {
    String group = beside.groups().stream().findFirst().map(PageModel.Choice::id).orElse("");
    PageModel.View<PageModel.RankingRow> view =
        model.rankings().get(Rankings.key(group, selection.period(), selection.weighting()));
    return Figures.figure(
        "ranking-group",
        "Further groups",
        "As above, among all districts or in a group that the evaluation names. Scores are those of"
            + " the whole panel; ranks are those within the group.",
        Rankings.COLUMNS,
        view == null
            ? null
            : lines(view, view.rows().stream().map(r -> new Sections.Line(r.head(), r.cells()))),
        false);
  }

  /** The chosen period, or the first one in which everyone's days are the same. */
  private PageModel.Choice shared() {
    return beside.periods().stream()
        .filter(period -> period.id().equals(selection.period()))
        .findFirst()
        .or(() -> beside.periods().stream().findFirst())
        .orElse(new PageModel.Choice("", ""));
  }

  private String period() {
    return shared().id();
  }

  private BesideModel.Member member(String unit) {
    return beside.members().get(Rankings.key(unit, period()));
  }

  private Figures.Figure peers() {
    String unit = selection.district();
    BesideModel.Standing standing =
        beside.alike().standings().get(Rankings.key(unit, period(), selection.weighting()));
    List<BesideModel.Nearest> nearest = beside.alike().nearest().getOrDefault(unit, List.of());
    return Figures.figure(
        "peers-chart",
        "Peers",
        "Above the chosen member with its class among its peers (▲ ● ▼, as in the ranking); below it"
            + " ◇ its peers, the nearest first, each with the interval of its composite. At the right"
            + " the distance, in standard deviations of the declared variables.",
        PeerViews.COLUMNS,
        standing == null
            ? null
            : new PageModel.View<>(
                standing.title(),
                standing.finding(),
                Stream.concat(
                        Stream.of(peerLine(unit, List.of("itself", "–"), standing.rank())),
                        nearest.stream()
                            .map(
                                peer ->
                                    peerLine(
                                        peer.id(),
                                        List.of(peer.distance(), peer.by()),
                                        PeerViews.PEER)))
                    .toList()),
        true);
  }

  private Sections.Line peerLine(String unit, List<String> first, String last) {
    BesideModel.Member member = member(unit);
    List<String> cells = new ArrayList<>(first);
    cells.add(member.composites().get(selection.weighting()).text());
    cells.add(last);
    return new Sections.Line(member.head(), cells);
  }

  private Figures.Figure similar() {
    String unit = selection.district();
    BesideModel.Scatter map =
        beside.alike().maps().values().stream()
            .filter(m -> m.dots().stream().anyMatch(dot -> dot.id().equals(unit)))
            .findFirst()
            .orElse(null);
    BesideModel.Standing standing =
        beside.alike().standings().get(Rankings.key(unit, period(), selection.weighting()));
    return Figures.figure(
        "similar-chart",
        "Who is like whom",
        "Each sign is a member; near ones are alike in the declared variables. Sign and colour are"
            + " its group by k-means. The chosen member has a dark ring, and lines lead to its peers,"
            + " which are found by all variables and may look farther here than they are."
            + " Names that would cover each other are left to the table.",
        columns.similar(),
        map == null
            ? null
            : new PageModel.View<>(
                map.title(),
                map.dots().stream()
                        .filter(dot -> dot.id().equals(unit))
                        .findFirst()
                        .map(BesideModel.Dot::finding)
                        .orElse("")
                    + (standing == null || standing.similar().isEmpty()
                        ? ""
                        : " " + standing.similar()),
                map.dots().stream()
                    .map(dot -> new Sections.Line(dot.head(), dot.cells()))
                    .toList()),
        false);
  }

  /** The chosen member, its peers, and the members of its named groups, in one short table. */
  private Figures.Table besideTable() {
    String unit = selection.district();
    Map<String, List<String>> as = new LinkedHashMap<>();
    as.put(unit, new ArrayList<>(List.of("chosen")));
    int number = 0;
    for (BesideModel.Nearest peer : beside.alike().nearest().getOrDefault(unit, List.of())) {
      as.computeIfAbsent(peer.id(), k -> new ArrayList<>()).add("peer " + ++number);
    }
    for (String group : beside.named().of().getOrDefault(unit, List.of())) {
      for (String other : beside.named().members().get(group)) {
        as.computeIfAbsent(other, k -> new ArrayList<>()).add(beside.named().titles().get(group));
      }
    }
    List<String> heads = new ArrayList<>(List.of("Name", "Stands here as"));
    heads.addAll(columns.members());
    List<Sections.Line> rows = new ArrayList<>();
    as.forEach(
        (other, roles) -> {
          BesideModel.Member member = member(other);
          if (member != null) {
            List<String> cells = new ArrayList<>(List.of(String.join(", ", roles)));
            member.composites().values().forEach(bar -> cells.add(bar.text()));
            cells.addAll(member.cells());
            rows.add(new Sections.Line(member.head(), cells));
          }
        });
    String title =
        rows.isEmpty()
            ? "Nobody stands side by side"
            : rows.get(0).head() + " beside its peers and named groups, " + shared().title();
    return new Figures.Table("beside-table", title, heads, rows);
  }

  private Figures.Figure factors() {
    String state = "|" + selection.period() + "|" + selection.weighting();
    Map<String, PageModel.View<BesideModel.FactorRow>> views = beside.basis().views();
    String group =
        Stream.concat(
                Stream.of(selection.city(), Subjects.CITIES),
                beside.groups().stream().map(PageModel.Choice::id))
            .filter(id -> views.containsKey(id + state))
            .findFirst()
            .orElse("");
    PageModel.View<BesideModel.FactorRow> view = views.get(group + state);
    Map<String, BesideModel.Own> own =
        beside.basis().own().getOrDefault(selection.district() + "|" + group + state, Map.of());
    return Figures.figure(
        "factors-chart",
        "What ranks rest on",
        "Sobol indices of ranks over every combination of outlier treatment, normalisation, weights"
            + " and mean, and draws of the values: averages over the group. Dark: the share that a"
            + " factor explains by itself; pale: what it has a part in, alone or with others. ◇ is"
            + " the chosen member’s, where it is ranked in the group.",
        FactorViews.COLUMNS,
        view == null
            ? null
            : lines(
                view,
                view.rows().stream()
                    .map(
                        row -> new Sections.Line(row.head(), factorCells(row, own.get(row.id()))))),
        true);
  }

  private static List<String> factorCells(BesideModel.FactorRow row, BesideModel.Own own) {
    List<String> cells = new ArrayList<>(row.cells());
    cells.addAll(
        own == null ? List.of(FactorViews.NOT_RANKED, FactorViews.NOT_RANKED) : own.cells());
    return cells;
  }

  private static PageModel.View<Sections.Line> lines(
      PageModel.View<?> view, Stream<Sections.Line> rows) {
    return new PageModel.View<>(view.title(), view.finding(), rows.toList());
  }
}
