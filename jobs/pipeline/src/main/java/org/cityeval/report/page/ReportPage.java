package org.cityeval.report.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.mustachejava.DefaultMustacheFactory;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cityeval.report.data.Edition;
import org.cityeval.report.data.ReportData;
import org.cityeval.report.view.PageModel;
import org.cityeval.report.view.Sections;
import org.cityeval.report.view.Subjects;
import org.cityeval.report.view.Wording;
import org.cityeval.report.view.Words;

/**
 * The report as one HTML file that needs no network: charts for the eye, and beside each a table
 * and a sentence that say the same. Pure: the same data give the same bytes.
 */
public final class ReportPage {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** In the order in which each needs those before it. */
  private static final List<String> SCRIPTS =
      List.of(
          "say.js",
          "model.js",
          "charts.js",
          "tables.js",
          "figures.js",
          "choices.js",
          "standing.js",
          "overview.js",
          "weights.js",
          "profile.js",
          "compare.js",
          "days.js",
          "multiples.js",
          "map.js",
          "peers.js",
          "factors.js",
          "revisions.js",
          "funnel.js",
          "walk.js",
          "report.js");

  /** Each chart and the words of its legend. */
  private static final Map<String, String> LEGENDS =
      Map.ofEntries(
          Map.entry("profile", "profileLegend"),
          Map.entry("series", "daysLegend"),
          Map.entry("multiples", "multiplesLegend"),
          Map.entry("map", "mapLegend"),
          Map.entry("compare", "compareLegend"),
          Map.entry("weights", "weightsLegend"),
          Map.entry("peers", "peersLegend"),
          Map.entry("similar", "similarLegend"),
          Map.entry("factors", "factorsLegend"),
          Map.entry("revisions", "revisionsLegend"),
          Map.entry("funnel", "funnelLegend"));

  /** Tables without a chart. */
  private static final List<String> LISTINGS =
      List.of("revised-values", "revised-indicators", "revised-inputs");

  private final ReportData data;
  private final Edition edition;
  private final Sections sections;
  private final PageModel model;

  private ReportPage(ReportData data, Edition edition) {
    this.data = data;
    this.edition = edition;
    Subjects subjects = new Subjects(data);
    this.sections = new Sections(data, subjects);
    this.model = PageModel.of(data, edition.revision(), subjects, shapes(data, subjects));
  }

  /** Renders the page of an evaluation with one vintage. */
  public static String render(ReportData data) {
    return render(data, Edition.FIRST);
  }

  /** Renders the page. */
  public static String render(ReportData data, Edition edition) {
    return new ReportPage(data, edition).render();
  }

  private static Map<String, Object> shapes(ReportData data, Subjects subjects) {
    Set<String> embedded = data.embedded();
    Map<String, Object> shapes = new TreeMap<>();
    for (ReportData.City city : data.scope().cities()) {
      Map<String, Object> drawn =
          embedded.contains(city.id())
              ? DistrictShapes.geoJson(subjects.districts(city.id()))
              : null;
      if (drawn != null) {
        shapes.put(city.id(), drawn);
      }
    }
    return shapes;
  }

  private String render() {
    Map<String, Object> words = Words.all();
    Map<String, Object> page = new LinkedHashMap<>();
    words.forEach((key, said) -> page.put("w_" + key, ((Map<?, ?>) said).get("en")));
    page.put("figure", figures(page));
    page.put("title", data.title());
    page.put("titleZh", edition.titleZh());
    page.put("noScriptZh", Words.said("zh", "noScript"));
    page.put("asOf", data.publication().asOf().toString());
    page.put("facts", sections.facts());
    page.put("hasRanks", !model.ranks().rows().isEmpty());
    page.put("hasFunnel", !model.funnel().funnels().rows().isEmpty());
    page.put("hasRevision", model.revision() != null);
    page.put("listings", LISTINGS.stream().map(id -> Map.of("id", id)).toList());
    page.put("hasPeers", !model.peers().rows().isEmpty());
    page.put("hasFactors", !model.factors().rows().isEmpty());
    page.put("staticTables", new StaticTables(model).all());
    page.put("seriesLeftOut", seriesLeftOut());
    page.put("runSentence", runSentence("en"));
    page.put("runSentenceZh", runSentence("zh"));
    page.put("fixedTables", new FixedTables(sections).all());
    page.put("methods", sections.methods());
    page.put("parameters", FixedTables.parameters(sections));
    page.put("queries", FixedTables.queries(data.publication()));
    page.put("versions", FixedTables.versions(data.publication()));
    page.put("configHash", data.publication().configHash());
    page.put("codeVersion", data.publication().codeVersion());
    page.put("css", PageParts.own("report.css"));
    page.put("words", json(words));
    page.put("phrases", json(Words.phrases()));
    page.put("model", json(model));
    page.put("echarts", PageParts.echarts());
    page.put("scripts", SCRIPTS.stream().map(PageParts::script).collect(Collectors.joining()));
    StringWriter html = new StringWriter();
    new DefaultMustacheFactory("org/cityeval/report/page")
        .compile(new StringReader(PageParts.own("page.html")), "page.html")
        .execute(html, page);
    return html.toString();
  }

  /** The charts by name, each with what its legend says. */
  private static Map<String, Object> figures(Map<String, Object> page) {
    Map<String, Object> figures = new LinkedHashMap<>();
    LEGENDS.forEach(
        (id, legend) ->
            figures.put(
                id,
                Map.of(
                    "id",
                    id,
                    "legendKey",
                    legend,
                    "legend",
                    page.get("w_" + legend),
                    "isOpen",
                    // Numbers side by side are what a comparison is for.
                    id.equals("compare"))));
    return figures;
  }

  private String seriesLeftOut() {
    int cities = data.scope().cities().size();
    List<String> kinds = new ArrayList<>();
    few(kinds, data.daily().seriesLimit(), data.scope().districts().size(), "districts");
    few(kinds, data.daily().cityLimit(), cities, "cities");
    if (kinds.isEmpty()) {
      return "";
    }
    List<String> ranked = new ArrayList<>();
    few(ranked, Subjects.MOST_CITIES, cities, "cities");
    return "Days, profiles and peers stand on this page for those with the most residents: "
        + Wording.list(kinds)
        + ". "
        + (ranked.isEmpty() ? "" : "Districts are ranked within " + ranked.get(0) + ". ")
        + "The tables hold all of them.";
  }

  private static void few(List<String> kinds, int limit, int all, String what) {
    if (all > limit) {
      kinds.add(String.format(Locale.ROOT, "%,d of %,d %s", limit, all, what));
    }
  }

  /** Which runs the checks are of. */
  private String runSentence(String lang) {
    String readBy = data.quality().readBy();
    String publishedBy = data.quality().publishedBy();
    if (readBy == null) {
      String unknown = Words.said(lang, "runUnknown");
      return publishedBy == null
          ? unknown
          : unknown + " " + Words.said(lang, "runPublishedAlone", "run", publishedBy);
    }
    return (publishedBy == null || publishedBy.equals(readBy))
        ? Words.said(lang, "runRead", "run", readBy)
        : Words.said(lang, "runReadAndPublished", "run", readBy, "published", publishedBy);
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
