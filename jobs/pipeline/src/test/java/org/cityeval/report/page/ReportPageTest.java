package org.cityeval.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.cityeval.report.data.BesideData;
import org.cityeval.report.data.ReportData;
import org.cityeval.report.data.SampleReport;
import org.cityeval.report.data.SampleRevision;
import org.cityeval.table.spec.TableJson;
import org.junit.jupiter.api.Test;

class ReportPageTest {
  private static final String PAGE =
      ReportPage.render(SampleReport.data(), SampleRevision.edition());
  private static final String BODY = withoutScripts(PAGE);

  private static final List<String> CHARTS =
      List.of(
          "overview",
          "profile-chart",
          "series-chart",
          "multiples-chart",
          "map-chart",
          "funnel-chart",
          "compare-chart",
          "weights-chart",
          "peers-chart",
          "similar-chart",
          "factors-chart",
          "revisions-chart");

  @Test
  void hasATableAndASentenceBesideEveryChart() {
    assertThat(found("<div class=\"plot\" id=\"([^\"]+)\"", BODY))
        .containsExactlyElementsOf(CHARTS);
    for (String chart : CHARTS) {
      assertThat(BODY)
          .contains("<table id=\"" + chart + "-table\"")
          .contains("id=\"" + chart + "-finding\" aria-live=\"polite\"");
    }
  }

  @Test
  void namesAndDescribesEveryChartForScreenReaders() {
    for (String chart : found("(<div class=\"plot\"[^>]*>)", BODY)) {
      assertThat(chart).contains("role=\"img\"");
      for (String id : found("aria-(?:labelledby|describedby)=\"([^\"]+)\"", chart)) {
        for (String part : id.split(" ", -1)) {
          assertThat(BODY).contains("id=\"" + part + "\"");
        }
      }
    }
    assertThat(BODY).contains("<html lang=\"en\">").contains("class=\"skip\"");
  }

  /** What a key of the words says in English stands in the file; Chinese stands beside it. */
  @Test
  void saysEveryWordInBothLanguages() {
    assertThat(BODY).doesNotContain("data-say=\"\"").doesNotContain("></h2>");
    Map<String, Object> words = TableJson.read(between(PAGE, "id=\"words\">", "</script>"));
    for (String key : found("data-(?:say|label)=\"([^\"]+)\"", BODY)) {
      assertThat(words).containsKey(key);
    }
    words.forEach(
        (key, said) ->
            assertThat(((Map<?, ?>) said).keySet().toString()).as(key).isEqualTo("[en, zh]"));
  }

  @Test
  void everyTableRowHasACellForEveryColumn() {
    for (String table : found("(?s)(<table.*?</table>)", BODY)) {
      int columns = found("(<th scope=\"col\">)", table).size();
      for (String row : found("(?s)<tbody>(.*)</tbody>", table).get(0).split("</tr>", -1)) {
        if (row.contains("<td>")) {
          assertThat(found("(<td>)", row)).as(table).hasSize(columns - 1);
        }
      }
    }
  }

  @Test
  void escapesWhatPeopleNamed() {
    String page = ReportPage.render(SampleReport.hostile());

    assertThat(page).doesNotContain("<script>alert");
    assertThat(withoutScripts(page))
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co &quot;x&quot;");
    assertThat(between(page, "id=\"model\">", "</script>"))
        .contains("\\u003cscript\\u003ealert(1)\\u003c/script\\u003e \\u0026 Co \\\"x\\\"");
  }

  @Test
  void loadsNothing() {
    assertThat(found("(?:src|href|action|poster|data)=\"([^\"#]*)\"", BODY)).isEmpty();
    assertThat(BODY).doesNotContain("http://").doesNotContain("https://").doesNotContain("@import");
    assertThat(BODY).contains("default-src 'none'");
    assertThat(BODY).doesNotContain("url(");
  }

  @Test
  void saysTheStatusWhereThereIsNoValue() {
    String table = between(BODY, "<table id=\"static-values\"", "</table>");

    assertThat(table)
        .contains("no data of this kind: no service request observed")
        .doesNotContain("<td></td>")
        .doesNotContain("NaN");
  }

  @Test
  void saysWhatWasLeftOutOrAcceptedAndByWhom() {
    String quality = between(BODY, "<section id=\"quality\"", "</section>");

    assertThat(between(quality, "Left out on purpose", "</table>"))
        .contains(
            "in district Westfield 西田区",
            "78 records from 2020-01-22 to 2020-04-08",
            "Left out by data@example.org: Copied from &lt;another&gt; district");
    assertThat(between(quality, "Found and accepted", "</table>"))
        .contains("-3 on 2020-03-04", "until 2020-12-31: Reassigned");
    // Neither is a check that passed or failed.
    assertThat(between(quality, "<table id=\"quality-checks\"", "</table>"))
        .contains("record equation")
        .doesNotContain("riverton-4", "riverton-2");
  }

  @Test
  void readersWithoutScriptsSeeEveryRankWithItsInterval() {
    String fixed = between(BODY, "<noscript id=", "</noscript>");
    List<String> ranks = found("</th><td>([^<]*)</td><td>[^<]*</td><td>[▲●▼]", fixed);

    // Three cities and fifteen districts, one of them not ranked, under two weightings.
    assertThat(ranks)
        .hasSize(34)
        .allMatch(rank -> rank.matches("\\d+ \\(\\d+–\\d+\\)"), "low–high");
    assertThat(fixed).contains("JavaScript。", "表格为英文");
    assertThat(fixed).contains("Harbour 港口区", "Districts of Riverton 河城, weighed by efficiency");
  }

  @Test
  void isTheSameForTheSameData() {
    assertThat(ReportPage.render(SampleReport.data(), SampleRevision.edition())).isEqualTo(PAGE);
  }

  @Test
  void rendersAPublicationThatHoldsNothing() {
    ReportData data = SampleReport.data();
    ReportData empty =
        new ReportData(
            "empty",
            data.publication(),
            new ReportData.Scope(List.of(), List.of(), List.of(), List.of()),
            new ReportData.Results(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new BesideData(List.of(), List.of(), List.of())),
            new ReportData.Daily(List.of(), List.of(), 200, 100),
            new ReportData.Quality(null, null, List.of(), List.of(), List.of()));

    assertThat(ReportPage.render(empty))
        .contains("No group of districts or cities could be compared");
  }

  @Test
  void oneVintageHasNoSectionOfWhatChanged() {
    assertThat(PAGE).contains("<section id=\"revisions\"");
    assertThat(withoutScripts(ReportPage.render(SampleReport.data())))
        .doesNotContain("id=\"revisions\"", "#revisions");
  }

  @Test
  void canBeWrittenToAFileToBeLookedAt() throws IOException {
    Path file = Path.of("target", "sample-report.html");
    Files.writeString(file, PAGE);

    assertThat(Files.size(file)).isLessThan(4_000_000);
  }

  private static String withoutScripts(String page) {
    return page.replaceAll("(?s)<script.*?</script>", "");
  }

  private static List<String> found(String pattern, String in) {
    return Pattern.compile(pattern)
        .matcher(in)
        .results()
        .map((MatchResult m) -> m.group(1))
        .toList();
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start);
    assertThat(from).as(start).isNotNegative();
    return text.substring(from + start.length(), text.indexOf(end, from + start.length()));
  }
}
