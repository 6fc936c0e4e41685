package org.cityeval.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cityeval.report.data.SampleReport;
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
  private static final String PAGE = ReportPage.render(SampleReport.data());

  @TempDir Path folder;

  @Test
  void choosingASectionKeepsTheDistrict() throws Exception {
    Visit visit =
        new Chromium(folder)
            .visit(
                PAGE,
                "#district=riverton-3&period=wave-1",
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
                "#district=eastport-2&at=days",
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
                "#district=nowhere",
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
                ReportPage.render(SampleReport.hostile()),
                "",
                width,
                """
                const plots = [...page.document.querySelectorAll('.plot')];
                return { plots: plots.length,
                  drawn: plots.filter((plot) => plot.querySelector('svg path')).length,
                  screen: page.innerWidth, page: page.document.documentElement.scrollWidth };
                """);

    assertThat(visit.said().path("plots").intValue()).isEqualTo(9);
    assertThat(visit.said().path("drawn").intValue()).isEqualTo(9);
    assertThat(visit.said().path("screen").intValue()).isEqualTo(width);
    assertThat(visit.said().path("page").intValue()).isLessThanOrEqualTo(width);
    assertThat(visit.console()).isEmpty();
  }
}
