package org.cityeval.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What contracts do to a run, through the command line. */
@ExtendWith(SparkExtension.class)
class ContractOutcomesTest {
  private static final String CASES = "path: cases.csv";
  private static final String MOBILITY = "path: mobility.csv";
  private static final String ENTERPRISES = "path: enterprises.csv";

  @TempDir private Path folder;

  /** A config's source with a contract: lines as they stand in YAML. */
  private static TinyLake contracted(TinyLake lake, String source, String contract) {
    return lake.configure(
        source, source + "\n    contract:\n" + contract.indent(6).stripTrailing());
  }

  private static TinyLake frozen(TinyLake lake, String severity, String exceptions) {
    return contracted(
        lake,
        ENTERPRISES,
        """
        quality:
          - {id: still, type: custom, implementation: frozenDays, mustBeLessThan: 14, severity: %s}
        slaProperties:
          - {property: latency, value: 1, severity: fail}
        exceptions:
        """
                .formatted(severity)
            + exceptions.indent(2));
  }

  @Test
  void warningsRefusalsExceptionsAndExclusionsDoNotStopARun() {
    TinyLake lake = TinyLake.in(folder);
    // Output stands still for 19 days in each of the three: A 10 to 28, B 12 to 30, C 14 to 32.
    frozen(
        lake,
        "quarantine",
        "- {check: still, districts: [C], reason: Closed, owner: Ann, expires: 2020-04-10}");
    contracted(
        lake,
        MOBILITY,
        """
        exclusions:
          - {districts: [C], from: 2020-03-01, to: 2020-03-10, reason: Trial, owner: Bob}
          - {districts: [X], reason: Nobody, owner: Bob}
        """);
    // Cases above 50 are those of A on five days, 9 to 13 March: 54, 58, 60, 58, 54.
    contracted(
        lake,
        CASES,
        """
        schema:
          - {name: new_cases, logicalType: integer, required: true,
             logicalTypeOptions: {minimum: 0, maximum: 50}, severity: quarantine}
          - {name: day, logicalType: date, unique: true}
        quality:
          - {id: rows, metric: rowCount, mustBe: 119}
          - {id: key, metric: duplicateValues, arguments: {properties: [day, district]}, mustBe: 0}
          - {id: letters, metric: invalidValues, arguments: {properties: [district], validValues: [A, B]},
             unit: percent, mustBeLessThan: 30}
          - {id: three, type: sql, query: 'select count(distinct district) from {object}', mustBe: 3}
        """);
    lake.configure("panel:", "quality: {maximum_quarantined_share: 0.4}\npanel:");

    Cli.Answer answer = lake.run("ingest");

    assertThat(answer.exit()).as(answer.err()).isZero();
    // 360 less 10 left out, 5 beyond the bound, and 19 of A and of B.
    assertThat(
            lake.sql("select observed from ops.quality_check where check = 'record equation'")
                .rows())
        .containsExactly(
            "good 307 + missing 0 + out_of_scope 10 + quarantined 43 + deduplicated 0 = 360");
    assertThat(
            lake.sql(
                    "select source_id, reason_code, count(*), min(reason) from ops.quarantine"
                        + " group by 1, 2 order by 1")
                .out())
        .contains("tiny/cases,broken_contract,5,", "tiny/enterprises,broken_contract,38,")
        .contains("refuses it: schema.new_cases, 54", "refuses it: still");
    assertThat(
            lake.sql(
                    "select source_id, rule, district_id, severity, outcome, observed"
                        + " from ops.quality_check where rule is not null order by 1, 2, 3")
                .rows())
        .containsExactly(
            "tiny/cases,key,,warn,passed,0 rows",
            "tiny/cases,letters,,warn,failed,33.3333 percent",
            "tiny/cases,rows,,warn,failed,120 rows",
            // 120 rows of 40 days: 80 repeat one.
            "tiny/cases,schema.day,,warn,failed,80 rows",
            "tiny/cases,schema.new_cases,,quarantine,failed,5 rows",
            "tiny/cases,three,,warn,passed,3",
            "tiny/enterprises,latency,,fail,passed,1 days",
            "tiny/enterprises,still,A,quarantine,failed,19 days from 2020-03-10 to 2020-03-28",
            "tiny/enterprises,still,B,quarantine,failed,19 days from 2020-03-12 to 2020-03-30",
            "tiny/enterprises,still,C,quarantine,acknowledged,19 days from 2020-03-14 to 2020-04-01",
            "tiny/mobility,exclusions,,warn,failed,0 records of districts X",
            "tiny/mobility,exclusions,C,warn,excluded,10 records from 2020-03-01 to 2020-03-10");
    assertThat(
            lake.sql(
                    "select detail from ops.quality_check where outcome in ('acknowledged',"
                        + " 'excluded') order by 1")
                .rows())
        .containsExactly("Acknowledged by Ann until 2020-04-10: Closed", "Left out by Bob: Trial");
  }

