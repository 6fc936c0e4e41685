package org.cityeval.config.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.util.List;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.TestConfig;
import org.cityeval.series.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeRulesTest {
  @TempDir private Path folder;

  private List<ConfigProblem> problems(String yaml) {
    return catchThrowableOfType(ConfigProblems.class, () -> TestConfig.load(folder, yaml))
        .problems();
  }

  private static String merging(String merge) {
    return TestConfig.with(
        "  code_system: our own\n", "  code_system: our own\n  merge: {" + merge + "}\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "W: {parts: [A]} | W.parts | fewer than two parts",
        "W: {parts: [A, B]}, X: {parts: [B, C]} | X.parts | B is a part of W too",
        "A: {parts: [A, B]} | A | A is a part itself",
        "W: {name: Whole} | W.parts | missing key `parts`",
      })
  void saysWhatIsNoMerge(String merge, String key, String problem) {
    assertThat(problems(merging(merge)))
        .extracting(ConfigProblem::key, ConfigProblem::problem)
        .containsExactly(tuple("districts.merge." + key, problem));
  }

  /** The measure of cases; the key at fault; the problem. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: cumulative_count, before_first: zero | before_first"
            + " | before_first zero does not go with districts.merge",
        "kind: daily_count, aggregate: sum | aggregate"
            + " | `aggregate` does not go with kind daily_count",
        "kind: daily_count, aggregate: distinct | aggregate | aggregate distinct of parts",
      })
  void saysWhatAMeasureOfPartsCannotBe(String measure, String key, String problem) {
    assertThat(
            problems(
                merging("W: {parts: [A, B]}").replace("n, kind: daily_count", "n, " + measure)))
        .extracting(ConfigProblem::key, ConfigProblem::problem)
        .containsExactly(tuple("sources.cases.measures.new_cases." + key, problem));
  }

  @Test
  void countsAddUpAndAnAmountDoesWhereTheConfigSaysSo() {
    String yaml = merging("W: {parts: [A, B], name: Whole}");
    EvaluationConfig plain = TestConfig.load(folder, yaml);
    EvaluationConfig amount =
        TestConfig.load(
            folder, yaml.replace("baseline: february}", "baseline: february, aggregate: sum}"));

    assertThat(plain.districts().merge().get("W").parts()).containsExactly("A", "B");
    assertThat(addsUp(plain, "cases", Quantity.NEW_CASES)).isTrue();
    assertThat(addsUp(plain, "phones", Quantity.MOBILITY_DISTANCE_CHANGE)).isFalse();
    assertThat(addsUp(plain, "shops", Quantity.ENTERPRISE_REVENUE_CHANGE)).isFalse();
    assertThat(addsUp(amount, "shops", Quantity.ENTERPRISE_REVENUE_CHANGE)).isTrue();
  }

  private static boolean addsUp(EvaluationConfig config, String source, Quantity measure) {
    return config.sources().get(source).measures().get(measure).addsUp(measure);
  }
}
