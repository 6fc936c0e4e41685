package org.cityeval.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.cityeval.report.data.SampleReport;
import org.cityeval.report.data.SampleRevision;
import org.cityeval.report.page.Chromium.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What a reader may do on the page, in a real browser where there is one. */
@EnabledIf(
    value = "org.cityeval.report.page.Chromium#isPresent",
    disabledReason = "no Chromium here")
class ReportActsTest {
  private static final String PAGE =
      ReportPage.render(SampleReport.data(), SampleRevision.edition());

  @TempDir Path folder;

  private JsonNode said(String address, String script) throws Exception {
    return new Chromium(folder).visit(PAGE, address, 1440, script).answer();
  }

  @Test
  void publishedWeightsMakeThePublishedComposites() throws Exception {
    JsonNode said =
        said(
            "#district=riverton-1&lang=en",
            """
            const rows = [...find('#weights-chart-table').tBodies[0].rows];
            return rows.map((row) => [row.cells[2].textContent, row.cells[3].textContent.split(' ')[0]]);
            """);

    assertThat(said).hasSize(5);
    said.forEach(row -> assertThat(row.get(0)).isEqualTo(row.get(1)));
    assertThat(said.get(0).get(0).textValue()).isEqualTo("82.0");
  }

  @Test
  void ownWeightsMakeCompositesAndStandInTheAddress() throws Exception {
    JsonNode said =
        said(
            "#district=riverton-1&lang=en",
            """
            const slider = find('#weight-E1');
            slider.value = 0;
            slider.dispatchEvent(new Event('input', { bubbles: true }));
            await settled();
            const rows = [...find('#weights-chart-table').tBodies[0].rows];
            return { hash: page.location.hash, title: find('#weights-chart-title').textContent,
              best: rows[0].cells[0].textContent, score: rows[0].cells[2].textContent };
            """);

    assertThat(said.path("hash").textValue()).contains("weights=E1%3A0");
    assertThat(said.path("title").textValue()).contains("without intervals");
    // By hand: (.2 * 67 + .5 * 82) / .7 = 77.7 of the first, (.2 * 85.5 + .5 * 70.5) / .7 = 74.8.
    assertThat(said.path("best").textValue()).isEqualTo("Harbour");
    assertThat(said.path("score").textValue()).isEqualTo("77.7");
  }

  @Test
  void weightsOfALinkAreTaken() throws Exception {
    JsonNode said =
        said(
            "#district=riverton-1&weights=E1:0,P1:0&lang=en",
            """
            return [...find('#weights-chart-table').tBodies[0].rows].map((row) => row.cells[2].textContent);
            """);

    // E4 alone is left: 82 - 15, 70.5 + 15, 59 - 15, 47.5 + 15 and 36 - 15, the best first.
    assertThat(Visit.texts(said)).containsExactly("85.5", "67.0", "62.5", "44.0", "21.0");
  }

  @Test
  void aTableIsSortedByTheNumbersBehindItsWords() throws Exception {
    JsonNode said =
        said(
            "#district=riverton-1&lang=en",
            """
            const table = find('#overview-table');
            const press = () => table.tHead.rows[0].cells[4].querySelector('button').click();
            const scores = () => [...table.tBodies[0].rows].map((row) => row.cells[4].textContent.split(' ')[0]);
            press();
            const up = scores(), way = table.tHead.rows[0].cells[4].getAttribute('aria-sort');
            press();
            return { up, way, down: scores() };
            """);

    assertThat(Visit.texts(said.path("up")))
        .containsExactly("36.0", "47.5", "59.0", "70.5", "82.0");
    assertThat(said.path("way").textValue()).isEqualTo("ascending");
    assertThat(Visit.texts(said.path("down")))
        .containsExactly("82.0", "70.5", "59.0", "47.5", "36.0");
  }

