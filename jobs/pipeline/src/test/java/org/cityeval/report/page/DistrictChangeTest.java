package org.cityeval.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.cityeval.report.data.SampleReport;
import org.cityeval.report.data.SampleRevision;
import org.cityeval.report.page.Chromium.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * What another district costs the reader's browser, in charts and rows drawn, which do not depend
 * on the machine. How long it takes stands in PERFORMANCE.md.
 */
@EnabledIf(
    value = "org.cityeval.report.page.Chromium#isPresent",
    disabledReason = "no Chromium here")
class DistrictChangeTest {
  private static final String PAGE =
      ReportPage.render(SampleReport.data(), SampleRevision.edition());

  /** Looks at which charts are touched, and in which tables rows are made. */
  private static final String CHANGE =
      """
      const named = (node) => (node.nodeType === 1 ? node : node.parentElement);
      const look = async (act) => {
        const plots = new Set(), tables = new Set();
        const watch = new page.MutationObserver((changes) => changes.forEach((change) => {
          const plot = named(change.target).closest('.plot'), table = named(change.target).closest('table');
          if (plot) plots.add(plot.id);
          if (table) tables.add(table.id);
        }));
        watch.observe(page.document.querySelector('main'), { subtree: true, childList: true, attributes: true, characterData: true });
        await act();
        await settled();
        watch.disconnect();
        return { plots: [...plots].sort(), tables: [...tables].sort() };
      };
      const choose = (id) => { const select = find('#choose-district'); select.value = id; select.dispatchEvent(new page.Event('change')); };
      const text = (id) => page.document.getElementById(id).textContent;
      """;

  @TempDir Path folder;

  private JsonNode said(String address, String script) throws Exception {
    return new Chromium(folder).visit(PAGE, address, 1440, CHANGE + script).answer();
  }

  @Test
  void onlyWhatIsOnTheScreenOrNearItIsDrawn() throws Exception {
    JsonNode said =
        said(
            "#district=riverton-1&lang=en",
            "return { top: await look(() => choose('riverton-2')), title: text('series-chart-title') };");

    // The ranking and its table stand on the screen, the profile and its table below it.
    assertThat(Visit.texts(said.at("/top/plots")))
        .isSubsetOf("overview", "profile-chart")
        .contains("overview");
    assertThat(Visit.texts(said.at("/top/tables")))
        .isSubsetOf("overview-table", "profile-chart-table");
    // What is said of charts out of sight is up to date all the same.
    assertThat(said.path("title").textValue()).contains("Old Town");
  }

  @Test
  void whoReadsFurtherDownHasNothingDrawnAbove() throws Exception {
    JsonNode said =
        said(
            "#district=riverton-1&at=weights&lang=en",
            "return await look(() => choose('riverton-2'));");

    assertThat(Visit.texts(said.path("plots")))
        .contains("weights-chart")
        .doesNotContain("overview", "profile-chart", "series-chart", "factors-chart");
    // Its table stands beside the chart above, in an open fold; those in closed folds wait.
    assertThat(Visit.texts(said.path("tables"))).isSubsetOf("compare-chart-table");
  }

  @Test
  void whatWasOutOfSightIsDrawnWhenItIsReachedOpenedOrPrinted() throws Exception {
    JsonNode said =
        said(
            "#district=riverton-1&lang=en",
            """
            const drawn = (id) => page.document.getElementById(id).textContent;
            await reach('#series-chart');
            const before = drawn('series-chart');
            page.scrollTo(0, 0);
            await settled();
            choose('riverton-2');
            await settled();
            const kept = drawn('series-chart');
            await reach('#series-chart');
            const reached = drawn('series-chart');
            find('#weights-chart-table');
            const opened = find('#weights-chart-table tr.chosen').textContent;
            page.scrollTo(0, 0);
            await settled();
            choose('riverton-3');
            await settled();
            page.dispatchEvent(new page.Event('beforeprint'));
            const printed = drawn('series-chart'), wide = find('#series-chart svg').getAttribute('width');
            page.dispatchEvent(new page.Event('afterprint'));
            return { before, kept, reached, opened, printed, wide };
            """);

    assertThat(said.path("before").textValue()).contains("Harbour").doesNotContain("Old Town");
    assertThat(said.path("kept").textValue()).isEqualTo(said.path("before").textValue());
    assertThat(said.path("reached").textValue()).contains("Old Town").doesNotContain("Harbour");
    assertThat(said.path("opened").textValue()).contains("Old Town");
    assertThat(said.path("printed").textValue()).contains("Northgate");
    assertThat(said.path("wide").textValue()).isEqualTo("690");
  }
}
