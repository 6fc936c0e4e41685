package org.cityeval.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cityeval.config.lake.ContractCheck;
import org.cityeval.config.lake.QualityConfig;
import org.cityeval.run.Check;
import org.cityeval.run.QualityGate;
import org.cityeval.run.Run;
import org.cityeval.table.ops.QuarantineTable;
import org.cityeval.table.ops.SourceFileTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.testing.TinyLake;
import org.cityeval.testing.Written;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossesTest {
  @TempDir private Path folder;
  private Run run;

  @BeforeEach
  void begin() {
    run = TinyLake.in(folder).beginWithoutSession();
  }

  private static TableRow file(String source, String outcomes) {
    return new TableRow(SourceFileTable.SPEC)
        .set(Keys.SOURCE_ID, source)
        .set(SourceFileTable.FILE, "file.csv")
        .set(Keys.AS_OF, LocalDate.of(2020, 4, 10))
        .set(SourceFileTable.BYTES, 1L)
        .set(SourceFileTable.MODIFIED, Instant.EPOCH)
        .set(SourceFileTable.MAPPING_HASH, "hash")
        .set(SourceFileTable.CONTENT, "0 0 0")
        .set(SourceFileTable.OUTCOMES, outcomes);
  }

  private static TableRow refused(String source, String district) {
    return new TableRow(QuarantineTable.SPEC)
        .set(Keys.SOURCE_ID, source)
        .set(QuarantineTable.FILE, "file.csv")
        .set(QuarantineTable.POSITION, "file.csv:2")
        .set(Keys.DISTRICT_ID, district)
        .set(QuarantineTable.REASON_CODE, "out_of_range")
        .set(QuarantineTable.REASON, "too high: 9")
        .set(Keys.RUN_ID, "run");
  }

  /** 1 of 2,000 cases and 5 of 50 of mobility; nothing of enterprises. */
  @Test
  void aSourceThatLostMoreRecordsComesFirst() {
    Written.to(
        run.warehouse().stored(),
        SourceFileTable.SPEC,
        file("tiny/cases", "{\"none\": 1999, \"out_of_range\": 1}"),
        file("tiny/mobility", "{\"none\": 45, \"out_of_range\": 5}"),
        file("tiny/enterprises", "{\"none\": 10, \"filtered\": 5}"));
    Written.to(
        run.warehouse().stored(),
        QuarantineTable.SPEC,
        refused("tiny/cases", "A"),
        refused("tiny/mobility", null));

    assertThat(new Losses(run).refused(Map.of("A", "Alder")))
        .containsExactly(
            "Refused  5 of 50 records of tiny/mobility (10.0 %); 1 of them out_of_range,"
                + " such as at file.csv:2: too high: 9",
            "Refused  1 of 2,000 records of tiny/cases (0.1 %), most of Alder (A) 1; 1 of them"
                + " out_of_range, such as at file.csv:2: too high: 9");
  }

  @Test
  void withoutARefusedRecordNothingIsTold() {
    Written.to(
        run.warehouse().stored(), SourceFileTable.SPEC, file("tiny/cases", "{\"none\": 10}"));

    assertThat(new Losses(run).refused(Map.of())).isEmpty();
    assertThat(new Losses(run).warned()).isEmpty();
  }

  private static Check check(String name, Check.Outcome outcome) {
    return new Check(
        name, Check.Subject.RUN, ContractCheck.Severity.WARN, outcome, "seen", "hoped", null);
  }

  @Test
  void checksThatOnlyWarnAreCountedAndThreeAreNamed() {
    QualityGate.pass(
        run,
        List.of(
            check("d", Check.Outcome.FAILED),
            check("a", Check.Outcome.FAILED),
            check("b", Check.Outcome.PASSED),
            check("c", Check.Outcome.ACKNOWLEDGED)));
    assertThat(new Losses(run).warned())
        .containsExactly("Warned   2 checks (ops.quality_check): a, seen; d, seen");

    QualityGate.pass(
        run,
        List.of(
            check("e", Check.Outcome.FAILED),
            new Check("f", QualityConfig.Severity.WARN, false, "seen", "hoped")));
    assertThat(new Losses(run).warned())
        .containsExactly("Warned   4 checks (ops.quality_check): a, seen; d, seen; e, seen; ...");
  }

  @Test
  void checksOfAnotherRunOrAttemptAreNotOfThisOne() {
    QualityGate.pass(run, List.of(check("a", Check.Outcome.FAILED)));
    Run second =
        new Run(
            new Run.Identity("run", 2, "test", "code"),
            run.config(),
            "hash",
            run.warehouse(),
            run.knownOn(),
            run.extent());

    assertThat(new Losses(second).warned()).isEmpty();
    assertThat(new Losses(run).warned())
        .containsExactly("Warned   1 check (ops.quality_check): a, seen");
  }
}
