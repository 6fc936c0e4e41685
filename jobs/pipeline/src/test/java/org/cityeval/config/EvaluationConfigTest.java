package org.cityeval.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cityeval.indicator.Parameters;
import org.cityeval.series.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationConfigTest {
  @TempDir private Path folder;

  private EvaluationConfig load(String part, String instead) {
    return TestConfig.load(folder, TestConfig.with(part, instead));
  }

  @Test
  void aMeasureIsAsTheSourceThatMapsItSays() {
    EvaluationConfig config = TestConfig.load(folder, TestConfig.VALID);

    assertThat(config.findMeasure(Quantity.NEW_CASES).orElseThrow().value()).isEqualTo("n");
    assertThat(config.findMeasure(Quantity.POLICY_GRADE)).isEmpty();
    assertThat(config.sourceId("cases")).isEqualTo("toy/cases");
  }

  /** Cases that their source gives as a mean of a week are not smoothed again. */
  @Test
  void indicatorsAreToldHowLongTheMeansOfTheSourcesAre() {
    Parameters raw = TestConfig.load(folder, TestConfig.VALID).parameters();
    assertThat(raw.cases().smoothedDays()).isEqualTo(1);
    assertThat(raw.response().meanDays()).isEqualTo(7);

    assertThat(
            load("kind: daily_count}", "kind: daily_count, smoothed_days: 5}")
                .parameters()
                .cases()
                .smoothedDays())
        .isEqualTo(5);
    assertThat(
            load("kind: index}", "kind: index, smoothed_days: 14}")
                .parameters()
                .response()
                .meanDays())
        .isEqualTo(14);
  }

  @Test
  void indicatorsAreToldTheBaselineOfEnterprises() {
    Parameters parameters = load("method: mean}", "method: mean, pre_period: true}").parameters();

    assertThat(parameters.recovery().baselineId()).isEqualTo("february");
    assertThat(parameters.recovery().prePeriod()).isTrue();
  }
}
