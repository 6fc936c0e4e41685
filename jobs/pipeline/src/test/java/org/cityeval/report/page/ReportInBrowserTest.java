package org.cityeval.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.cityeval.report.data.SampleReport;
import org.cityeval.report.data.SampleRevision;
import org.cityeval.report.page.Chromium.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a real browser, where there is one: what a reader's choices lead to. */
@EnabledIf(
    value = "org.cityeval.report.page.Chromium#isPresent",
    disabledReason = "no Chromium here")
class ReportInBrowserTest {
  private static final String PAGE =
      ReportPage.render(SampleReport.data(), SampleRevision.edition());

  @TempDir Path folder;

  @Test
  void choosingASectionKeepsTheDistrict() throws Exception {
    Visit visit =
        new Chromium(folder)
            .visit(
                PAGE,
                "#district=riverton-3&period=wave-1&lang=en",
                1440,
                """
                find('nav.contents a[href="#map"]').click();
                await settled();
                const asked = new URLSearchParams(page.location.hash.slice(1));
                return { district: asked.get('district'), period: asked.get('period'),
                  at: asked.get('at'), shown: find('#choose-district').value,
                  profile: find('#profile-chart-title').textContent,
                  focus: page.document.activeElement.id };
                """);

    assertThat(visit.said().path("district").textValue()).isEqualTo("riverton-3");
    assertThat(visit.said().path("period").textValue()).isEqualTo("wave-1");
    assertThat(visit.said().path("at").textValue()).isEqualTo("map");
    assertThat(visit.said().path("shown").textValue()).isEqualTo("riverton-3");
    assertThat(visit.said().path("profile").textValue()).contains("Northgate");
    assertThat(visit.said().path("focus").textValue()).isEqualTo("map");
    assertThat(visit.console()).isEmpty();
  }

  @Test
  void theAddressOfASectionAndADistrictOpensBoth() throws Exception {
    Visit visit =
        new Chromium(folder)
            .visit(
                PAGE,
                "#district=eastport-2&at=days&lang=en",
                1440,
                """
                return { district: find('#choose-district').value, city: find('#choose-city').value,
                  focus: page.document.activeElement.id, note: find('#choice-note').hidden };
                """);

    assertThat(visit.said().path("district").textValue()).isEqualTo("eastport-2");
    assertThat(visit.said().path("city").textValue()).isEqualTo("eastport");
    assertThat(visit.said().path("focus").textValue()).isEqualTo("days");
    assertThat(visit.said().path("note").booleanValue()).isTrue();
  }

  @Test
  void anUnknownDistrictIsSaid() throws Exception {
    Visit visit =
        new Chromium(folder)
            .visit(
                PAGE,
                "#district=nowhere&lang=en",
                1440,
                "return { note: find('#choice-note').textContent,"
                    + " hidden: find('#choice-note').hidden };");

    assertThat(visit.said().path("hidden").booleanValue()).isFalse();
    assertThat(visit.said().path("note").textValue())
        .contains("There is no district “nowhere” on this page", "Harbour");
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1440})
  void everyChartIsDrawnAndNothingIsWiderThanTheScreen(int width) throws Exception {
    Visit visit =
        new Chromium(folder)
            .visit(
                ReportPage.render(SampleReport.hostile(), SampleRevision.edition()),
                "",
                width,
                """
                const plots = [...page.document.querySelectorAll('.plot')];
                for (const plot of plots) { plot.scrollIntoView(); await settled(); }
                return { plots: plots.length,
                  drawn: plots.filter((plot) => plot.querySelector('svg path')).length,
                  screen: page.innerWidth, page: page.document.documentElement.scrollWidth };
                """);

    assertThat(visit.said().path("plots").intValue()).isEqualTo(12);
    assertThat(visit.said().path("drawn").intValue()).isEqualTo(12);
    assertThat(visit.said().path("screen").intValue()).isEqualTo(width);
    assertThat(visit.said().path("page").intValue()).isLessThanOrEqualTo(width);
    assertThat(visit.console()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"#lang=en", "#lang=zh"})
  void axeFindsNothingSerious(String address) throws Exception {
    Visit visit =
        new Chromium(folder)
            .visit(
                PAGE,
                address,
                1440,
                """
                page.document.querySelectorAll('details').forEach((fold) => { fold.open = true; });
                const script = page.document.createElement('script');
                script.textContent = axe.source;
                page.document.head.append(script);
                const found = await page.axe.run(page.document);
                return found.violations.filter((v) => ['serious', 'critical'].includes(v.impact))
                  .map((v) => v.id + ' ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | '));
                """);

    assertThat(visit.said()).isEmpty();
  }

  @Test
  void theFirstScreenAnswersBeforeAnyScrolling() throws Exception {
    Visit visit =
        new Chromium(folder)
            .visit(
                PAGE,
                "#lang=en",
                1440,
                """
                const bottom = (selector) => find(selector).getBoundingClientRect().bottom;
                return { chart: bottom('#overview'), why: bottom('#overview-sentences li:last-child'),
                  driving: bottom('#overview-driving li:last-child'), search: bottom('#search'),
                  sentences: [...page.document.querySelectorAll('#overview-sentences .why')].map((e) => e.textContent) };
                """);

    for (String part : List.of("chart", "why", "driving", "search")) {
      assertThat(visit.said().path(part).intValue()).as(part).isBetween(1, 900);
    }
    // By hand: of 82.0, 70.5 and 59.0 the middle is 70.5; E1 scores 92, 60.5 and 69, its middle is
    // 69, its weight .3.
    assertThat(visit.said().path("sentences").get(0).textValue())
        .isEqualTo(
            "Above the middle, within chance, chiefly by response lag (+6.9) and targeting"
                + " precision (+5.8).");
    assertThat(visit.said().path("sentences").get(1).textValue()).startsWith("At the middle");
    assertThat(visit.said().path("sentences").get(2).textValue()).startsWith("Below the middle");
  }
}
