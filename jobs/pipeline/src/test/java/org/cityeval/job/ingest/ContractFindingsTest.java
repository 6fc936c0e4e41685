package org.cityeval.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.lake.ContractCheck.Dimension;
import org.cityeval.config.lake.ContractCheck.Severity;
import org.cityeval.contract.Finding;
import org.cityeval.contract.Measurement;
import org.cityeval.run.Check;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class ContractFindingsTest {
  private static final Finding.Rule RULE =
      new Finding.Rule("jump", Severity.WARN, Dimension.ACCURACY, null, "below 9");

  @TempDir private Path folder;

  private static Check check(Measurement.Subject subject, Finding.Outcome outcome) {
    return ContractFindings.check(
        "tiny/cases", new Finding(RULE, subject, outcome, "12", "detail"));
  }

  private static Measurement.Subject subject(String measure, String district, String other) {
    return new Measurement.Subject(measure, district, other);
  }

  @Test
  void aCheckIsNamedByItsSourceItsRuleAndWhatItIsAbout() {
    assertThat(check(Measurement.Subject.SOURCE, Finding.Outcome.PASSED).name())
        .isEqualTo("tiny/cases: jump");
    assertThat(check(subject("new_cases", "A", null), Finding.Outcome.FAILED).name())
        .isEqualTo("tiny/cases: jump of new_cases in district A");
    assertThat(check(subject("new_cases", "A", "B"), Finding.Outcome.FAILED).name())
        .isEqualTo("tiny/cases: jump of new_cases in districts A and B");
    assertThat(check(subject("new_cases", "A", null), Finding.Outcome.ACKNOWLEDGED).name())
        .isEqualTo("tiny/cases: jump of new_cases in district A, acknowledged");
  }

  @Test
  void whatItFoundAndWhatBecameOfItAreKept() {
    Check check = check(subject("new_cases", "A", "B"), Finding.Outcome.ACKNOWLEDGED);

    assertThat(check.subject())
        .isEqualTo(new Check.Subject("tiny/cases", "new_cases", "A+B", "jump", "accuracy"));
    assertThat(check.outcome()).isEqualTo(Check.Outcome.ACKNOWLEDGED);
    assertThat(check.observed()).isEqualTo("12");
    assertThat(check(Measurement.Subject.SOURCE, Finding.Outcome.PASSED).outcome())
        .isEqualTo(Check.Outcome.PASSED);
    assertThat(check(Measurement.Subject.SOURCE, Finding.Outcome.FAILED).outcome())
        .isEqualTo(Check.Outcome.FAILED);
  }

  @Test
  void aRuleWithoutADimensionNamesNone() {
    Finding finding =
        new Finding(
            new Finding.Rule("rows", Severity.FAIL, null, null, "above 0"),
            Measurement.Subject.SOURCE,
            Finding.Outcome.FAILED,
            "0",
            null);

    assertThat(ContractFindings.check("s", finding).subject().dimension()).isNull();
    assertThat(ContractFindings.check("s", finding).severity()).isEqualTo(Severity.FAIL);
  }

  private static Dataset<Row> records(SparkSession spark) {
    return spark.sql(
        "select 'tiny/cases' source_id, 'new_cases' measure, d district_id, date(day) date,"
            + " if(n is null, 'none', 'excluded') reason_code, n reason, 1L records from values"
            + " ('A', '2020-03-01', '0'), ('A', '2020-03-05', '0'), ('B', '2020-03-02', null)"
            + " as t(d, day, n)");
  }

  /** The first left out two records of A, the second found none of B. */
  @Test
  void eachExclusionSaysWhatItLeftOutOrThatItIsIdle(SparkSession spark) {
    TinyLake lake =
        TinyLake.in(folder)
            .configure(
                "path: cases.csv",
                "path: cases.csv\n    contract: {exclusions: [{districts: [A], reason: wrong door,"
                    + " owner: Ann}, {districts: [B, C], reason: closed, owner: Bob}]}");

    assertThat(ContractFindings.exclusions(lake.begin(spark), records(spark)))
        .extracting(Check::name, Check::outcome, Check::observed, Check::detail)
        .containsExactly(
            tuple(
                "tiny/cases: exclusion 1 of new_cases in district A",
                Check.Outcome.EXCLUDED,
                "2 records from 2020-03-01 to 2020-03-05",
                "Left out by Ann: wrong door"),
            tuple(
                "tiny/cases: exclusion 2",
                Check.Outcome.FAILED,
                "0 records of districts B, C",
                "Left out by Bob: closed"));
  }

  @Test
  void withoutExclusionsNothingIsCounted() {
    assertThat(ContractFindings.exclusions(TinyLake.in(folder).beginWithoutSession(), null))
        .isEqualTo(List.of());
  }
}
