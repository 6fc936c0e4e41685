package org.cityeval.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files as no one should deliver them: each ends in its own reason, at its place, and none in a
 * crash.
 */
@ExtendWith(SparkExtension.class)
class DamagedFilesTest {
  private static final String HEADING = "day,district,output\n";
  private static final String GOOD = "2020-04-20,A,1\n";
  private static final int FUZZED = 40;

  /** What stands in a file, and which of its lines is refused for which reason. */
  private static final Map<String, List<String>> DAMAGES = new TreeMap<>();

  static {
    // Every file begins with its heading and a good record; what is refused stands in line 3.
    damage("nul-in-number", "2020-04-21,A,1\0", "unparsable_number");
    damage("nul-in-district", "2020-04-21,A\0,1", "unknown_district");
    damage("nul-in-date", "2020-\00004-21,A,1", "unparsable_date");
    damage("formula", "2020-04-21,A,=1+1", "unparsable_number");
    damage("formula-of-text", "2020-04-21,A,\"=HYPERLINK(\"\"x\"\")\"", "unparsable_number");
    damage("not-a-number", "2020-04-21,A,NaN", "unparsable_number");
    damage("infinite", "2020-04-21,A,-Infinity", "unparsable_number");
    damage("too-large", "2020-04-21,A,1e400", "unparsable_number");
    damage("java-double", "2020-04-21,A,1d", "unparsable_number");
    damage("hexadecimal", "2020-04-21,A,0x10", "unparsable_number");
    damage("first-day", "0001-01-01,A,1", "implausible_date");
    damage("last-day", "9999-12-31,A,1", "implausible_date");
    damage("no-such-day", "2021-02-29,A,1", "unparsable_date");
    damage("day-without-century", "20-04-21,A,1", "unparsable_date");
    damage("comment", "#2020-04-21,A,1", "unparsable_date");
    damage("short", "2020-04-21,A", "cell_count");
    damage("long", "2020-04-21,A,1,2", "cell_count");
    damage("long-line", "2020-04-21,A," + "7".repeat(10_000_000), "cell_too_long");
    damage("many-cells", "2020-04-21,A,1" + ",".repeat(100_000), "cell_too_long");
  }

  @TempDir private static Path folder;
  private static TinyLake lake;

  private static void damage(String file, String line, String reason) {
    DAMAGES.put(file + ".csv", List.of(line, reason));
  }

  @BeforeAll
  static void ingestThem() throws IOException {
    lake = TinyLake.in(folder.resolve("lake"));
    lake.configure("path: enterprises.csv", "path: enterprises");
    lake.configure("draws: 200", "draws: 200\nquality: {maximum_quarantined_share: 0.9}");
    lake.write("enterprises/whole.csv", lake.text("enterprises.csv"));
    DAMAGES.forEach(
        (file, damage) -> lake.write("enterprises/" + file, HEADING + GOOD + damage.get(0) + "\n"));
    lake.write("enterprises/empty.csv", "");
    lake.write("enterprises/heading-only.csv", HEADING);
    lake.write("enterprises/lines.csv", "day,district,output\r\n2020-04-22,A,1\r\n\r\n");
    Files.write(
        lake.file("enterprises/latin.csv"),
        (HEADING + GOOD + "2020-04-21,\u00c4,1\n").getBytes(StandardCharsets.ISO_8859_1));
    DAMAGES.put("latin.csv", List.of("", "wrong_encoding"));
    Cli.Answer answer = lake.run("ingest", "--run-id", "damaged");
    assertThat(answer.exit()).as(answer.err()).isZero();
  }

  @Test
  void eachEndsInItsReasonAtItsPlace() {
    List<String> expected = new ArrayList<>();
    DAMAGES.forEach(
        (file, damage) -> expected.add(file + ":3 enterprise_output_change," + damage.get(1)));

    assertThat(
            lake.sql("select position, reason_code from ops.quarantine order by position").rows())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void noRecordIsLost() {
    // 120 of each source; one good record says the same in each file but the last, and a second
    // day.
    int files = DAMAGES.size();
    assertThat(
            lake.sql("select observed from ops.quality_check where check = 'record equation'")
                .rows())
        .containsExactly(
            "good 362 + missing 0 + out_of_scope 0 + quarantined %d + deduplicated %d = %d"
                .formatted(files, files - 1, 361 + 2 * files));
  }

  @Test
  void whatIsNoTextAtAllIsNamed() throws IOException {
    TinyLake broken = TinyLake.in(folder.resolve("broken"));
    String text = broken.text("cases.csv");
    broken.configure("path: cases.csv", "path: cases");
    Map<String, byte[]> contents =
        Map.of(
            "no-archive.csv.gz", text.getBytes(StandardCharsets.UTF_8),
            "utf-16.csv", text.getBytes(StandardCharsets.UTF_16),
            "zip.csv", new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0, 'a', '\n', 1, 2, 3});
    for (Map.Entry<String, byte[]> content : contents.entrySet()) {
      broken.write("cases/whole.csv", text);
      Files.write(broken.file("cases/" + content.getKey()), content.getValue());

      Cli.Answer answer = broken.run("ingest");

      assertThat(answer.exit()).as(content.getKey() + answer.err()).isEqualTo(4);
      assertThat(answer.err()).contains("sources.cases", content.getKey()).doesNotContain("\tat ");
      Files.delete(broken.file("cases/" + content.getKey()));
    }
  }

  /**
   * Random bytes anywhere behind the heading, but for quotes, which may end a file early: whatever
   * they make of it, the records add up.
   */
  @Test
  void whateverBytesAFileHoldsTheRecordsAddUp() throws IOException {
    TinyLake fuzzed = TinyLake.in(folder.resolve("fuzzed"));
    byte[] text = fuzzed.text("cases.csv").getBytes(StandardCharsets.UTF_8);
    int body = "day,district,new_cases\n".length();
    Random random = new Random(20200123);
    for (int file = 0; file < FUZZED; file++) {
      byte[] bytes = text.clone();
      for (int change = 0; change <= file; change++) {
        bytes[body + random.nextInt(bytes.length - body)] =
            random.nextBoolean()
                ? (byte) (128 + random.nextInt(128))
                : (byte) "\n\r,;'\\\0\t=".charAt(random.nextInt(9));
      }
      Files.createDirectories(fuzzed.file("cases"));
      Files.write(fuzzed.file("cases/" + file + ".csv"), bytes);
    }
    fuzzed.configure("path: cases.csv", "path: cases");
    fuzzed.configure("draws: 200", "draws: 200\nquality: {maximum_quarantined_share: 1}");

    Cli.Answer answer = fuzzed.run("ingest");

    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(
            fuzzed
                .sql("select outcome from ops.quality_check where check = 'record equation'")
                .rows())
        .containsExactly("passed");
    assertThat(fuzzed.sql("select count(distinct file) from ops.source_file").rows())
        .containsExactly("" + (FUZZED + 2));
  }
}
