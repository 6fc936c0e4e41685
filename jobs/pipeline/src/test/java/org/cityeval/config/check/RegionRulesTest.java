package org.cityeval.config.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.util.List;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.TestConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionRulesTest {
  private static final String GRADE = "policy_grade: {value: n, kind: grade}";

  @TempDir private Path folder;

  /** The valid config whose districts name their state, with one more source. */
  private static String with(String keys, String measures) {
    return TestConfig.VALID
        .replace("city_name: city}", "city_name: city, regions: {state: fips}}")
        .replace(
            "sources:\n",
            "sources:\n  orders: {path: o.csv, date: day, district: s, "
                + keys
                + ", measures: {"
                + measures
                + "}}\n");
  }

  private List<ConfigProblem> problems(String yaml) {
    return catchThrowableOfType(ConfigProblems.class, () -> TestConfig.load(folder, yaml))
        .problems();
  }

  @Test
  void aSourceMaySpeakOfRegionsThatTheListNames() {
    EvaluationConfig config = TestConfig.load(folder, with("shape: long, region: state", GRADE));

    assertThat(config.sources().get("orders").key().region()).isEqualTo("state");
    assertThat(config.districts().columns().regions()).containsEntry("state", "fips");
  }

  /** Keys and measures of the source; the key at fault; the problem. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "region: sttae | policy_grade: {value: n, kind: grade} | region | unknown region `sttae`",
        "region: state, crosswalk: x | policy_grade: {value: n, kind: grade} | crosswalk"
            + " | `crosswalk` does not go with region",
        "region: state, code_system: FIPS | policy_grade: {value: n, kind: grade} | code_system"
            + " | `code_system` does not go with region",
        "region: state | new_cases: {value: n, kind: daily_count} | measures.new_cases.kind"
            + " | a count does not go with region",
        "region: state | enterprises_total: {value: n, kind: level}"
            + " | measures.enterprises_total.kind | a count does not go with region",
      })
  void saysWhatDoesNotGoWithRegions(String keys, String measures, String key, String problem) {
    assertThat(problems(with("shape: long, " + keys, measures)))
        .anySatisfy(
            found -> {
              assertThat(found.key()).isEqualTo("sources.orders." + key);
              assertThat(found.problem()).isEqualTo(problem);
              assertThat(found.fix()).isNotEmpty();
            });
  }

  @Test
  void namesTheNearestRegionOrSaysThatThereIsNone() {
    String yaml = with("shape: long, region: sttae", GRADE);

    assertThat(problems(yaml)).extracting(ConfigProblem::fix).contains("did you mean `state`?");
    assertThat(problems(yaml.replace(", regions: {state: fips}", "")))
        .extracting(ConfigProblem::why)
        .contains("the list of districts names no regions");
  }

  @Test
  void anEventHappensInOneDistrict() {
    assertThat(
            problems(
                with(
                    "shape: events, region: state",
                    "mobility_activity_change: {value: n, kind: level, baseline: february,"
                        + " aggregate: count}")))
        .extracting(ConfigProblem::key, ConfigProblem::problem)
        .containsExactly(tuple("sources.orders.region", "`region` does not go with shape events"));
  }

  @Test
  void equalNumbersOfARegionAreNoSumOfIt() {
    String contract =
        "contract: {quality: [{id: sum, type: custom, implementation: sumOfDistricts, mustBe: 0,"
            + " arguments: {total: {where: a, city: b}}}]}";

    assertThat(problems(with("shape: long, region: state, " + contract, GRADE)))
        .extracting(ConfigProblem::key, ConfigProblem::problem)
        .containsExactly(
            tuple(
                "sources.orders.contract.quality[0].implementation",
                "sumOfDistricts does not go with region"));
  }

  @Test
  void aMeasureIsNotGivenOfRegionsAndOfDistricts() {
    String yaml =
        with("shape: long, region: state, as_of: 2020-05-01", GRADE)
            .replace(
                "  cases:\n",
                "  own_orders: {path: p.csv, shape: long, date: day, district: d, as_of:"
                    + " 2020-06-01, measures: {"
                    + GRADE
                    + "}}\n  cases:\n");

    assertThat(problems(yaml))
        .extracting(ConfigProblem::key, ConfigProblem::problem)
        .containsExactly(
            tuple(
                "sources.own_orders.measures.policy_grade",
                "measure policy_grade is given of regions and of districts"));
  }
}
