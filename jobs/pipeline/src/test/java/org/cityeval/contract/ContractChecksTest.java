package org.cityeval.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cases of two days of A and B, two changes of enterprises of one day of A, and what another source
 * says of cases; no file is read.
 */
@ExtendWith(SparkExtension.class)
class ContractChecksTest {
  private final SparkSession spark;
  @TempDir private Path folder;
  private final List<String> asked = new ArrayList<>();

  ContractChecksTest(SparkSession spark) {
    this.spark = spark;
  }

  private Dataset<Row> records() {
    return spark.sql(
        "select s source_id, m measure, 'tiny' city_id, d district_id, date(day) date,"
            + " date'2020-04-10' as_of, v value from values"
            + " ('tiny/cases', 'new_cases', 'A', '2020-03-01', 5D),"
            + " ('tiny/cases', 'new_cases', 'B', '2020-03-01', 2D),"
            + " ('tiny/cases', 'new_cases', 'A', '2020-03-02', 4D),"
            + " ('tiny/enterprises', 'enterprise_output_change', 'A', '2020-03-01', -9D),"
            + " ('tiny/enterprises', 'enterprise_revenue_change', 'A', '2020-03-01', -1D),"
            + " ('tiny/enterprises', 'new_cases', 'A', '2020-03-01', 100D)"
            + " as t(s, m, d, day, v)");
  }

  private static Map<String, List<String>> subjects() {
    return Map.of("tiny/cases", List.of("A", "B"), "tiny/enterprises", List.of("A"));
  }

  /** Rows of the lake: two of cases, and totals of both districts in that of enterprises. */
  private Dataset<Row> rows(String source) {
    asked.add(source);
    String values =
        source.equals("cases")
            ? "('2020-03-01', 'A', '5', null), ('2020-03-01', 'B', '2', null)"
            : "('2020-03-01', 'all', '9', null), ('2020-03-02', 'all', '4', null)";
    return spark.sql(
        "select *, n as new_cases, n as output from values "
            + values
            + " as t(day, district, n, _malformed)");
  }

  private EvaluationConfig config(String cases, String enterprises) {
    TinyLake lake =
        TinyLake.in(folder)
            .configure(
                "{value: output, kind: percent_change}",
                "{value: output, kind: percent_change}\n"
                    + "      enterprise_revenue_change: {value: output, kind: percent_change}");
    if (!cases.isEmpty()) {
      lake.configure(
          "path: cases.csv", "path: cases.csv\n    contract: {quality: [" + cases + "]}");
    }
    if (!enterprises.isEmpty()) {
      lake.configure(
          "path: enterprises.csv",
          "path: enterprises.csv\n    contract: {quality: [" + enterprises + "]}");
    }
    return ConfigLoader.load(lake.config(), Map.of(), List.of());
  }

  /** Rule, district, number and whether it holds, by source. */
  private Map<String, Set<String>> measured(EvaluationConfig config) {
    ContractChecks checks = new ContractChecks(config);
    Map<String, Set<String>> found = new TreeMap<>();
    checks
        .read(
            checks
                .measure(records(), subjects(), this::rows)
                .map(Dataset::collectAsList)
                .orElse(List.of()))
        .forEach(
            (source, measurements) ->
                measurements.forEach(
                    one ->
                        found
                            .computeIfAbsent(source, id -> new TreeSet<>())
                            .add(
                                one.rule()
                                    + " "
                                    + one.subject().district()
                                    + " "
                                    + one.number()
                                    + " "
                                    + one.holds())));
    return found;
  }

  private static String check(String id, String rule) {
    return "{id: " + id + ", " + rule + ", severity: warn}";
  }

  private static final String DAYS =
      check("days", "type: custom, implementation: observedDays, mustBeGreaterThan: 1");
  private static final String COUNT =
      check("count", "type: library, metric: rowCount, mustBeGreaterThan: 1");

  private static String sums(String id, String measure, String of) {
    return check(
        id,
        "type: custom, implementation: sumOfDistricts, arguments: {measures: ["
            + measure
            + "], total: {"
            + of
            + "where: district = 'all'}}, mustBeLessOrEqualTo: 1");
  }

  @Test
  void whereNoContractAsksForAnythingNothingIsMeasuredOrRead() {
    ContractChecks checks = new ContractChecks(config("", ""));

    assertThat(checks.measure(records(), subjects(), this::rows)).isEmpty();
    assertThat(checks.read(List.of())).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void checksOfSeriesAreMeasuredOfEachDistrictAndNeedNoRowsOfTheLake() {
    assertThat(measured(config(DAYS, DAYS)))
        .isEqualTo(
            Map.of(
                "tiny/cases", Set.of("days A 2.0 true", "days B 1.0 false"),
                "tiny/enterprises", Set.of("days A 1.0 false")));
    assertThat(asked).isEmpty();
  }

  @Test
  void checksOfRowsAreMeasuredOnTheRowsOfTheirOwnSource() {
    assertThat(measured(config("", COUNT)))
        .isEqualTo(Map.of("tiny/enterprises", Set.of("count null 2.0 true")));
    assertThat(asked).containsExactly("enterprises");
  }

  @Test
  void checksOfSeveralKindsOfOneSourceAreMeasuredTogether() {
    assertThat(measured(config(DAYS + ", " + COUNT, "")))
        .isEqualTo(
            Map.of(
                "tiny/cases",
                Set.of("days A 2.0 true", "days B 1.0 false", "count null 2.0 true")));
  }

  /** A's 5 and B's 2 are 7 where 9 is told, and A's 4 are 4; cases alone are added up. */
  @Test
  void theTotalMayStandInAnotherSource() {
    assertThat(measured(config(sums("other", "new_cases", "source: enterprises, "), "")))
        .isEqualTo(Map.of("tiny/cases", Set.of("other null 2.0 false", "other null 0.0 true")));
    assertThat(asked).containsExactly("enterprises");
  }

  /** Output, -9 of A, against 9, which the rows of the source itself tell; not revenue. */
  @Test
  void orInItsOwn() {
    assertThat(measured(config("", sums("own", "enterprise_output_change", ""))))
        .isEqualTo(Map.of("tiny/enterprises", Set.of("own null 18.0 false")));
    assertThat(asked).containsExactly("enterprises");
  }
}
