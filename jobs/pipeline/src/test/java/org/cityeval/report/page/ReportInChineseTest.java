package org.cityeval.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cityeval.report.data.SampleReport;
import org.cityeval.report.data.SampleRevision;
import org.cityeval.report.page.Chromium.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the file in English is said in Chinese, too, and back. */
@EnabledIf(
    value = "org.cityeval.report.page.Chromium#isPresent",
    disabledReason = "no Chromium here")
class ReportInChineseTest {
  private static final String PAGE =
      ReportPage.render(SampleReport.data(), SampleRevision.edition());

  @TempDir Path folder;

  @Test
  void titleTablesAndReasonsFollowTheLanguage() throws Exception {
    Visit visit =
        new Chromium(folder)
            .visit(
                PAGE,
                "#district=riverton-3&lang=zh",
                1440,
                """
                const look = () => ({ title: find('h1').textContent, caption: find('#quality-outcomes').caption.textContent,
                  head: find('#quality-checks').tHead.rows[0].cells[0].textContent, caveat: find('.caveats li').textContent,
                  reasons: [...find('#profile-chart-table').tBodies[0].rows].map((row) => row.textContent).join(' '),
                  page: find('main').innerText });
                await reach('#profile-chart-table');
                const zh = look();
                const select = find('#choose-lang');
                select.value = 'en';
                select.dispatchEvent(new page.Event('change'));
                await settled();
                await reach('#profile-chart-table');
                return { zh, en: look() };
                """);

    assertThat(visit.console()).isEmpty();
    assertThat(visit.said().at("/zh/title").textValue()).isEqualTo("三个示例城市，2020年春至秋");
    assertThat(visit.said().at("/zh/caption").textValue()).isEqualTo("记录的去向");
    assertThat(visit.said().at("/zh/head").textValue()).isEqualTo("检查项");
    assertThat(visit.said().at("/zh/caveat").textValue()).startsWith("以出行作为限制的标志");
    assertThat(visit.said().at("/zh/reasons").textValue())
        .contains("时段结束时活动尚未恢复", "没有观测到市民诉求")
        .doesNotContain("not recovered", "no service request");
    assertThat(visit.said().at("/en/title").textValue()).startsWith("Three sample cities");
    assertThat(visit.said().at("/en/caption").textValue())
        .isEqualTo("Records by what became of them");
    assertThat(visit.said().at("/en/reasons").textValue())
        .contains("activity had not recovered when the period ended");
    // Ids of tables are no words.
    assertThat(visit.said().at("/en/page").textValue())
        .doesNotContain("missing_input", "not_applicable", "%·d", "Theil T, nat");
  }
}
