package org.cityeval.config.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.cityeval.assembly.Alignment;
import org.cityeval.assembly.Baseline;
import org.cityeval.assembly.YearBeforeNormal;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.TestConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A baseline of the year before, and the span it is used for. */
class BaselineRulesTest {
  private static final String YEAR_BEFORE =
      TestConfig.with(
          "first_day: 2020-02-01, last_day: 2020-02-29, method: mean}",
          "method: same_period_last_year, align: spring_festival, window_days: 9, average: mean}");

  @TempDir private Path folder;

  @Test
  void isReadAsItIsWritten() {
    EvaluationConfig config = TestConfig.load(folder, YEAR_BEFORE);

    assertThat(config.baselines().get("february").named("february"))
        .isEqualTo(
            new Baseline(
                "february",
                new YearBeforeNormal(Alignment.SPRING_FESTIVAL, 9, YearBeforeNormal.Average.MEAN),
                Baseline.Timing.BEFORE_THE_EMERGENCY));
    assertThat(config.parameters().recovery().prePeriod()).isTrue();
    assertThat(config.parameters().recovery().baselineId()).isEqualTo("february");
  }

  @Test
  void doesNotLieBeforeAnEmergencyThatIsLongerThanAYear() {
    // The span begins 2020-03-01. Aligned by weekday, 2021-02-23 looks at 2020-02-25 and four days
    // more, to 02-29; the day after at 03-01.
    TestConfig.load(folder, weekday("2021-02-23"));

    assertThat(problems(weekday("2021-02-24")))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.key()).isEqualTo("baselines.february.pre_period");
              assertThat(problem.why()).contains("up to 2020-03-01");
            });
    EvaluationConfig within =
        TestConfig.load(
            folder, weekday("2021-02-24").replace("average: mean}", "pre_period: false}"));
    assertThat(within.parameters().recovery().prePeriod()).isFalse();
  }

  @Test
  void theFestivalsOfTheSpanMustBeKnown() {
    String late =
        YEAR_BEFORE
            .replace("first_day: 2020-03-01", "first_day: 2050-03-01")
            .replace("last_day: 2020-04-30", "last_day: 2050-04-30");

    assertThat(problems(late))
        .singleElement()
        .satisfies(problem -> assertThat(problem.why()).contains("2000 to 2050"));
  }

  private static String weekday(String lastDay) {
    return YEAR_BEFORE
        .replace("spring_festival", "weekday")
        .replace("last_day: 2020-04-30", "last_day: " + lastDay);
  }

  private List<ConfigProblem> problems(String yaml) {
    ConfigProblems thrown =
        catchThrowableOfType(ConfigProblems.class, () -> TestConfig.load(folder, yaml));
    assertThat(thrown).isNotNull();
    return thrown.problems();
  }
}
