package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class ExitQualityGateTest {
  private static final String PUBLISHED =
      "select * from current.indicator_value order by district_id, period_id, indicator_id";

  @TempDir private Path folder;

  @Test
  void tooManyRefusedRecordsStopTheRunAndWhatWasPublishedStays() {
    TinyLake lake = TinyLake.published().copyTo(folder.resolve("lake"));
    String before = lake.sql(PUBLISHED).out();
    // 8 of 120 records are more than the 5 % that may be refused.
    for (int day = 1; day <= 8; day++) {
      lake.change("cases.csv", "2020-03-0" + day + ",A,", "2020-03-0" + day + ",A,x");
    }

    Cli.Answer answer = lake.run("run", "--run-id", "refused");

    assertThat(answer.exit()).as(answer.err()).isEqualTo(3);
    assertThat(answer.err())
        .contains("quarantined share of tiny/cases", "(8 of 120 records)", "Nothing was published")
        .contains(
            "8 of them unparsable_number, such as at cases.csv:2 new_cases:"
                + " The value is not a number: x4, in {\"day\":\"2020-03-01\",\"district\":\"A\"")
        .contains("raise quality.maximum_quarantined_share.");
    assertThat(answer.out()).isEmpty();
    assertThat(lake.sql(PUBLISHED).out()).isEqualTo(before).contains("A");
    assertThat(
            lake.sql(
                    "select reason_code, count(*) from ops.quarantine"
                        + " where source_id = 'tiny/cases' group by 1")
                .rows())
        .containsExactly("unparsable_number,8");
    assertThat(
            lake.sql(
                    "select outcome, severity from ops.quality_check where run_id = 'refused'"
                        + " and check = 'quarantined share of tiny/cases'")
                .rows())
        .containsExactly("failed,fail");
    assertThat(lake.sql("select step, status from ops.run where run_id = 'refused'").rows())
        .containsExactly("ingest,failed");
  }

  @Test
  void aSourceRefusedAsAWholeIsAMatterOfQualityAndLeavesItsReasons() {
    TinyLake lake = TinyLake.in(folder).configure("date: day", "date: district");

    assertThat(lake.run("ingest").exit()).isEqualTo(3);
    assertThat(
            lake.sql(
                    "select source_id, reason_code, count(*) from ops.quarantine group by 1, 2"
                        + " order by 1")
                .rows())
        .containsExactly("tiny/cases,unparsable_date,120", "tiny/enterprises,unparsable_date,120");
  }

  @Test
  void aDistrictWithoutDataStopsTheRunAndIsNamed() {
    TinyLake lake = TinyLake.published().copyTo(folder.resolve("lake"));
    String before = lake.sql(PUBLISHED).out();
    lake.append("districts.csv", "D,Dogwood,tiny,50000");

    Cli.Answer answer = lake.run("run", "--run-id", "lacking");

    assertThat(answer.exit()).as(answer.err()).isEqualTo(3);
    assertThat(answer.err())
        .contains("of district D", "0 of 40 days observed")
        .contains("set quality.missing_district: warn");
    assertThat(lake.sql(PUBLISHED).out()).isEqualTo(before);
    assertThat(
            lake.sql(
                    "select check from ops.quality_check where run_id = 'lacking'"
                        + " and severity = 'fail' and outcome = 'failed' order by 1")
                .rows())
        .containsExactly(
            "enterprise_change of district D",
            "mobility_change of district D",
            "new_cases of district D");
  }
}