  @Test
  void comparesThoseOfTheAddressAndNoMoreThanFour() throws Exception {
    JsonNode said =
        said(
            "#compare=riverton-1,eastport-1,millbrook-1,riverton-2,riverton-3&lang=en",
            """
            const heads = [...(await reach('#compare-chart-table')).tHead.rows[0].cells].slice(1).map((c) => c.textContent);
            find('#compare-chosen li:nth-child(2) button').click();
            await settled();
            return { heads, hash: decodeURIComponent(page.location.hash), full: find('#compare-add').disabled };
            """);

    assertThat(Visit.texts(said.path("heads")))
        .containsExactly(
            "Harbour (Riverton)",
            "Harbour of eastport (Eastport)",
            "Harbour of millbrook (Millbrook)",
            "Old Town (Riverton)");
    assertThat(said.path("hash").textValue()).contains("compare=riverton-1,millbrook-1,riverton-2");
    assertThat(said.path("full").booleanValue()).isFalse();
  }

  @Test
  void theMapShowsADayAndPlaysOn() throws Exception {
    JsonNode said =
        said(
            "#district=riverton-1&measure=day:risk_level&day=2020-03-05&lang=en",
            """
            const first = find('#map-day-said').textContent;
            find('#map-play').click();
            await made(() => find('#map-day-said').textContent !== first);
            find('#map-play').click();
            return { first, later: find('#map-day-said').textContent, hidden: find('#map-days').hidden };
            """);

    assertThat(said.path("first").textValue()).isEqualTo("5 Mar 2020");
    assertThat(said.path("later").textValue()).matches("[67] Mar 2020");
    assertThat(said.path("hidden").booleanValue()).isFalse();
  }

  @Test
  void findsADistrictByAPartOfItsName() throws Exception {
    JsonNode said =
        said(
            "#lang=en",
            """
            const field = find('#search');
            field.value = '老城';
            field.dispatchEvent(new Event('change', { bubbles: true }));
            await settled();
            const found = find('#choose-district').value;
            field.value = 'Atlantis';
            field.dispatchEvent(new Event('change', { bubbles: true }));
            return { found, hash: page.location.hash, note: find('#choice-note').textContent };
            """);

    assertThat(said.path("found").textValue()).isEqualTo("riverton-2");
    assertThat(said.path("hash").textValue()).contains("district=riverton-2", "city=riverton");
    assertThat(said.path("note").textValue()).contains("“Atlantis”");
  }

  @Test
  void speaksChineseWithoutRawIds() throws Exception {
    JsonNode said =
        said(
            "#district=riverton-1&lang=zh",
            """
            await settled();
            return { lang: page.document.documentElement.lang, heading: find('#headline-h').textContent,
              profile: find('#profile-chart-table').textContent, overview: find('#overview-table').textContent };
            """);

    assertThat(said.path("lang").textValue()).isEqualTo("zh-Hans");
    assertThat(said.path("heading").textValue()).isEqualTo("哪里做得好，有多大把握？");
    assertThat(said.path("overview").textValue()).contains("港口区", "老城区");
    assertThat(said.path("profile").textValue())
        .contains("响应滞后", "缺少此类数据", "人·天")
        .doesNotContain("missing_input", "%·d", "Theil T", "person-days");
  }

  @Test
  void whatChangedSinceTheVintageBeforeStandsInASection() throws Exception {
    JsonNode said =
        said(
            "#district=riverton-1&period=span&weighting=efficiency&lang=en",
            """
            await reach('#revised-values-table');
            const cells = (id) => [...find('#' + id).tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.textContent));
            return { since: find('#revisions-since').textContent, ranks: cells('revisions-chart-table'),
              values: cells('revised-values-table'), inputs: cells('revised-inputs-table') };
            """);

    assertThat(said.path("since").textValue())
        .startsWith(
            "Data of 30 Jun 2020 set beside those of 2 Nov 2020. Of 4 values in both, 2 changed,");
    assertThat(Visit.texts(said.path("ranks").get(0)))
        .startsWith("Harbour", "3 (1–5)", "1 (1–5)", "▲ 2 up");
    assertThat(Visit.texts(said.path("values").get(0)).get(7))
        .isEqualTo("a source that says otherwise");
    // Withheld: the page shows neither number.
    assertThat(Visit.texts(said.path("values").get(2)).get(3))
        .isEqualTo("withheld, too small to publish");
    assertThat(said.path("inputs")).hasSize(2);
  }

