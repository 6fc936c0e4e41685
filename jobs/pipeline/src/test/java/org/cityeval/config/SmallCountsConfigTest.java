package org.cityeval.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.cityeval.config.check.ConfigProblems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallCountsConfigTest {
  @TempDir private Path folder;

  @Test
  void aConfigThatSaysNothingWithholdsCountsBelowFive() {
    EvaluationConfig config = TestConfig.load(folder, TestConfig.VALID);
    assertThat(config.smallCounts().limit().is(4)).isTrue();
    assertThat(config.smallCounts().limit().is(5)).isFalse();
  }

  @Test
  void whatIsPublicAlreadyIsNotWithheld() {
    EvaluationConfig config =
        TestConfig.load(
            folder, TestConfig.VALID + "small_counts: {below: 11, already_public: by the city}\n");
    assertThat(config.smallCounts().limit().withholds()).isFalse();
  }

  @Test
  void aReasonForNoValueMustNotTellASmallCount() {
    assertThatThrownBy(
            () -> TestConfig.load(folder, TestConfig.VALID + "small_counts: {below: 12}\n"))
        .isInstanceOfSatisfying(
            ConfigProblems.class,
            found ->
                assertThat(found.problems())
                    .extracting(problem -> problem.key())
                    .containsExactlyInAnyOrder(
                        "indicators.minimum_cases", "panel.rt.minimum_cases"));
  }
}
