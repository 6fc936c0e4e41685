package org.cityeval.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.cityeval.report.data.ReportData;
import org.cityeval.report.data.SmallReport;
import org.junit.jupiter.api.Test;

class ComparedValuesTest {
  private static final ReportData.Standing STANDING =
      standing("district", "span", "P7", new ReportData.Scored(2.5, 2.0, null));

  private static ReportData.Standing standing(
      String level, String period, String indicator, ReportData.Scored scored) {
    return new ReportData.Standing("d", level, period, indicator, scored, 3.0, null, "class");
  }

  private static final ReportData DATA =
      new SmallReport()
          .value("d", "P7", 250.0, "ok", null)
          .value("d", "P1", 0.5, "ok", null)
          .value("e", "P7", 99.0, "ok", null)
          .standing(STANDING)
          .standing(standing("city", "span", "P7", new ReportData.Scored(8.0, null, null)))
          .standing(standing("district", "wave-1", "P7", new ReportData.Scored(9.0, null, null)))
          .data();
  private static final ComparedValues COMPARED = new ComparedValues(DATA);

  private static ReportData.Value value(int at) {
    return DATA.results().values().get(at);
  }

  @Test
  void aValueThatIsScoredIsSaidAsItIsCompared() {
    ReportData.Estimate compared = COMPARED.of(value(0));

    assertThat(compared)
        .isEqualTo(new ReportData.Estimate(2.5, 2.0, null, 0.95, "method", "ok", null));
    assertThat(COMPARED.standing(value(0))).isSameAs(STANDING);
  }

  /** Of another indicator, or another unit. */
  @Test
  void aValueThatIsNotScoredIsSaidAsItIsPublished() {
    for (int at : new int[] {1, 2}) {
      assertThat(COMPARED.standing(value(at))).isNull();
      assertThat(COMPARED.of(value(at))).isSameAs(value(at).estimate());
    }
  }
}