  @Test
  void theReaderChoosesLightOrDarkWhateverTheDeviceHas() throws Exception {
    JsonNode said =
        said(
            "#scheme=dark&lang=en",
            """
            const look = () => ({ paper: page.getComputedStyle(page.document.body).backgroundColor, name: find('#overview text').getAttribute('fill') || find('#overview text').style.fill });
            const dark = look(), select = find('#choose-scheme');
            select.value = 'light';
            select.dispatchEvent(new page.Event('change'));
            await settled();
            return { dark, light: look(), hash: page.location.hash };
            """);

    assertThat(said.at("/dark/paper").textValue()).isEqualTo("rgb(18, 24, 30)");
    assertThat(said.at("/light/paper").textValue()).isEqualTo("rgb(255, 255, 255)");
    assertThat(said.at("/dark/name")).isNotEqualTo(said.at("/light/name"));
    assertThat(said.path("hash").textValue()).contains("scheme=light");
  }

  @Test
  void arrowKeysWalkAChartAndReadItOut() throws Exception {
    JsonNode said =
        said(
            "#district=riverton-1&period=span&weighting=efficiency&lang=en",
            """
            const press = (id, key) => find('#' + id).dispatchEvent(new page.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
            const read = (id) => find('#' + id + '-readout').textContent;
            const steps = [];
            for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'End', 'ArrowRight', 'Home', 'ArrowUp', 'ArrowUp']) {
              press('overview', key);
              steps.push(read('overview'));
            }
            const cells = [...find('#overview-table').tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.textContent));
            press('overview', 'ArrowRight');
            press('overview', 'Enter');
            await settled();
            const chosen = find('#choose-district').value;
            const all = [...page.document.querySelectorAll('.plot')].map((plot) => {
              press(plot.id, 'ArrowRight');
              return { id: plot.id, stop: plot.tabIndex, live: find('#' + plot.id + '-readout').getAttribute('aria-live'), said: read(plot.id) };
            });
            press('overview', 'Escape');
            return { steps, cells, chosen, all, left: read('overview') };
            """);

    JsonNode cells = said.path("cells");
    List<String> steps = Visit.texts(said.path("steps"));
    assertThat(steps.get(0))
        .contains(cells.get(0).get(0).textValue(), cells.get(0).get(1).textValue(), "1 of 5");
    assertThat(steps.get(1)).contains(cells.get(1).get(0).textValue(), "2 of 5");
    assertThat(steps.get(2)).contains(cells.get(1).get(2).textValue(), "2 of 5");
    assertThat(steps.get(3)).contains(cells.get(4).get(0).textValue(), "5 of 5");
    assertThat(steps.get(4)).isEqualTo(steps.get(3));
    assertThat(steps.get(5)).contains(cells.get(0).get(2).textValue(), "1 of 5");
    assertThat(steps.get(7)).isEqualTo(steps.get(6)).isEqualTo(steps.get(0));
    assertThat(said.path("chosen").textValue()).isEqualTo("riverton-2");
    assertThat(said.path("all")).hasSize(12);
    said.path("all")
        .forEach(
            chart -> {
              assertThat(chart.path("stop").intValue()).as("%s", chart).isZero();
              assertThat(chart.path("live").textValue()).isEqualTo("polite");
              assertThat(chart.path("said").textValue()).as("%s", chart).isNotBlank();
            });
    assertThat(said.path("left").textValue()).isEmpty();
  }
}
