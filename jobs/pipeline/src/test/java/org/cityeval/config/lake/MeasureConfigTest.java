package org.cityeval.config.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cityeval.config.TestConfig;
import org.cityeval.series.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureConfigTest {
  @TempDir private Path folder;

  private MeasureConfig ofShops(String measure) {
    return TestConfig.load(
            folder,
            TestConfig.with(
                "enterprise_revenue_change: {value: r, kind: level, baseline: february}",
                "enterprise_revenue_change: " + measure))
        .sources()
        .get("shops")
        .measures()
        .get(Quantity.ENTERPRISE_REVENUE_CHANGE);
  }

  /** A week of a source that smooths over three days carries the mean of seven. */
  @ParameterizedTest
  @CsvSource({
    "'smoothed_days: 7', 7",
    "'smoothed_days: 3', 3",
    "'every: week, dated: last_day', 7",
    "'every: week, dated: last_day, smoothed_days: 3', 7",
    "'every: month', 31"
  })
  void aDayCarriesTheLongestOfTheMeansItIsPartOf(String keys, int days) {
    assertThat(ofShops("{value: r, kind: percent_change, " + keys + "}").carriedMeanDays())
        .isEqualTo(days);
  }

  @Test
  void countsAndNumbersOfEnterprisesAddUpAndMeansDoNot() {
    MeasureConfig index = ofShops("{value: r, kind: index}");
    MeasureConfig level = ofShops("{value: r, kind: level, baseline: february}");
    MeasureConfig cases =
        TestConfig.load(folder, TestConfig.VALID)
            .sources()
            .get("cases")
            .measures()
            .get(Quantity.NEW_CASES);

    assertThat(cases.addsUp(Quantity.NEW_CASES)).isTrue();
    assertThat(index.addsUp(Quantity.ENTERPRISE_REVENUE_CHANGE)).isFalse();
    assertThat(level.addsUp(Quantity.ENTERPRISE_REVENUE_CHANGE)).isFalse();
    assertThat(level.addsUp(Quantity.ENTERPRISES_RESUMED)).isTrue();
  }
}