  @Test
  void aFailedCheckStopsTheRunAndAnExceptionThatExpiredDoesNotHelp() {
    TinyLake lake = TinyLake.in(folder);
    // The run's day is 10 April, on which the sources were published.
    frozen(
        lake,
        "fail",
        """
        - {check: still, districts: [A], reason: Closed, owner: Ann, expires: 2020-04-09}
        - {check: still, districts: [B, C], reason: Closed, owner: Ann, expires: 2020-04-10}
        """);

    Cli.Answer answer = lake.run("run");

    assertThat(answer.exit()).as(answer.err()).isEqualTo(3);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err())
        .contains(
            "tiny/enterprises: still of enterprise_output_change in district A",
            "19 days from 2020-03-10 to 2020-03-28, expected below 14 days",
            "The exception of Ann expired on 2020-04-09, before the run's day 2020-04-10",
            "Nothing was published")
        .doesNotContain("district B", "district C");
  }

  @Test
  void aDistrictThatIsMostlyRefusedOrUnobservedStopsTheRunAndIsNamed() {
    TinyLake lake = TinyLake.in(folder);
    contracted(
        lake,
        CASES,
        """
        quality:
          - {id: days, type: custom, implementation: observedDays, unit: percent,
             mustBeGreaterOrEqualTo: 90, severity: fail, dimension: completeness}
        """);
    lake.configure(
        "panel:",
        "quality: {maximum_quarantined_share: 0.5, maximum_quarantined_share_per_district: 0.2}\n"
            + "panel:");
    // 9 of the 40 records of A, which leaves 77.5 % of its days.
    for (int day = 1; day <= 9; day++) {
      lake.change("cases.csv", "2020-03-0" + day + ",A,", "2020-03-0" + day + ",A,x");
    }

    Cli.Answer answer = lake.run("ingest");

    assertThat(answer.exit()).as(answer.err()).isEqualTo(3);
    assertThat(answer.err())
        .contains(
            "quarantined share of tiny/cases in district A",
            "0.2250 (9 of 40 records), 9 of them unparsable_number",
            "expected at most 0.2",
            "tiny/cases: days of new_cases in district A")
        .doesNotContain("district B");
    assertThat(
            lake.sql(
                    "select measure, district_id, dimension, observed from ops.quality_check"
                        + " where rule = 'days' and outcome = 'failed'")
                .rows())
        .containsExactly("new_cases,A,completeness,77.5 percent from 2020-03-01 to 2020-04-09");
  }

  @Test
  void whatCannotRunIsFoundBeforeAnythingRuns() {
    TinyLake lake = TinyLake.in(folder);
    contracted(
        lake,
        CASES,
        """
        schema:
          - {name: new_case, required: true}
          - {name: dya, required: true}
          - {name: optional}
        quality:
          - {id: key, metric: duplicateValues, arguments: {properties: [distric]}, mustBe: 0}
          - {id: broken, type: sql, query: 'select count(nothing) from {object}', mustBe: 0}
          - {id: grammar, type: sql, query: 'count the rows', mustBe: 0}
          - {id: command, type: sql, query: 'drop view {object}', mustBe: 0}
          - {id: hidden, type: sql, mustBe: 0,
             query: 'with x as (select 1) insert into {object} select * from x'}
          - {id: sum, type: custom, implementation: sumOfDistricts, mustBe: 0,
             arguments: {total: {source: enterprises, where: new_cases > 0}}}
        """);

    Cli.Answer answer = lake.run("check");

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.out() + answer.err())
        .contains(
            "7 problems",
            "sources.cases.contract.schema: no columns new_case, dya.",
            "Did you mean new_cases for new_case, day for dya?",
            "quality.key.arguments.properties: no column distric.",
            "quality.broken.query does not resolve.",
            "quality.grammar.query does not resolve.",
            "quality.command.query does not resolve.",
            "It is a command, and would change something.",
            "quality.hidden.query does not resolve.",
            "quality.sum.arguments.total.where: no column new_cases.");
  }
}
