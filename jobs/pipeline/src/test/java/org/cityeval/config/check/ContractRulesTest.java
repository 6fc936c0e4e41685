package org.cityeval.config.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.cityeval.config.TestConfig.with;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.TestConfig;
import org.cityeval.config.lake.ContractCheck;
import org.cityeval.config.lake.ContractCheck.Severity;
import org.cityeval.config.lake.ContractConfig;
import org.cityeval.series.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContractRulesTest {
  private static final String MEASURES = "    measures:\n      new_cases";

  @TempDir private Path folder;

  private static String contract(String text) {
    return with(MEASURES, "    contract: " + text + "\n" + MEASURES);
  }

  /** The contract of the first source; key below it, problem, fix. */
  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments(
            "{quality: [{id: a, mustBe: 0}]}", "quality[0]", "missing key `metric`", "set type"),
        arguments(
            "{quality: [{id: a, metric: rowCount, query: select 1, mustBe: 0}]}",
            "quality[0].query",
            "`query` does not go with type library",
            "set type: sql"),
        arguments(
            "{quality: [{id: a, metric: rowCount}]}",
            "quality[0]",
            "no operator",
            "mustBeLessThan"),
        arguments(
            "{quality: [{id: a, metric: rowCount, mustBe: 1, severity: quarantine}]}",
            "quality[0].severity",
            "severity quarantine does not go with type library",
            "use warn or fail"),
        arguments(
            "{quality: [{id: a, metric: nullValues, mustBe: 0}]}",
            "quality[0].arguments",
            "no properties",
            "add it under arguments"),
        arguments(
            "{quality: [{id: a, metric: invalidValues, arguments: {properties: [n]}, mustBe: 0}]}",
            "quality[0].arguments",
            "no validValues or pattern",
            "add it under arguments"),
        arguments(
            "{quality: [{id: a, type: custom, implementation: sumOfDistricts, mustBe: 0}]}",
            "quality[0].arguments",
            "no total",
            "add it under arguments"),
        arguments(
            "{quality: [{id: a, metric: rowCount, mustBe: 1}, {id: a, metric: rowCount, mustBe: 1}]}",
            "quality[1].id",
            "two checks are called `a`",
            "give each its own"),
        arguments(
            "{quality: [{id: a, type: custom, implementation: jump, mustBe: 1,"
                + " arguments: {measures: [new_case]}}]}",
            "quality[0].arguments.measures[0]",
            "unknown measure `new_case`",
            "did you mean `new_cases`?"),
        arguments(
            "{quality: [{id: a, metric: rowCounts, mustBe: 1}]}",
            "quality[0].metric",
            "unknown value `rowCounts`",
            "did you mean `rowCount`?"),
        arguments(
            "{quality: [{id: a, metric: rowCount, mustbe: 1}]}",
            "quality[0].mustbe",
            "unknown key `mustbe`",
            "did you mean `mustBe`?"),
        arguments(
            "{schema: [{name: n, logicalType: date, logicalTypeOptions: {minimum: 3}}]}",
            "schema[0].logicalTypeOptions.minimum",
            "minimum 3 does not go with logicalType date",
            "mend the bound or the type"),
        arguments(
            "{schema: [{name: n, logicalTypeOptions: {pattern: '('}}]}",
            "schema[0].logicalTypeOptions.pattern",
            "not a regular expression: `(`",
            "write it as Java reads it"),
        arguments(
            "{schema: [{name: n, unique: true, severity: quarantine}]}",
            "schema[0].severity",
            "severity quarantine does not go with unique",
            "use warn or fail"),
        arguments(
            "{schema: [{name: n}], exceptions: [{check: schema.m, reason: r, owner: o}]}",
            "exceptions[0].check",
            "unknown check `schema.m`",
            "did you mean `schema.n`?"),
        arguments(
            "{exclusions: [{districts: [x], from: 2020-02-02, to: 2020-02-01, reason: r, owner: o}]}",
            "exclusions[0].to",
            "to 2020-02-01 lies before from 2020-02-02",
            "swap the two or mend the year"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void saysKeyProblemAndFix(String contract, String key, String problem, String fix) {
    ConfigProblems problems =
        catchThrowableOfType(
            ConfigProblems.class, () -> TestConfig.load(folder, contract(contract)));

    assertThat(problems.problems())
        .anySatisfy(
            found -> {
              assertThat(found.key()).isEqualTo("sources.cases.contract." + key);
              assertThat(found.problem()).isEqualTo(problem);
              assertThat(found.why()).isNotEmpty();
              assertThat(found.fix()).contains(fix);
            });
  }

  @Test
  void aContractIsReadWithItsDefaults() {
    EvaluationConfig config =
        TestConfig.load(
            folder,
            contract(
                "{schema: [{name: n, logicalTypeOptions: {minimum: 0}, logicalType: integer}],"
                    + " quality: [{id: still, type: custom, implementation: frozenDays,"
                    + " mustBeLessThan: 14, severity: quarantine, arguments: {measures: [new_cases]}}]}"));
    ContractConfig contract = config.sources().get("cases").contract();

    assertThat(contract.schema())
        .containsExactly(
            new ContractConfig.Property(
                "n",
                ContractConfig.LogicalType.INTEGER,
                false,
                false,
                new ContractConfig.TypeOptions("0", null, null),
                Severity.WARN));
    ContractCheck check = contract.quality().get(0);
    assertThat(check.rule())
        .isEqualTo(
            new ContractCheck.Rule(
                ContractCheck.CheckType.CUSTOM,
                null,
                null,
                ContractCheck.Engine.CITYEVAL,
                ContractCheck.Implementation.FROZEN_DAYS));
    assertThat(check.arguments().measures()).containsExactly(Quantity.NEW_CASES);
    assertThat(check.arguments().everyDays()).isEqualTo(1);
    assertThat(check.operators().words()).isEqualTo("below 14");
    assertThat(config.sources().get("phones").contract())
        .isEqualTo(new ContractConfig(List.of(), List.of(), List.of(), List.of(), List.of()));
  }
}
