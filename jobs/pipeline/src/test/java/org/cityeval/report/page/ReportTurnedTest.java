package org.cityeval.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.cityeval.report.data.SampleReport;
import org.cityeval.report.data.SampleRevision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A phone is turned, or a window made narrow, while the page is read. */
@EnabledIf(
    value = "org.cityeval.report.page.Chromium#isPresent",
    disabledReason = "no Chromium here")
class ReportTurnedTest {
  /** How far the widest chart, or list of the first screen, reaches once all were drawn. */
  private static final String REACH =
      """
      (async () => {
        const pause = (time) => new Promise((done) => setTimeout(done, time));
        for (let i = 0; i < 500 && (document.readyState !== 'complete' || typeof choices === 'undefined' || document.documentElement.hasAttribute('data-waiting')); i++) await pause(20);
        for (const plot of document.querySelectorAll('.plot')) { plot.scrollIntoView(); await pause(60); }
        window.scrollTo(0, 0);
        await pause(600);
        const ends = [...document.querySelectorAll('.answer > *, .plot, .plot svg')].map((e) => e.getBoundingClientRect().right);
        return JSON.stringify({ reach: Math.max(...ends), parts: ends.length, page: document.documentElement.scrollWidth });
      })()
      """;

  @TempDir Path folder;

  @Test
  void allChartsFitAWindowThatBecomesNarrow() throws Exception {
    String page = ReportPage.render(SampleReport.data(), SampleRevision.edition());
    try (BrowserTab tab = new Chromium(folder).open(page, "#lang=en", 844)) {
      assertThat(tab.look(REACH).path("reach").doubleValue()).isBetween(600.0, 844.0);

      tab.call(
          "Emulation.setDeviceMetricsOverride",
          DevTools.parameters()
              .put("width", 390)
              .put("height", 844)
              .put("deviceScaleFactor", 1)
              .put("mobile", false));

      JsonNode turned = tab.look(REACH);
      assertThat(turned.path("parts").intValue()).isGreaterThan(20);
      assertThat(turned.path("reach").doubleValue()).isLessThanOrEqualTo(390);
      assertThat(turned.path("page").doubleValue()).isLessThanOrEqualTo(390);
    }
  }
}
