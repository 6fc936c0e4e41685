package org.cityeval.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cityeval.indicator.Requests;
import org.cityeval.report.data.ReportData;
import org.cityeval.report.data.SampleReport;
import org.cityeval.report.page.Chromium.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The funnel of shares, which needs a lake with requests, in a real browser where there is one. */
@EnabledIf(
    value = "org.cityeval.report.page.Chromium#isPresent",
    disabledReason = "no Chromium here")
class ReportFunnelTest {
  @TempDir Path folder;

  /** By hand: 8 of 10, 30 of 40 and 45 of 50 are 83 of 100. */
  @Test
  void sharesOfRequestsStandInAFunnelOfTheirOwn() throws Exception {
    ReportData data = SampleReport.data();
    List<ReportData.Value> values = new ArrayList<>(data.results().values());
    values.removeIf(value -> value.indicatorId().equals("D3"));
    long[] requests = {10, 40, 50};
    double[] shares = {0.8, 0.75, 0.9};
    for (int i = 0; i < requests.length; i++) {
      values.add(
          new ReportData.Value(
              "riverton",
              "riverton-" + (i + 1),
              "district",
              "span",
              "D3",
              new ReportData.Estimate(shares[i], 0.4, 0.95, 0.95, Requests.WILSON, "ok", null),
              new ReportData.Support(requests[i], 0.9, null)));
    }
    ReportData.Results results =
        new ReportData.Results(
            values,
            data.results().standings(),
            data.results().scores(),
            data.results().ranks(),
            data.results().beside());
    ReportData withRequests =
        new ReportData(
            data.title(), data.publication(), data.scope(), results, data.daily(), data.quality());
    Visit visit =
        new Chromium(folder)
            .visit(
                ReportPage.render(withRequests),
                "#district=riverton-1&period=span&rate=D3&at=funnel&lang=en",
                1440,
                """
                await reach('#funnel-chart');
                return { finding: find('#funnel-chart-finding').textContent, chart: find('#funnel-chart').textContent,
                  rows: [...find('#funnel-chart-table').tBodies[0].rows].map((row) => row.cells[1].textContent + ' of ' + row.cells[3].textContent) };
                """);

    assertThat(visit.console()).isEmpty();
    assertThat(visit.said().path("finding").textValue())
        .startsWith("The mean is 83 % of requests. Outside the 95 % limits: 0 of 3 members");
    assertThat(visit.said().path("chart").textValue())
        .contains("share of requests", "Requests", "mean 83 %", "Harbour");
    assertThat(visit.said().path("rows"))
        .extracting(JsonNode::textValue)
        .containsExactlyInAnyOrder("80 % of 10", "75 % of 40", "90 % of 50");
  }
}
