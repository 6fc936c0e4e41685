package org.cityeval.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One lake with a record of every outcome; read once, then asked. */
@ExtendWith(SparkExtension.class)
class RecordOutcomesTest {
  @TempDir private static Path folder;
  private static TinyLake lake;

  @BeforeAll
  static void ingestTheLake() throws IOException {
    lake = TinyLake.in(folder);
    lake.configure("date: day\n    district: district", spoiltCases());
    lake.configure("draws: 200", "draws: 200\nquality: {maximum_quarantined_share: 0.2}");
    lake.configure("kind: daily_count", "kind: daily_count, range: [0, 100000]");
    lake.configure("path: enterprises.csv", "path: enterprises");
    // Line 1 is the heading; each district has 40 lines, so that B begins at line 42.
    lake.change("cases.csv", "2020-03-01,A,4\n", "2020-03-01,A,-\n");
    lake.append(
        "cases.csv",
        "2020-03-05,Outside,7", // 122: filtered
        "2020-03-05,Z,7", // 123: unknown district
        "2020-02-30,A,7", // 124: no such day
        "0001-01-01,A,7", // 125: implausible
        "9999-12-31,A,7", // 126: implausible
        "2020-04-10,A,seven", // 127: not a number
        "2020-04-11,A,-3", // 128: negative count
        "2020-04-12,A,200000", // 129: out of range
        "2020-03-01,B,0", // 130: says what line 42 says
        "2020-03-02,B,999", // 131: contradicts line 43
        "2020-04-13,A,1,2", // 132: a cell too many
        "2020-04-14,A,2.155"); // 133: no whole number
    lake.write("cases.csv", lake.text("cases.csv") + "2020-04-14,B,1"); // 134: no line end
    blankCell("A", "2020-03-03", "");
    blankCell("B", "2020-03-04", "n/a");
    Files.createDirectories(lake.file("enterprises"));
    Files.move(lake.file("enterprises.csv"), lake.file("enterprises/a.csv"));
    Files.write(
        lake.file("enterprises/c.csv"),
        "day,district,output\n2020-04-20,A,1\n2020-04-20,Caf\u00e9,2\n"
            .getBytes(StandardCharsets.ISO_8859_1));

    Cli.Answer answer = lake.run("ingest", "--run-id", "spoilt");
    assertThat(answer.exit()).as(answer.err()).isZero();
  }

  private static String spoiltCases() {
    return "date: day\n    district: district\n    where: district <> 'Outside'\n    missing: ['-']";
  }

  private static void blankCell(String district, String day, String instead) {
    List<String> lines = lake.text("mobility.csv").lines().toList();
    int column = Arrays.asList(lines.get(0).split(",")).indexOf(day);
    String line =
        lines.stream().filter(row -> row.startsWith(district + ",")).findFirst().orElseThrow();
    String[] cells = line.split(",");
    cells[column] = instead;
    lake.change("mobility.csv", line + "\n", String.join(",", cells) + "\n");
  }

  private static List<String> refused(String source) {
    return lake.sql(
            "select position, reason_code from ops.quarantine where source_id = 'tiny/"
                + source
                + "' order by position")
        .rows();
  }

  @Test
  void everyRefusedRecordStandsInQuarantineWithItsPlaceAndReason() {
    assertThat(refused("cases"))
        .containsExactly(
            "cases.csv:123 new_cases,unknown_district",
            "cases.csv:124 new_cases,unparsable_date",
            "cases.csv:125 new_cases,implausible_date",
            "cases.csv:126 new_cases,implausible_date",
            "cases.csv:127 new_cases,unparsable_number",
            "cases.csv:128 new_cases,negative_count",
            "cases.csv:129 new_cases,out_of_range",
            "cases.csv:131 new_cases,conflicting_duplicate",
            "cases.csv:132 new_cases,cell_count",
            "cases.csv:133 new_cases,outside_domain",
            "cases.csv:134 new_cases,cut_short",
            "cases.csv:43 new_cases,conflicting_duplicate");
  }

  @Test
  void whatTheMeasureCannotBeIsToldWithItsDomain() {
    assertThat(
            lake.sql(
                    "select reason from ops.quarantine where reason_code = 'outside_domain'"
                        + " order by position")
                .out())
        .contains(
            "The measure has no such value: 2.155; new_cases is a whole number from 0 to the"
                + " district's residents");
  }

  @Test
  void aCellOfAWideFileIsPlacedByLineAndColumn() {
    assertThat(refused("mobility"))
        .containsExactly("mobility.csv:3:2020-03-04 mobility_distance_change,unparsable_number");
  }

  @Test
  void aRecordInAnotherEncodingIsRefused() {
    assertThat(refused("enterprises"))
        .containsExactly("c.csv:3 enterprise_output_change,wrong_encoding");
  }

  @Test
  void aLastNumberThatMayHaveBeenCutShortIsRefused() {
    assertThat(
            lake.sql("select reason from ops.quarantine where position = 'cases.csv:134 new_cases'")
                .rows())
        .containsExactly(
            "\"The last line has no end, and may have been cut short: new_cases is 1\"");
  }

  @Test
  void theEquationCountsEachRecordOnce() {
    // Cases: 133 in = 118 good + 1 missing + 1 out of scope + 12 refused + 1 deduplicated.
    // Mobility: 120 = 118 + 1 missing + 1 refused. Enterprises: 120 + 2 of c.csv.
    assertThat(
            lake.sql(
                    "select observed, expected, outcome from ops.quality_check"
                        + " where check = 'record equation'")
                .rows())
        .containsExactly(
            "good 357 + missing 2 + out_of_scope 1 + quarantined 14 + deduplicated 1 = 375,"
                + "in 375,passed");
  }

  @Test
  void conflictingDuplicatesCountTowardsTheLimit() {
    assertThat(
            lake.sql(
                    "select observed from ops.quality_check"
                        + " where check = 'quarantined share of tiny/cases'")
                .out())
        .contains("(12 of 133 records)");
  }

  @Test
  void aRefusedRecordIsKeptAsItWasRead() {
    assertThat(
            lake.sql("select record from ops.quarantine where position = 'cases.csv:128 new_cases'")
                .out())
        .contains("2020-04-11", "-3", "A");
  }
}
