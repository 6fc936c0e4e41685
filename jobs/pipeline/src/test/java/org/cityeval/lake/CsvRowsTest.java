package org.cityeval.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lake of the columns a, b and year; rows are written as their cells, line and damage. */
class CsvRowsTest {
  private static final CsvDialect PLAIN = new CsvDialect("UTF-8", ',', List.of());

  @TempDir private Path folder;

  private List<String> rows(String label, String text, CsvDialect dialect, boolean isLastBelieved)
      throws IOException {
    return rows(label, text.getBytes(StandardCharsets.UTF_8), dialect, isLastBelieved);
  }

  private List<String> rows(String label, byte[] text, CsvDialect dialect, boolean isLastBelieved)
      throws IOException {
    Path file = Files.write(folder.resolve("f.csv"), text);
    TreeMap<String, Integer> places = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    List.of("a", "b", "year").forEach(column -> places.put(column, places.size()));
    CsvRows rows =
        new CsvRows(
            new LakeFile(file.toUri().toString(), label, 1, 1),
            places,
            dialect,
            isLastBelieved,
            new Configuration());
    List<String> all = new ArrayList<>();
    while (rows.hasNext()) {
      Row row = rows.next();
      assertThat(row.getString(3)).isEqualTo(file.toUri().toString());
      assertThat(row.getString(4)).isEqualTo(label);
      all.add(
          row.getString(0)
              + "|"
              + row.getString(1)
              + "|"
              + row.getString(2)
              + " "
              + row.getString(5)
              + (row.isNullAt(6) ? "" : " " + row.getString(6) + " <" + row.getString(7) + ">"));
    }
    return all;
  }

  @Test
  void cellsStandWhereTheirColumnsDoHoweverTheFileOrdersAndSpellsThem() throws IOException {
    assertThat(rows("f.csv", "B,A\n2,1\n,3\n", PLAIN, false))
        .containsExactly("1|2|null 2", "3|null|null 3");
  }

  @Test
  void aFoldersWordGoesBeforeACells() throws IOException {
    assertThat(rows("year=2020/f.csv", "a,year\n1,1999\n", PLAIN, false))
        .containsExactly("1|null|2020 2");
  }

  @Test
  void withoutHeadingsTheConfigNamesTheColumns() throws IOException {
    CsvDialect named = new CsvDialect("UTF-8", ',', List.of("b", "a"));

    assertThat(rows("f.csv", "2,1\n9\n", named, false))
        .containsExactly("1|2|null 1", "null|null|null 2 cell_count: 1, options.header has 2 <9>");
  }

  @Test
  void aRecordOfAnotherLengthIsDamagedAndTheOthersAreNot() throws IOException {
    assertThat(rows("f.csv", "a,b\n1\n1,2,3\n1,2\n", PLAIN, false))
        .containsExactly(
            "null|null|null 2 cell_count: 1, the heading has 2 <1>",
            "null|null|null 3 cell_count: 3, the heading has 2 <1,2,3>",
            "1|2|null 4");
  }

  @Test
  void bytesThatAreNoTextAreDamage() throws IOException {
    byte[] text = {'a', ',', 'b', '\n', (byte) 0xe6, ',', '2', '\n'};

    assertThat(rows("f.csv", text, PLAIN, false))
        .containsExactly("\ufffd|2|null 2 wrong_encoding: UTF-8 <\ufffd,2>");
  }

  /** 1234 may have been 12345: shorter than 99999 above it, and the line has no end. */
  @Test
  void aLastNumberThatIsShorterMayHaveBeenCut() throws IOException {
    assertThat(rows("f.csv", "a,b\n1,99999\n2,1234", PLAIN, false))
        .containsExactly("1|99999|null 2", "2|1234|null 3 cut_short: b is 1234 <2,1234>");
    assertThat(rows("f.csv", "a,b\n1,99999\n2,", PLAIN, false).get(1))
        .endsWith("cut_short: b is blank <2,>");
  }

  @Test
  void aLastNumberIsBelievedWhereNothingSpeaksAgainstIt() throws IOException {
    // Its line has an end; it is as long as another; it is no number; the file is trusted.
    assertThat(rows("f.csv", "a,b\n1,99999\n2,1234\n", PLAIN, false)).contains("2|1234|null 3");
    assertThat(rows("f.csv", "a,b\n1,9999\n2,1234", PLAIN, false)).contains("2|1234|null 3");
    assertThat(rows("f.csv", "a,b\n1,99999\n2,low", PLAIN, false)).contains("2|low|null 3");
    assertThat(rows("f.csv", "a,b\n1,99999\n2,1234", PLAIN, true)).contains("2|1234|null 3");
  }

  @Test
  void aWalkCountsTheRecordsAndTellsWhereTheFileBreaksOff() throws IOException {
    Path file = Files.writeString(folder.resolve("w.csv"), "a,b\n1,2\n3\n5,\"6\n");
    LakeFile lakeFile = new LakeFile(file.toUri().toString(), "w.csv", 1, 1);

    FileWalk walk = CsvRows.walk(lakeFile, PLAIN, new Configuration());
    assertThat(walk.records()).isEqualTo(2);
    assertThat(walk.broken().line()).isEqualTo(4);
    assertThat(
            CsvRows.walk(
                    lakeFile, new CsvDialect("UTF-8", ',', List.of("a", "b")), new Configuration())
                .records())
        .isEqualTo(3);
  }
}
