package org.cityeval.config.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.cityeval.config.TestConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedMeasuresTest {
  @TempDir private Path folder;

  /** The valid config with two more publications of the cases. */
  private static String with(String firstAsOf, String secondAsOf, String secondMeasure) {
    String source =
        """
          %s:
            path: cases.csv
            shape: long
            district: id
            date: day
            %s
            measures:
              new_cases: %s
        """;
    return TestConfig.with(
            "  cases:\n",
            source.formatted("old", firstAsOf, "{value: n, kind: daily_count}") + "  cases:\n")
        .replace(
            "  cases:\n    path: cases.csv\n    shape: long\n    district: id\n    date: day\n",
            "  cases:\n    path: cases.csv\n    shape: long\n    district: id\n    date: day\n    "
                + secondAsOf
                + "\n")
        .replaceAll(
            "new_cases: \\{value: n, kind: daily_count}\n(?=  phones)",
            "new_cases: " + secondMeasure + "\n");
  }

  @Test
  void publicationsOfDifferentDaysMayGiveOneMeasure() {
    String day = "as_of: 2020-04-01";
    String otherFile = "{value: n * 1, kind: daily_count, range: [0, 9]}";

    assertThat(TestConfig.load(folder, with(day, "as_of: 2020-05-01", otherFile)).sources())
        .hasSize(4);
    assertThat(TestConfig.load(folder, with(day, "as_of: to_date(p)", otherFile)).sources())
        .hasSize(4);
  }

  @Test
  void notWithoutADayNorOnOneDay() {
    String alike = "{value: n, kind: daily_count}";

    for (String yaml :
        new String[] {
          with("as_of: 2020-04-01", "missing: ['-']", alike),
          with("missing: ['-']", "as_of: 2020-04-01", alike),
          with("as_of: 2020-04-01", "as_of: 2020-04-01", alike)
        }) {
      ConfigProblem problem = only(yaml);
      assertThat(problem.key()).isEqualTo("sources.cases.measures.new_cases");
      assertThat(problem.problem()).isEqualTo("measure new_cases is mapped twice");
    }
  }

  @Test
  void andTheyStateItAlike() {
    ConfigProblem problem =
        only(
            with(
                "as_of: 2020-04-01",
                "as_of: 2020-05-01",
                "{value: n, kind: cumulative_count, smoothed_days: 7}"));

    assertThat(problem.problem()).isEqualTo("new_cases is stated in two ways");
    assertThat(problem.why()).contains("kind, smoothed_days");
  }

  private ConfigProblem only(String yaml) {
    ConfigProblems thrown =
        catchThrowableOfType(ConfigProblems.class, () -> TestConfig.load(folder, yaml));
    assertThat(thrown).isNotNull();
    assertThat(thrown.problems()).hasSize(1);
    return thrown.problems().get(0);
  }
}
