package org.cityeval.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.cityeval.report.data.SampleReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What a reader takes along from the page, in a real browser where there is one. */
@EnabledIf(
    value = "org.cityeval.report.page.Chromium#isPresent",
    disabledReason = "no Chromium here")
class ReportDownloadsTest {
  private static final String PAGE = ReportPage.render(SampleReport.data());

  @TempDir Path folder;

  private JsonNode said(String address, String script) throws Exception {
    return new Chromium(folder).visit(PAGE, address, 1440, script).answer();
  }

  @Test
  void chartsAndTablesAreTakenAlongWithoutANetwork() throws Exception {
    JsonNode said =
        said(
            "#district=riverton-1&lang=en",
            """
            const taken = [];
            page.URL.createObjectURL = (blob) => { taken.push(blob); return '#'; };
            page.HTMLAnchorElement.prototype.click = () => {};
            page.URL.revokeObjectURL = () => {};
            for (const kind of ['csv', 'svg', 'png']) {
              const before = taken.length;
              find('button[data-take=' + kind + '][data-of=overview]').click();
              await made(() => taken.length > before);
            }
            let csv, svg;
            taken[0].text().then((text) => { csv = text; });
            taken[1].text().then((text) => { svg = text.slice(0, 4); });
            await made(() => csv !== undefined && svg !== undefined);
            return { types: taken.map((b) => b.type), csv, svg, png: taken[2].size };
            """);

    assertThat(said.path("types"))
        .extracting(JsonNode::textValue)
        .containsExactly("text/csv;charset=utf-8", "image/svg+xml", "image/png");
    assertThat(said.path("csv").textValue())
        .startsWith("Name,Rank (low–high),Rank (low–high): rank,")
        .contains("\r\nHarbour,1 (1–2),1,1,2,");
    assertThat(said.path("svg").textValue()).isEqualTo("<svg");
    assertThat(said.path("png").intValue()).isGreaterThan(5_000);
  }

  /** The rule of {@code cityeval export}; CsvFileTest has its cases. */
  @Test
  void whatASpreadsheetWouldCalculateGetsAnApostrophe() throws Exception {
    JsonNode said =
        said(
            "#lang=en",
            """
            const rows = ['=1+1', '-1', '-1+1', '\uFF1D1', "'=1", '+44.5', 'a=b'];
            const script = page.document.createElement('script');
            script.textContent = 'window.opened = tables;';
            page.document.head.append(script);
            return { csv: page.opened.csv({ columns: [{ title: 'x', text: (row) => row }], rows }) };
            """);

    assertThat(said.path("csv").textValue())
        .isEqualTo("x\r\n'=1+1\r\n-1\r\n'-1+1\r\n'\uFF1D1\r\n''=1\r\n+44.5\r\na=b\r\n");
  }
}
