package org.cityeval.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.cityeval.ingest.Reason;
import org.cityeval.problem.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampledRecordsTest {
  private static final List<Reason> REASONS =
      List.of(
          Reason.NONE,
          Reason.NO_VALUE,
          Reason.FILTERED,
          Reason.FOREIGN_DISTRICT,
          Reason.UNKNOWN_DISTRICT,
          Reason.UNPARSABLE_DATE,
          Reason.UNPARSABLE_NUMBER);

  private static Row record(Reason reason, int line) {
    return RowFactory.create(
        reason.code(), reason != Reason.UNPARSABLE_DATE, "f.csv:" + line + " m", null);
  }

  @ParameterizedTest
  @CsvSource({
    "NONE,true",
    "NO_VALUE,true",
    "FILTERED,false",
    "FOREIGN_DISTRICT,false",
    "UNKNOWN_DISTRICT,false",
    "UNPARSABLE_DATE,false",
    "UNPARSABLE_NUMBER,false"
  })
  void oneThatStandsIsUsable(Reason reason, boolean usable) {
    assertThat(SampledRecords.of(List.of(record(reason, 2))).areUsable()).isEqualTo(usable);
  }

  /** So that whoever stops at the first that are usable misses no problem. */
  @Test
  void whereTheFirstAreUsableFurtherOnesMakeNoProblem() {
    Random random = new Random(7);
    int usable = 0;
    for (int trial = 0; trial < 2_000; trial++) {
      List<Row> records = new ArrayList<>();
      boolean before = false;
      for (int line = 2; line < 12; line++) {
        records.add(record(REASONS.get(random.nextInt(REASONS.size())), line));
        SampledRecords sample = SampledRecords.of(records);
        if (before) {
          assertThat(sample.areUsable()).isTrue();
          assertThat(sample.problem("sources.a", random.nextBoolean())).isEmpty();
        }
        before = sample.areUsable();
        usable += before ? 1 : 0;
      }
    }
    assertThat(usable).isBetween(1_000, 19_000);
  }

  @Test
  void whereNoneIsUsableTheMostFrequentReasonIsToldWithItsFirstRecord() {
    List<Row> records =
        List.of(
            record(Reason.UNPARSABLE_NUMBER, 2),
            record(Reason.UNKNOWN_DISTRICT, 11),
            record(Reason.UNKNOWN_DISTRICT, 9));

    assertThat(SampledRecords.of(records).problem("sources.a", false))
        .map(UserProblem::why)
        .contains("2 of them unknown_district, such as at f.csv:9 m: ");
  }
}
