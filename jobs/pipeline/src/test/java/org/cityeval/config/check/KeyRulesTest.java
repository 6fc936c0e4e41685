package org.cityeval.config.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.cityeval.config.TestConfig.with;

import java.nio.file.Path;
import java.util.List;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.TestConfig;
import org.cityeval.series.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRulesTest {
  private static final String CROSSWALKS =
      """
      crosswalks:
        codes: {numeric_width: 5}
        names: {path: names.csv, spelling: name, district_id: id}
      baselines:
      """;

  @TempDir private Path folder;

  /** What is written instead of the first source's district; the key at fault; the problem. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "crosswalk: nmaes, district: id | crosswalk | unknown crosswalk `nmaes`",
        "code_system: GB, district: id | code_system"
            + " | it gives codes of `GB`, the districts have `our own`",
        "date: day | district | missing key `district`",
        "place: {longitude: x, latitude: y} | place | a place, but no polygons",
        "district: id, district_columns: {new_cases: {suffix: _C}} | district_columns"
            + " | `district_columns` does not go with shape long",
        "district: id, options: {encoding: GB18300} | options.encoding"
            + " | unknown encoding `GB18300`",
        "district: id, options: {thousands: .} | options.thousands"
            + " | `.` groups digits and stands before decimals",
        "district: id, options: {decimal: ', '} | options.decimal"
            + " | more than one character: `, `",
        "district: id, options: {header: []} | options.header | empty",
        "district: id, options: {header: [a]}, format: json | options.header"
            + " | `header` does not go with format json",
      })
  void saysWhatDoesNotGoTogether(String keys, String key, String problem) {
    String source = "{path: cases.csv, shape: long, " + keys + ", date: day,";
    assertThat(problems(valid(source.replace(", date: day, date: day", ", date: day"))))
        .anySatisfy(
            found -> {
              assertThat(found.key()).isEqualTo("sources.cases." + key);
              assertThat(found.problem()).isEqualTo(problem);
              assertThat(found.fix()).isNotEmpty();
            });
  }

  @Test
  void aCrosswalkLetsASourceSpeakOfOtherCodes() {
    EvaluationConfig config =
        TestConfig.load(
            folder,
            valid(
                "{path: cases.csv, shape: long, district: id, crosswalk: names, code_system: GB,"
                    + " date: day,"));

    assertThat(config.sources().get("cases").key().crosswalk()).isEqualTo("names");
    assertThat(config.crosswalks().get("names").isListed()).isTrue();
    assertThat(config.crosswalks().get("codes").width()).hasValue(5);
    assertThat(config.crosswalks().get("codes").isListed()).isFalse();
  }

  @Test
  void everyMeasureOfAWideShapeHasColumns() {
    assertThat(
            problems(
                valid(
                    "{path: cases.csv, shape: wide_districts, date: day, place: {longitude: x,"
                        + " latitude: y}, district_columns: {new_case: {suffix: _C, columns: {a:"
                        + " b}}},")))
        .extracting(ConfigProblem::key, ConfigProblem::problem)
        .containsExactlyInAnyOrder(
            tuple("place", "`place` does not go with shape wide_districts"),
            tuple("district_columns.new_case", "`new_case` is no measure of the source"),
            tuple("district_columns.new_case", "columns beside prefix or suffix"),
            tuple("district_columns.new_cases", "no columns for measure new_cases"));
  }

  /** What the config says of the columns; the key at fault; the problem. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "prefix: [a, b], suffix: [c, d] | '' | several prefixes and several suffixes",
        "suffix: [] | .suffix | empty",
      })
  void severalColumnsOfADistrictAreNamedOneWay(String columns, String key, String problem) {
    assertThat(problems(valid(wide("new_cases", columns, "daily_count"))))
        .extracting(ConfigProblem::key, ConfigProblem::problem)
        .containsExactly(tuple("district_columns.new_cases" + key, problem));
  }

  @ParameterizedTest
  @ValueSource(strings = {"suffix: [_a, _b]", "columns: {a: R1, b: R1}"})
  void onlyCountsAndLevelsOfSeveralColumnsAddUp(String columns) {
    assertThat(problems(valid(wide("mobility_transit_change", columns, "index"))))
        .extracting(ConfigProblem::key, ConfigProblem::problem)
        .contains(
            tuple(
                "district_columns.mobility_transit_change",
                "several columns of a district for kind index"));
  }

  @Test
  void oneSuffixOrSeveralAreAList() {
    for (String suffix : List.of("_C", "[_C]", "[_C, _P]")) {
      EvaluationConfig config =
          TestConfig.load(folder, valid(wide("new_cases", "suffix: " + suffix, "daily_count")));

      assertThat(
              config
                  .sources()
                  .get("cases")
                  .key()
                  .districtColumns()
                  .get(Quantity.NEW_CASES)
                  .suffix())
          .isEqualTo(suffix.endsWith("P]") ? List.of("_C", "_P") : List.of("_C"));
    }
  }

  /** The source of cases as a table with a column a district, without the end of the measure. */
  private static String wide(String measure, String columns, String kind) {
    return "{path: cases.csv, shape: wide_districts, date: day, district_columns: {%1$s: {%2$s}},"
            .formatted(measure, columns)
        + (measure.equals("new_cases")
            ? ""
            : " measures: {%s: {value: value, kind: %s}}} #".formatted(measure, kind));
  }

  @Test
  void aCrosswalkHasAListOrAWidthAndTheDistrictsCodes() {
    String yaml =
        with(
            "baselines:\n",
            """
            crosswalks:
              nothing: {}
              half: {path: names.csv, spelling: name, code_system: GB}
              both: {numeric_width: 5, valid_from: day}
            baselines:
            """);

    assertThat(problems(yaml))
        .extracting(ConfigProblem::key, ConfigProblem::problem)
        .containsExactlyInAnyOrder(
            of("nothing", "neither a list of spellings nor numeric_width"),
            of("half.district_id", "missing key `district_id`"),
            of("half.code_system", "it gives codes of `GB`, the districts have `our own`"),
            of(
                "both.valid_from",
                "`valid_from` does not go with a crosswalk without path and table"));
  }

  private static org.assertj.core.groups.Tuple tuple(String key, String problem) {
    return org.assertj.core.groups.Tuple.tuple("sources.cases." + key, problem);
  }

  private static org.assertj.core.groups.Tuple of(String key, String problem) {
    return org.assertj.core.groups.Tuple.tuple("crosswalks." + key, problem);
  }

  /** The valid config with crosswalks, and with the source of cases written otherwise. */
  private static String valid(String source) {
    return with(
            """
            path: cases.csv
            shape: long
            district: id
            date: day
            measures:
              new_cases: {value: n, kind: daily_count}
            """
                .indent(4),
            "    " + source + " measures: {new_cases: {value: n, kind: daily_count}}}\n")
        .replace("baselines:\n", CROSSWALKS);
  }

  private List<ConfigProblem> problems(String yaml) {
    return catchThrowableOfType(ConfigProblems.class, () -> TestConfig.load(folder, yaml))
        .problems();
  }
}
