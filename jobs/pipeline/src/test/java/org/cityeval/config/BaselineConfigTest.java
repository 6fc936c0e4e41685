package org.cityeval.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.cityeval.assembly.Baseline;
import org.cityeval.assembly.WindowNormal;
import org.cityeval.assembly.YearBeforeNormal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineConfigTest {
  @TempDir private Path folder;

  private Baseline baseline(String text) {
    return TestConfig.load(
            folder,
            TestConfig.with(
                "{first_day: 2020-02-01, last_day: 2020-02-29, method: mean}", "{" + text + "}"))
        .baselines()
        .get("february")
        .named("february");
  }

  @ParameterizedTest
  @CsvSource({"mean, MEAN", "weekday_median, WEEKDAY_MEDIAN"})
  void aWindowIsSummedUpByItsMethod(String method, WindowNormal.Method expected) {
    Baseline baseline = baseline("first_day: 2020-02-01, last_day: 2020-02-29, method: " + method);

    assertThat(baseline.normal())
        .isEqualTo(new WindowNormal(LocalDate.of(2020, 2, 1), LocalDate.of(2020, 2, 29), expected));
    assertThat(baseline.baselineId()).isEqualTo("february");
  }

  @Test
  void theYearBeforeNeedsNoWindow() {
    assertThat(baseline("method: same_period_last_year").normal())
        .isInstanceOf(YearBeforeNormal.class);
  }

  @Test
  void whetherItLiesBeforeTheEmergencyIsSaid() {
    String window = "first_day: 2020-02-01, last_day: 2020-02-29, method: mean";

    assertThat(baseline(window + ", pre_period: true").timing())
        .isEqualTo(Baseline.Timing.BEFORE_THE_EMERGENCY);
    assertThat(baseline(window + ", pre_period: false, note: none is known").timing())
        .isEqualTo(Baseline.Timing.WITHIN_THE_EMERGENCY);
  }
}
