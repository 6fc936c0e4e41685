package org.cityeval.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.cityeval.report.data.BesideData;
import org.cityeval.report.data.ReportData;
import org.cityeval.report.data.SampleReport;
import org.junit.jupiter.api.Test;

class ReportPageTest {
  private static final String PAGE = ReportPage.render(SampleReport.data());
  private static final String BODY = withoutScripts(PAGE);

  @Test
  void hasATableAndASentenceBesideEveryChart() {
    List<String> charts = found("<div class=\"plot\" id=\"([^\"]+)\"", BODY);

    assertThat(charts)
        .containsExactly(
            "ranking-cities",
            "ranking-districts",
            "ranking-group",
            "factors-chart",
            "peers-chart",
            "similar-chart",
            "profile-chart",
            "series-chart",
            "map-chart");
    for (String chart : charts) {
      String table = between(BODY, "<table id=\"" + chart + "-table\"", "</table>");
      assertThat(table).as(chart).contains("<caption>", "scope=\"col\"", "scope=\"row\"", "<td>");
      assertThat(between(BODY, "id=\"" + chart + "-finding\"", "</p>"))
          .as(chart)
          .hasSizeGreaterThan(55);
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
    String model = between(PAGE, "id=\"model\">", "</script>");

    assertThat(model)
        .contains("censored: more than 84 d")
        .contains("insufficient: 7 cases in the period, 11 are needed")
        .contains("missing_input: no service requests in the lake")
        .contains("suppressed: withheld, a count too small to publish");
    assertThat(BODY).contains("missing_input").doesNotContain("<td></td>").doesNotContain("NaN");
  }

  @Test
  void saysWhatWasLeftOutOrAcceptedAndByWhom() {
    String quality = between(BODY, "<section id=\"quality\"", "</section>");

    assertThat(between(quality, "Left out on purpose", "</table>"))
        .contains(
            "district riverton-4",
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
  void neverPrintsARankWithoutItsInterval() {
    List<String> ranks = new ArrayList<>();
    for (String table : List.of("ranking-cities-table", "ranking-districts-table")) {
      ranks.addAll(
          found("</th><td>([^<]*)</td>", between(BODY, "<table id=\"" + table + "\"", "</table>")));
    }

    assertThat(ranks).hasSize(8).allMatch(rank -> rank.matches("\\d+ \\(\\d+–\\d+\\)"), "low–high");
  }

  @Test
  void tellsApartOnlyWhomTheIntervalsTellApart() {
    // By hand from the fixture: of five, the first is clearly better, the last two clearly worse;
    // in the middle of 82.0, 70.5, 59.0, 47.5 and 36.0 is 59.0, of three cities 70.5.
    assertThat(BODY)
        .contains(
            "Clearly better than the median of the districts of Riverton 河城, 59.0: Harbour 港口区;"
                + " clearly worse than it: Westfield 西田区 and Ash Hill 灰山区; cannot be told apart"
                + " from it: Old Town 老城区 and Northgate 北门区.")
        .contains(
            "None stands out; cannot be told apart from the median of the cities, 70.5: Riverton"
                + " 河城, Eastport and Millbrook.")
        .contains("not ranked, too little was measured: Ash Hill of eastport.");
  }

  @Test
  void saysWhatTheWeightRestsOnInThreeNumbers() {
    // By hand: districts of Riverton have .76, .16 and .08 each.
    assertThat(BODY)
        .contains("76 % measured, 16 % censored, 8 % missing")
        .contains(
            "on average 76 % of the weight rests on measured values, 16 % on durations that had not"
                + " ended, and 8 % on nothing.");
  }

  @Test
  void saysSoWhereAnUnknownDistrictIsAskedFor() {
    assertThat(BODY).contains("id=\"choice-note\" role=\"status\"");
    assertThat(PAGE).contains("'There is no '");
  }

  @Test
  void isTheSameForTheSameData() {
    assertThat(ReportPage.render(SampleReport.data())).isEqualTo(PAGE);
  }

  @Test
  void leavesTheMapOutWhereNoDistrictHasAShape() {
    ReportData data = SampleReport.data();
    List<ReportData.District> shapeless =
        data.scope().districts().stream()
            .map(
                d ->
                    new ReportData.District(
                        d.id(), d.cityId(), d.name(), d.nameZh(), d.population(), null))
            .toList();
    ReportData without =
        new ReportData(
            data.title(),
            data.publication(),
            new ReportData.Scope(
                data.scope().cities(),
                shapeless,
                data.scope().periods(),
                data.scope().indicators()),
            data.results(),
            data.daily(),
            data.quality());

    assertThat(withoutScripts(ReportPage.render(without)))
        .doesNotContain("map-chart")
        .doesNotContain("#map");
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
