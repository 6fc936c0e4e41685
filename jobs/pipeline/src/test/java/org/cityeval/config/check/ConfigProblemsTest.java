package org.cityeval.config.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.cityeval.config.TestConfig.with;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cityeval.config.TestConfig;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.problem.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigProblemsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource({
    "org.cityeval.config.check.ConfigMistakes#all",
    "org.cityeval.config.check.EventMistakes#all",
    "org.cityeval.config.check.RequestMistakes#all",
    "org.cityeval.config.check.ComparisonMistakes#all"
  })
  void saysLineKeyProblemAndFix(
      String part, String instead, int line, String key, String problem, String fix) {
    assertThat(problemsOf(with(part, instead)))
        .anySatisfy(
            found -> {
              assertThat(found.key()).isEqualTo(key);
              assertThat(found.line()).isEqualTo(line);
              assertThat(found.source()).endsWith("toy.yaml");
              assertThat(found.problem()).isEqualTo(problem);
              assertThat(found.why()).isNotEmpty();
              assertThat(found.fix()).contains(fix);
            });
  }

  @Test
  void listsEverythingAtOnceInTheOrderOfTheFile() {
    String yaml =
        with("title: Toy", "titel: Toy")
            .replace("kind: daily_count", "kind: dayly_count")
            .replace("first_day: 2020-02-01", "first_day: 2020-03-01")
            .replace("enterprise: [enterprise_revenue_change]", "enterprise: [nothing]");

    assertThat(problemsOf(yaml))
        .extracting(ConfigProblem::line, ConfigProblem::key)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, "evaluation.title"),
            org.assertj.core.groups.Tuple.tuple(3, "evaluation.titel"),
            org.assertj.core.groups.Tuple.tuple(17, "sources.cases.measures.new_cases.kind"),
            org.assertj.core.groups.Tuple.tuple(33, "baselines.february.last_day"),
            org.assertj.core.groups.Tuple.tuple(36, "panel.enterprise[0]"));
  }

  @Test
  void rendersProblemWhyAndFix() {
    UserProblem problem =
        catchThrowableOfType(
            ConfigProblems.class,
            () -> TestConfig.load(folder, with("kind: daily_count", "kind: daily")));

    assertThat(problem.exitCode()).isEqualTo(2);
    assertThat(problem.render())
        .isEqualTo(
            folder.resolve("toy.yaml")
                + ":17: sources.cases.measures.new_cases.kind: unknown value `daily`\n"
                + "  why: valid values are daily_count, cumulative_count, index, percent_change,"
                + " level, grade\n"
                + "  fix: choose one of them\n"
                + "1 problem in "
                + folder.resolve("toy.yaml"));
  }

  @Test
  void namesTheSettingThatBroughtTheMistake() {
    ConfigProblem unknown = problemsOf(TestConfig.VALID, "panel.risc.preset=act_now").get(0);
    assertThat(unknown.source()).isEqualTo("--set panel.risc.preset=act_now");
    assertThat(unknown.line()).isZero();
    assertThat(unknown.problem()).isEqualTo("unknown key `risc`");
    assertThat(unknown.fix()).isEqualTo("did you mean `risk`?");

    assertThat(problemsOf(TestConfig.VALID, "panel.risk.preset").get(0).problem())
        .isEqualTo("not a setting");
    assertThat(problemsOf(TestConfig.VALID, "evaluation.id.x=1").get(0).problem())
        .startsWith("unknown key");
    assertThat(problemsOf(TestConfig.VALID, "panel.gap_days=[1").get(0).problem())
        .isEqualTo("value is not valid YAML");
    assertThat(problemsOf(TestConfig.VALID, "panel.gap_days=few").get(0).source())
        .isEqualTo("--set panel.gap_days=few");
  }

  @Test
  void pointsAtTheLineWhereTheSyntaxBreaks() {
    List<ConfigProblem> problems = problemsOf(with("title: Toy town", "title: [Toy"));
    assertThat(problems).singleElement().satisfies(p -> assertThat(p.line()).isEqualTo(4));
    assertThat(problems.get(0).problem()).startsWith("not valid YAML");
  }

  @Test
  void refusesWhatIsNoMapping() {
    assertThat(problemsOf("").get(0).problem()).isEqualTo("no keys found");
    assertThat(problemsOf("- a\n- b\n").get(0).problem()).isEqualTo("no keys found");
    assertThat(problemsOf("{}").get(0).problem()).startsWith("missing key");
  }

  @Test
  void stopsAtAliasesThatMultiply() {
    // Ten lists of nine references each stand for 9^9 items.
    StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 10; i++) {
      bomb.append("a").append(i).append(": &a").append(i).append(" [");
      bomb.append(("*a" + (i - 1) + ", ").repeat(9)).append("y]\n");
    }
    assertThat(problemsOf(bomb.toString()).get(0).problem()).startsWith("not valid YAML");
    // Few references, but 2^9 * 300 items.
    StringBuilder wide = new StringBuilder("a0: &a0 [" + "x, ".repeat(300) + "x]\n");
    for (int i = 1; i < 10; i++) {
      wide.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    assertThat(problemsOf(wide.toString()).get(0).problem()).startsWith("not valid YAML");
    assertThat(problemsOf("a: &a [*a]\n").get(0).problem()).startsWith("not valid YAML");
  }

  @Test
  void asksForASourceOrARegisterOfRequests() {
    String sources =
        TestConfig.VALID.substring(
            TestConfig.VALID.indexOf("sources:"), TestConfig.VALID.indexOf("baselines:"));
    String nothing =
        with(sources, "")
            .replace("[mobility_distance_change]", "[]")
            .replace("[enterprise_revenue_change]", "[]");

    assertThat(problemsOf(nothing))
        .extracting(ConfigProblem::key, ConfigProblem::problem)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("sources", "no source and no requests"));
    assertThat(
            TestConfig.load(
                    folder,
                    nothing
                        + "requests: {calls: {path: c.csv, request_id: a, opened: b, district: c}}")
                .sources())
        .isEmpty();
  }

  @Test
  void saysThatTheFileIsAbsent() {
    UserProblem problem =
        catchThrowableOfType(
            UserProblem.class,
            () -> ConfigLoader.load(folder.resolve("none.yaml"), Map.of(), List.of()));
    assertThat(problem.render()).contains("none.yaml: cannot be read").contains("no such file");
    assertThat(problem.exitCode()).isEqualTo(2);
  }

  private List<ConfigProblem> problemsOf(String yaml, String... settings) {
    ConfigProblems thrown =
        catchThrowableOfType(ConfigProblems.class, () -> TestConfig.load(folder, yaml, settings));
    assertThat(thrown).isNotNull();
    return thrown.problems();
  }
}
