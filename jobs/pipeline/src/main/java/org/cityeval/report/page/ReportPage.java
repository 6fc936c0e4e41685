package org.cityeval.report.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.mustachejava.DefaultMustacheFactory;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cityeval.report.data.ReportData;
import org.cityeval.report.view.BesideViews;
import org.cityeval.report.view.Headlines;
import org.cityeval.report.view.Maps;
import org.cityeval.report.view.PageModel;
import org.cityeval.report.view.Profiles;
import org.cityeval.report.view.Rankings;
import org.cityeval.report.view.Sections;
import org.cityeval.report.view.SeriesViews;
import org.cityeval.report.view.Subjects;
import org.cityeval.report.view.Wording;

/**
 * The report as one HTML file that needs no network: charts for the eye, and beside each a table
 * and a sentence that say the same. Pure: the same data give the same bytes.
 */
public final class ReportPage {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ReportData data;
  private final Subjects subjects;
  private final Rankings rankings;
  private final Sections sections;
  private final BesideViews beside;
  private final PageModel model;

  private ReportPage(ReportData data) {
    this.data = data;
    this.subjects = new Subjects(data);
    this.rankings = new Rankings(data, subjects);
    this.sections = new Sections(data, subjects);
    this.beside = new BesideViews(data, subjects);
    this.model = model();
  }

  /** Renders the page. */
  public static String render(ReportData data) {
    return new ReportPage(data).render();
  }

  private PageModel model() {
    Set<String> embedded = data.embedded();
    Maps maps = new Maps(data, subjects);
    Map<String, Object> shapes = new TreeMap<>();
    Map<String, PageModel.CityChoice> cities = new LinkedHashMap<>();
    for (ReportData.City city : data.scope().cities()) {
      Map<String, Object> drawn =
          embedded.contains(city.id())
              ? DistrictShapes.geoJson(subjects.districts(city.id()))
              : null;
      if (drawn != null) {
        shapes.put(city.id(), drawn);
      }
      cities.put(city.id(), choices(city, maps.measures(), embedded));
    }
    return new PageModel(
        cities,
        subjects.weightings().stream()
            .map(id -> new PageModel.Choice(id, Wording.weighting(id)))
            .toList(),
        rankings.views(),
        new Profiles(data, subjects, embedded).views(),
        new SeriesViews(subjects).of(data.daily().series()),
        maps.views(shapes),
        shapes,
        beside.model());
  }

  private PageModel.CityChoice choices(
      ReportData.City city, List<PageModel.Choice> measures, Set<String> embedded) {
    List<PageModel.Choice> units = new ArrayList<>();
    subjects.districts(city.id()).stream()
        .filter(district -> embedded.contains(district.id()))
        .forEach(d -> units.add(new PageModel.Choice(d.id(), subjects.name(d.id()))));
    units.add(new PageModel.Choice(city.id(), "The whole of " + subjects.name(city.id())));
    return new PageModel.CityChoice(
        subjects.name(city.id()),
        units,
        subjects.periods(city.id()).stream()
            .map(p -> new PageModel.Choice(p.id(), subjects.periodTitle(city.id(), p.id())))
            .toList(),
        measures,
        data.daily().waves().stream()
            .filter(wave -> wave.unitId().equals(city.id()))
            .sorted(Comparator.comparingInt(ReportData.Wave::number))
            .map(
                wave ->
                    new PageModel.Band(
                        "wave " + wave.number(), wave.start().toString(), wave.end().toString()))
            .toList());
  }

  private String render() {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("title", data.title());
    page.put("asOf", data.publication().asOf().toString());
    page.put("facts", sections.facts());
    Headlines headlines = new Headlines(data, subjects, rankings);
    page.put("headlines", headlines.all());
    page.put("headlinesLeftOut", headlines.leftOut());
    page.put("hasMap", !model.maps().isEmpty());
    page.putAll(new Figures(model, initial()).all());
    page.putAll(new BesideFigures(model, beside.columns(), initial()).all());
    page.put("seriesLeftOut", seriesLeftOut());
    page.put("runSentence", runSentence());
    page.put("fixedTables", new FixedTables(sections).all());
    page.put("methods", sections.methods());
    page.put("parameters", FixedTables.parameters(sections));
    page.put("queries", FixedTables.queries(data.publication()));
    page.put("versions", FixedTables.versions(data.publication()));
    page.put("configHash", data.publication().configHash());
    page.put("codeVersion", data.publication().codeVersion());
    page.put("css", PageParts.own("report.css"));
    page.put("model", json(model));
    page.put("echarts", PageParts.echarts());
    page.put(
        "charts",
        PageParts.own("charts.js") + PageParts.own("daily.js") + PageParts.own("alike.js"));
    page.put("script", PageParts.own("beside.js") + PageParts.own("report.js"));
    StringWriter html = new StringWriter();
    new DefaultMustacheFactory("org/cityeval/report/page")
        .compile(new StringReader(PageParts.own("page.html")), "page.html")
        .execute(html, page);
    return html.toString();
  }

  /** The choice a reader meets first: the first city, its first district and its first period. */
  private Figures.Selection initial() {
    Map.Entry<String, PageModel.CityChoice> city =
        model.cities().entrySet().stream().findFirst().orElse(null);
    if (city == null) {
      return new Figures.Selection("", "", "", "");
    }
    return new Figures.Selection(
        city.getKey(),
        city.getValue().districts().get(0).id(),
        city.getValue().periods().stream().findFirst().map(PageModel.Choice::id).orElse(""),
        model.weightings().stream().findFirst().map(PageModel.Choice::id).orElse(""));
  }

  private String seriesLeftOut() {
    List<String> kinds = new ArrayList<>();
    few(kinds, data.daily().seriesLimit(), data.scope().districts().size(), "districts");
    few(kinds, data.daily().cityLimit(), data.scope().cities().size(), "cities");
    return kinds.isEmpty()
        ? ""
        : "Days, profiles and peers stand on this page for those with the most residents: "
            + Wording.list(kinds)
            + ". The tables hold all of them.";
  }

  private static void few(List<String> kinds, int limit, int all, String what) {
    if (all > limit) {
      kinds.add(String.format(Locale.ROOT, "%d of %,d %s", limit, all, what));
    }
  }

  private String runSentence() {
    String readBy = data.quality().readBy();
    String publishedBy = data.quality().publishedBy();
    if (readBy == null) {
      String unknown =
          "No log of the run that read these sources was found in this warehouse, so its checks are not shown.";
      return publishedBy == null
          ? unknown
          : unknown + " Those of run " + publishedBy + ", which published, are.";
    }
    return "Checks of run "
        + readBy
        + ", which read the sources of this publication"
        + (publishedBy == null || publishedBy.equals(readBy)
            ? "."
            : ", and of run " + publishedBy + ", which published it.");
  }

  /** JSON that cannot end the script element it stands in. */
  static String json(Object value) {
    try {
      return MAPPER
          .writeValueAsString(value)
          .replace("<", "\\u003c")
          .replace(">", "\\u003e")
          .replace("&", "\\u0026")
          .replace("\u2028", "\\u2028")
          .replace("\u2029", "\\u2029");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The page's data cannot be written as JSON", e);
    }
  }
}
