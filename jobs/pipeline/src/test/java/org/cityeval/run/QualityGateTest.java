package org.cityeval.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.cityeval.config.lake.ContractCheck;
import org.cityeval.problem.QualityGateProblem;
import org.cityeval.table.ops.QualityCheckTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.testing.TinyLake;
import org.cityeval.warehouse.StoredRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityGateTest {
  @TempDir private Path folder;
  private Run run;

  @BeforeEach
  void begin() {
    run = TinyLake.in(folder).beginWithoutSession();
  }

  private static Check check(String name, ContractCheck.Severity severity, Check.Outcome outcome) {
    return new Check(
        name,
        new Check.Subject("tiny/cases", "new_cases", "A", "falls", "consistency"),
        severity,
        outcome,
        "-3",
        "at least 0",
        "Accepted by Ann");
  }

  private List<StoredRow> written() {
    return run.warehouse().stored().rows(QualityCheckTable.SPEC).list();
  }

  @Test
  void whatPassesIsWrittenDownAndTheRunGoesOn() {
    QualityGate.pass(
        run,
        List.of(
            check("a", ContractCheck.Severity.FAIL, Check.Outcome.PASSED),
            check("b", ContractCheck.Severity.WARN, Check.Outcome.FAILED),
            check("c", ContractCheck.Severity.FAIL, Check.Outcome.ACKNOWLEDGED)));

    assertThat(written())
        .extracting(
            row -> row.get(QualityCheckTable.CHECK),
            row -> row.get(QualityCheckTable.SEVERITY),
            row -> row.get(QualityCheckTable.OUTCOME))
        .containsExactly(
            tuple("a", "fail", "passed"),
            tuple("b", "warn", "failed"),
            tuple("c", "fail", "acknowledged"));
    StoredRow first = written().get(0);
    assertThat(first.get(Keys.RUN_ID)).isEqualTo("run");
    assertThat(first.get(QualityCheckTable.ATTEMPT)).isEqualTo(1);
    assertThat(first.get(Keys.EVALUATION_ID)).isEqualTo("tiny");
    assertThat(first.get(Keys.SOURCE_ID)).isEqualTo("tiny/cases");
    assertThat(first.get(Keys.MEASURE)).isEqualTo("new_cases");
    assertThat(first.get(Keys.DISTRICT_ID)).isEqualTo("A");
    assertThat(first.get(QualityCheckTable.RULE)).isEqualTo("falls");
    assertThat(first.get(QualityCheckTable.DIMENSION)).isEqualTo("consistency");
    assertThat(first.get(QualityCheckTable.OBSERVED)).isEqualTo("-3");
    assertThat(first.get(QualityCheckTable.EXPECTED)).isEqualTo("at least 0");
    assertThat(first.get(QualityCheckTable.DETAIL)).isEqualTo("Accepted by Ann");
  }

  @Test
  void whatMustHoldAndDoesNotStopsTheRunAfterAllIsWrittenDown() {
    assertThatThrownBy(
            () ->
                QualityGate.pass(
                    run,
                    List.of(
                        check("good", ContractCheck.Severity.FAIL, Check.Outcome.PASSED),
                        check("bad", ContractCheck.Severity.FAIL, Check.Outcome.FAILED))))
        .isInstanceOfSatisfying(
            QualityGateProblem.class,
            problem ->
                assertThat(problem.render())
                    .startsWith("The data-quality gate stopped the run: bad.")
                    .contains("bad: found -3, expected at least 0. Accepted by Ann.")
                    .contains("Nothing was published", "change the check"));

    assertThat(written()).hasSize(2);
  }

  @Test
  void ofManyThatStopTheRunFiveAreNamed() {
    List<Check> seven =
        IntStream.rangeClosed(1, 7)
            .mapToObj(n -> check("check " + n, ContractCheck.Severity.FAIL, Check.Outcome.FAILED))
            .toList();

    assertThatThrownBy(() -> QualityGate.pass(run, seven))
        .hasMessageContaining("check 4; check 5; and 2 more.")
        .hasMessageNotContaining("check 6");
    assertThatThrownBy(() -> QualityGate.pass(run, seven.subList(0, 6)))
        .hasMessageContaining("check 5; and 1 more.");
    assertThatThrownBy(() -> QualityGate.pass(run, seven.subList(0, 5)))
        .hasMessageContaining("check 4; check 5.");
  }

  @Test
  void withoutChecksNothingIsWritten() {
    QualityGate.pass(run, List.of());

    assertThat(run.warehouse().exists(QualityCheckTable.SPEC)).isFalse();
  }
}
