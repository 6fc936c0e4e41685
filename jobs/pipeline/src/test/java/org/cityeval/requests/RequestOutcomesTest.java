package org.cityeval.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One register with a record of every outcome; read once, then asked. */
@ExtendWith(SparkExtension.class)
class RequestOutcomesTest {
  private static final String HOTLINE =
      """
      requests:
        hotline:
          path: hotline.csv
          options: {thousands: ','}
          request_id: id
          opened: opened
          assigned: to_timestamp_ntz(assigned, 'd.M.yyyy H:mm')
          closed: closed
          agency: agency
          level: level
          channel: channel
          hand_offs: hand_offs
          district: district
          crosswalk: names
          unknown_district: quarantine
          where: channel is distinct from 'test'
          missing: [Unspecified]
          as_of: 2020-04-10
          time_zone: America/New_York
      crosswalks:
        names: {path: districts.csv, spelling: name, district_id: id}
      quality: {maximum_quarantined_share: 0.7}
      panel:
      """;

  /** Line 1 is the heading; a note may run over several lines. */
  private static final String RECORDS =
      """
      id,opened,assigned,closed,agency,level,channel,hand_offs,district,note
      W1,2020-03-01 08:30,1.3.2020 9:00,2020-03-02T10:00:30,parks,street,phone,2,alder,closed
      W2,2020-03-01T08:30-05:00,,,parks,,online,"1,200",BIRCH,"still
      open"
      W3,2020-03-08 08:30,,2020-03-08 08:30,,,,,Cedar,closed at the minute it was opened
      W4,2020-03-01 23:30,,2020-03-02 03:00Z,parks,,,,Unspecified,before it was opened in UTC
      W5,2020-03-01 23:30,,2020-03-02 05:00Z,parks,,,,Unspecified,names no district
      W6,2020-03-01 10:00,,2020-03-01 09:59,,,,,Alder,closed before opened
      W7,yesterday,,,,,,,Alder,not a time
      W8,2020-03-01 10:00,31.2.2020 9:00,,,,,,Alder,no such day
      W9,2020-03-01 10:00,,12:30,,,,,Alder,a time without a day
      W10,1020-03-01 10:00,,,,,,,Alder,implausible
      ,2020-03-01 10:00,,,,,,,Alder,no id
      W12,,,2020-03-02 10:00,,,,,Alder,not opened
      ,,,,,,,,,
      W14,2020-03-01 10:00,,,,,,,Oak,unknown district
      W15,2020-03-01 10:00,,,,,,once,Alder,not a number
      W16,2020-03-01 10:00,,,,,,-1,Alder,negative
      W17,2020-03-01 10:00,,,,,,1.5,Alder,not whole
      W18,2020-03-01 10:00,,,,,test,,Oak,filtered
      W19,2020-03-01 10:00,,,health,,,,Alder,once
      W19,2020-03-01 15:00Z,,,health,,,,alder,and once more in other words
      W20,2020-03-01 10:00,,,health,,,,Alder,one says so
      W20,2020-03-01 10:00,,,parks,,,,Alder,the other otherwise
      W21,2020-03-01 10:00,,,,,,,Alder,too,many
      """;

  @TempDir private static Path folder;
  private static TinyLake lake;

  @BeforeAll
  static void ingestTheRegister() {
    lake = TinyLake.in(folder).write("hotline.csv", RECORDS).configure("panel:\n", HOTLINE);
    Cli.Answer answer = lake.run("ingest", "--run-id", "spoilt");
    assertThat(answer.exit()).as(answer.err()).isZero();
  }

  @Test
  void aRequestIsKeptWithItsTimesInUtc() {
    assertThat(
            lake.sql(
                    "select request_id, district_id, city_id, date, opened, assigned, closed,"
                        + " agency, level, channel, hand_offs, as_of"
                        + " from silver.service_request order by request_id")
                .rows())
        .containsExactly(
            "W1,A,tiny,2020-03-01,2020-03-01T13:30:00Z,2020-03-01T14:00:00Z,2020-03-02T15:00:30Z,"
                + "parks,street,phone,2,2020-04-10",
            "W19,A,tiny,2020-03-01,2020-03-01T15:00:00Z,,,health,,,,2020-04-10",
            "W2,B,tiny,2020-03-01,2020-03-01T13:30:00Z,,,parks,,online,1200,2020-04-10",
            // Summer time began at two in the night.
            "W3,C,tiny,2020-03-08,2020-03-08T12:30:00Z,,2020-03-08T12:30:00Z,,,,,2020-04-10",
            "W5,,,2020-03-01,2020-03-02T04:30:00Z,,2020-03-02T05:00:00Z,parks,,,,2020-04-10");
  }

  @Test
  void everyRefusedRecordStandsInQuarantineWithItsPlaceAndReason() {
    assertThat(
            lake.sql(
                    "select position, reason_code from ops.quarantine"
                        + " where source_id = 'tiny/hotline' order by position")
                .rows())
        .containsExactlyInAnyOrder(
            "hotline.csv:6,closed_before_opened",
            "hotline.csv:8,closed_before_opened",
            "hotline.csv:9,unparsable_date",
            "hotline.csv:10,unparsable_date",
            "hotline.csv:11,unparsable_date",
            "hotline.csv:12,implausible_date",
            "hotline.csv:13,no_id",
            "hotline.csv:16,unknown_district",
            "hotline.csv:17,unparsable_number",
            "hotline.csv:18,negative_count",
            "hotline.csv:19,unparsable_number",
            "hotline.csv:23,conflicting_duplicate",
            "hotline.csv:24,conflicting_duplicate",
            "hotline.csv:25,cell_count");
  }

  @Test
  void theReasonTellsWhatWasFound() {
    List<String> reasons =
        lake.sql("select reason from ops.quarantine where source_id = 'tiny/hotline'").rows();

    assertThat(String.join("\n", reasons))
        .contains(
            "assigned 31.2.2020 9:00",
            "closed 12:30",
            "opened 1020-03-01 10:00",
            "The record has no id",
            "Oak",
            "hand_offs once",
            "W20 in 2 records");
    assertThat(lake.sql("select record from ops.quarantine where position = 'hotline.csv:9'").out())
        .contains("yesterday")
        // The config uses no notes, so none is kept.
        .doesNotContain("not a time");
  }

  @Test
  void theEquationCountsEachRecordOnce() {
    // 23 requests: 5 good, W12 and the blank row are missing, W18 is out of scope, 14 refused,
    // one of W19 deduplicated; and 3 * 120 values of the three sources.
    assertThat(
            lake.sql(
                    "select observed, expected, outcome from ops.quality_check"
                        + " where check = 'record equation'")
                .rows())
        .containsExactly(
            "good 365 + missing 2 + out_of_scope 1 + quarantined 14 + deduplicated 1 = 383,"
                + "in 383,passed");
    assertThat(
            lake.sql(
                    "select observed from ops.quality_check"
                        + " where check = 'quarantined share of tiny/hotline'")
                .out())
        .contains("(14 of 23 records)");
  }

  @Test
  void theLedgerHoldsTheOutcomes() {
    assertThat(
            lake.sql(
                    "select file, as_of, records, first_day, last_day from ops.source_file"
                        + " where source_id = 'tiny/hotline'")
                .rows())
        .containsExactly("hotline.csv,2020-04-10,23,2020-03-01,2020-03-08");
  }
}
