package org.cityeval.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cityeval.run.Run;
import org.cityeval.table.ops.QuarantineTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.testing.TinyLake;
import org.cityeval.testing.Written;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of cases three records of no number, of A and B, and one of no day; of mobility one. */
class RefusalsTest {
  @TempDir private Path folder;
  private TinyLake lake;
  private Run run;

  @BeforeEach
  void refuse() {
    lake = TinyLake.in(folder);
    run = lake.beginWithoutSession();
    Written.to(
        run.warehouse().stored(),
        QuarantineTable.SPEC,
        refused("tiny/cases", "cases.csv:9", "B", "unparsable_number", "no number: nine", "{9}"),
        refused("tiny/cases", "cases.csv:3", "A", "unparsable_number", "no number: x", "{3}"),
        refused("tiny/cases", "cases.csv:5", "A", "unparsable_number", "no number: y", "{5}"),
        refused("tiny/cases", "cases.csv:2", null, "unparsable_date", "no day: z", null),
        refused("tiny/mobility", "mobility.csv:2", "C", "out_of_range", "too high", "{2}"));
  }

  private static TableRow refused(
      String source, String position, String district, String code, String told, String record) {
    return new TableRow(QuarantineTable.SPEC)
        .set(Keys.SOURCE_ID, source)
        .set(QuarantineTable.FILE, "file")
        .set(QuarantineTable.POSITION, position)
        .set(Keys.DISTRICT_ID, district)
        .set(QuarantineTable.REASON_CODE, code)
        .set(QuarantineTable.REASON, told)
        .set(QuarantineTable.RECORD, record)
        .set(Keys.RUN_ID, "run");
  }

  private Refusals all() {
    return Refusals.read(run, List.of("tiny/cases", "tiny/mobility"));
  }

  @Test
  void theCommonestReasonIsToldWithItsFirstRecord() {
    assertThat(all().ofSource("tiny/cases").commonest())
        .isEqualTo("3 of them unparsable_number, such as at cases.csv:3: no number: x, in {3}");
  }

  @Test
  void aDistrictIsToldOfItsOwn() {
    assertThat(all().ofDistrict("B").commonest()).startsWith("1 of them").contains("cases.csv:9");
    assertThat(all().ofDistrict(null).commonest())
        .isEqualTo("1 of them unparsable_date, such as at cases.csv:2: no day: z");
    assertThat(all().ofDistrict("Z").commonest()).isEmpty();
  }

  @Test
  void theDistrictsThatLostMostAreNamedFirst() {
    assertThat(all().districts(Map.of("A", "Alder"), 2)).isEqualTo("Alder (A) 2, B (B) 1");
  }

  @Test
  void otherSourcesAreNotLookedAt() {
    assertThat(Refusals.read(run, List.of("tiny/mobility")).districts(Map.of(), 5))
        .isEqualTo("C (C) 1");
  }

  @Test
  void aLongRecordIsCut() {
    Written.to(
        run.warehouse().stored(),
        QuarantineTable.SPEC,
        refused("tiny/output", "o.csv:1", "A", "out_of_range", "high", "r".repeat(201)),
        refused("tiny/output", "o.csv:2", "B", "no_value", "none", "r".repeat(200)));
    Refusals output = Refusals.read(run, List.of("tiny/output"));

    assertThat(output.ofDistrict("A").commonest()).endsWith(", in " + "r".repeat(200) + "...");
    assertThat(output.ofDistrict("B").commonest()).endsWith(", in " + "r".repeat(200));
  }

  /** A refused record may hold a small count. */
  @Test
  void whereSmallCountsAreWithheldNoRecordIsQuoted() {
    lake.configure("already_public: made up", "below: 5");
    Refusals refusals =
        Refusals.read(lake.beginWithoutSession(), List.of("tiny/cases")).ofDistrict("A");

    assertThat(refusals.commonest())
        .isEqualTo("2 of them unparsable_number, such as at cases.csv:3: see ops.quarantine");
  }
}
