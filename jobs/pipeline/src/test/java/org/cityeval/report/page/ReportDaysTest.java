package org.cityeval.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.cityeval.report.data.SampleReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which days the daily charts show, and what they say of the last of them. */
@EnabledIf(
    value = "org.cityeval.report.page.Chromium#isPresent",
    disabledReason = "no Chromium here")
class ReportDaysTest {
  private static final String PAGE = ReportPage.render(SampleReport.data());

  @TempDir Path folder;

  private JsonNode said(String fragment, String script) throws Exception {
    return new Chromium(folder).visit(PAGE, fragment, 1440, script).answer();
  }

  @Test
  void aStretchOfTheAddressIsAllThatIsShown() throws Exception {
    JsonNode said =
        said(
            "#district=riverton&days=2020-03-11..2020-03-20&lang=en",
            """
            const rows = (await reach('#series-chart-table')).tBodies[0].rows;
            await reach('#multiples-chart');
            return { days: rows.length, first: rows[0].cells[0].textContent, last: rows[rows.length - 1].cells[0].textContent,
              title: find('#series-chart-title').textContent, fields: find('#days-first').value + ' ' + find('#days-last').value,
              small: find('#multiples-chart-title').textContent,
              drawn: Math.max(...echarts.getInstanceByDom(find('#series-chart')).getOption().series.map((s) => s.data.length)) };
            """);

    assertThat(said.path("days").intValue()).isEqualTo(10);
    assertThat(said.path("first").textValue()).isEqualTo("2020-03-11");
    assertThat(said.path("last").textValue()).isEqualTo("2020-03-20");
    assertThat(said.path("title").textValue())
        .isEqualTo("Riverton, day by day, 11 Mar 2020 to 20 Mar 2020");
    assertThat(said.path("small").textValue()).endsWith(", 11 Mar 2020 to 20 Mar 2020");
    assertThat(said.path("fields").textValue()).isEqualTo("2020-03-11 2020-03-20");
    assertThat(said.path("drawn").intValue()).isEqualTo(10);
  }

  /** The first wave of the sample is from its 21st to its 101st day. */
  @Test
  void theReaderTakesAPeriodADayOrAll() throws Exception {
    JsonNode said =
        said(
            "#district=riverton&period=wave-1&lang=en",
            """
            const asked = () => new URLSearchParams(page.location.hash.slice(1)).get('days');
            find('#days-period').click();
            await settled();
            const period = asked();
            find('#days-last').value = '2020-03-25';
            find('#days-last').dispatchEvent(new page.Event('change'));
            await settled();
            const day = asked();
            find('#days-first').value = '2020-05-01';
            find('#days-first').dispatchEvent(new page.Event('change'));
            await settled();
            const typing = asked();
            find('#days-first').dispatchEvent(new page.Event('blur'));
            await settled();
            const turned = asked();
            find('#days-all').click();
            await settled();
            return { period, day, typing, turned, all: asked(), first: find('#days-first').value, disabled: find('#days-all').disabled };
            """);

    assertThat(said.path("period").textValue()).isEqualTo("2020-03-21..2020-06-09");
    assertThat(said.path("day").textValue()).isEqualTo("2020-03-21..2020-03-25");
    // The first day after the last one is nothing yet; when it is left, the two change places.
    assertThat(said.path("typing").textValue()).isEqualTo("2020-03-21..2020-03-25");
    assertThat(said.path("turned").textValue()).isEqualTo("2020-03-25..2020-05-01");
    assertThat(said.path("all").isNull()).isTrue();
    assertThat(said.path("first").textValue()).isEqualTo("2020-03-01");
    assertThat(said.path("disabled").booleanValue()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2019-03-01..2020-03-20",
    "2020-03-20..2020-03-01",
    "2020-02-31..2020-03-20",
    "yesterday"
  })
  void aStretchThatIsNotThereIsSaid(String asked) throws Exception {
    JsonNode said =
        said(
            "#district=riverton&lang=en&days=" + asked,
            "return { note: find('#choice-note').textContent, title: find('#series-chart-title').textContent };");

    assertThat(said.path("note").textValue())
        .isEqualTo(
            "There is no stretch of days “" + asked + "” on this page; shown is the whole span.");
    assertThat(said.path("title").textValue()).isEqualTo("Riverton, day by day");
  }

  /** An interval above 1 is growth, one below 1 is decline, one that holds 1 tells neither. */
  @ParameterizedTest
  @CsvSource({
    "1.1, 1.3, 'On 10 Apr 2020 cases were growing ↗: one case led to 1.20 (1.10 to 1.30) others.'",
    "0.7, 0.9, 'On 10 Apr 2020 cases were shrinking ↘: one case led to 1.20 (0.700 to 0.900) others.'",
    "0.9, 1.3, 'On 10 Apr 2020 it could not be told whether cases grew or shrank →: one case led to 1.20 (0.900 to 1.30) others.'"
  })
  void theLastDayTellsItsDirectionByTheIntervalOfRt(double low, double high, String sentence)
      throws Exception {
    JsonNode said =
        said(
            "#district=riverton&days=2020-03-11..2020-05-10&lang=en",
            """
            const numbers = model.days.riverton.numbers;
            // The forty-first day is the last one that tells.
            ['rt_mean', 'rt_low', 'rt_high'].forEach((key) => numbers[key].fill(null, 41));
            [numbers.rt_mean[40], numbers.rt_low[40], numbers.rt_high[40]] = [1.2, %s, %s];
            choices.choose({ days: '2020-03-11..2020-05-09' });
            await settled();
            await reach('#series-chart');
            return { finding: find('#series-chart-finding').textContent };
            """
                .formatted(low, high));

    assertThat(said.path("finding").textValue()).endsWith(sentence);
  }
}
