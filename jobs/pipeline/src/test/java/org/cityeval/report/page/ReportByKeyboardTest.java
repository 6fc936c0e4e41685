package org.cityeval.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cityeval.report.data.SampleReport;
import org.cityeval.report.data.SampleRevision;
import org.cityeval.report.page.Chromium.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has no mouse: real keys, from the top of the page to its end. */
@EnabledIf(
    value = "org.cityeval.report.page.Chromium#isPresent",
    disabledReason = "no Chromium here")
class ReportByKeyboardTest {
  private static final String PAGE =
      ReportPage.render(SampleReport.data(), SampleRevision.edition());

  /** Waits until all is said and drawn; the numbers of what can be reached stand in data-stop. */
  private static final String NUMBERED =
      """
      (async () => {
        const pause = (time) => new Promise((done) => setTimeout(done, time));
        for (let i = 0; i < 500 && (document.readyState !== 'complete' || typeof choices === 'undefined' || document.documentElement.hasAttribute('data-waiting')); i++) await pause(20);
        for (const plot of document.querySelectorAll('.plot')) { plot.scrollIntoView(); await pause(60); }
        window.scrollTo(0, 0);
        const controls = [...document.querySelectorAll('a[href], button, select, input, summary, .plot')]
          .filter((e) => !e.disabled && e.checkVisibility() && !e.closest('details:not([open]) > :not(summary)'));
        controls.forEach((e, i) => { e.dataset.stop = i; });
        return JSON.stringify(controls.length);
      })()
      """;

  /**
   * Where the reader is: the number of the control, and whether it can be seen that it is there.
   */
  private static final String HERE =
      """
      (() => {
        const e = document.activeElement, box = e.getBoundingClientRect();
        const shown = getComputedStyle(e).outlineStyle !== 'none' && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
        return JSON.stringify({ stop: e === document.body ? -1 : Number(e.dataset.stop ?? -2), shown, what: e.tagName + ' ' + (e.id || e.textContent.slice(0, 30)) });
      })()
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {390, 1440})
  void theTabKeyComesToEachControlInTheirOrderAndOutAgain(int width) throws Exception {
    try (BrowserTab tab = new Chromium(folder).open(PAGE, "#lang=en", width)) {
      int controls = tab.look(NUMBERED).intValue();
      List<Integer> reached = new ArrayList<>();
      boolean isOut = false;
      // Regions that scroll are stops beside the controls.
      for (int press = 0; press < 4 * controls && !isOut; press++) {
        tab.press("Tab");
        JsonNode here = tab.look(HERE);
        int stop = here.path("stop").intValue();
        isOut = stop == -1;
        if (!isOut) {
          assertThat(here.path("shown").booleanValue()).as("seen: %s", here).isTrue();
        }
        // A date has a stop for the month, the day and the year.
        if (stop >= 0 && !Integer.valueOf(stop).equals(last(reached))) {
          reached.add(stop);
        }
      }

      assertThat(isOut).as("the reader leaves the page at its end").isTrue();
      assertThat(controls).isGreaterThan(100);
      assertThat(reached).isSorted().hasSize(controls).doesNotHaveDuplicates();
      assertThat(tab.console()).isEmpty();
    }
  }

  private static Integer last(List<Integer> stops) {
    return stops.isEmpty() ? null : stops.get(stops.size() - 1);
  }

  @Test
  void aChartIsWalkedFollowedAndLeft() throws Exception {
    try (BrowserTab tab = new Chromium(folder).open(PAGE, "#lang=en", 1440)) {
      tab.look(NUMBERED);
      tab.look("(() => { document.getElementById('overview').focus(); return '1'; })()");
      tab.press("ArrowRight");
      tab.press("ArrowRight");
      String second = readout(tab);
      tab.press("ArrowDown");
      String further = readout(tab);
      tab.press("Escape");
      String left = readout(tab);
      tab.press("Enter");
      String district = tab.look("JSON.stringify(choices.chosen.city)").textValue();

      // The sample ranks Riverton, Eastport and Westvale, in this order.
      assertThat(second).startsWith("Eastport").contains("2 of 3");
      assertThat(further).startsWith("Eastport").isNotEqualTo(second);
      assertThat(left).isEmpty();
      assertThat(district).isEqualTo("eastport");
    }
  }

  private static String readout(BrowserTab tab) throws IOException, InterruptedException {
    return tab.look("JSON.stringify(document.getElementById('overview-readout').textContent)")
        .textValue();
  }

  /** Without scripts no control is shown that would do nothing, and no chart that is empty. */
  @ParameterizedTest
  @ValueSource(ints = {390, 1440})
  @Timeout(60)
  void withoutScriptsThereAreTablesAndNothingDead(int width) throws Exception {
    try (BrowserTab tab = new Chromium(folder).withoutScripts().open(PAGE, "", width)) {
      // A page that runs no script cannot say when it is whole.
      while (!"complete".equals(tab.look("JSON.stringify(document.readyState)").textValue())) {
        Thread.sleep(50);
      }
      JsonNode seen =
          tab.look(
              """
              (() => {
                const shown = (selector) => [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility()).map((e) => e.id || e.textContent);
                const dead = shown('a[href^="#"]').length - [...document.querySelectorAll('a[href^="#"]')].filter((a) => { const to = document.getElementById(a.getAttribute('href').slice(1)); return a.checkVisibility() && to && to.checkVisibility(); }).length;
                return JSON.stringify({ controls: shown('button, select, input, output'), charts: shown('.plot, figure'), dead,
                  rankings: shown('table[id^="static-ranking"] caption').length,
                  cut: [...document.querySelectorAll('#without-scripts .scroll')].filter((e) => e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1).map((e) => e.innerText.slice(0, 40)), wide: document.documentElement.scrollWidth });
              })()
              """);

      assertThat(Visit.texts(seen.path("controls"))).isEmpty();
      assertThat(Visit.texts(seen.path("charts"))).isEmpty();
      assertThat(Visit.texts(seen.path("cut"))).isEmpty();
      assertThat(seen.path("dead").intValue()).isZero();
      assertThat(seen.path("rankings").intValue()).isGreaterThan(3);
      assertThat(seen.path("wide").intValue()).isLessThanOrEqualTo(width);
    }
  }

  /** Paper: what a district did, and its days. */
  @Test
  void oneDistrictIsTwoPagesOfPaper() throws Exception {
    try (BrowserTab tab = new Chromium(folder).open(PAGE, "#lang=en&district=riverton-3", 1440)) {
      tab.look(NUMBERED);

      assertThat(pages(tab.print())).isEqualTo(2);
    }
  }

  private static int pages(byte[] pdf) {
    // Chromium leaves the list of pages uncompressed.
    return new String(pdf, StandardCharsets.ISO_8859_1).split("/Type\\s*/Page\\b", -1).length - 1;
  }
}
