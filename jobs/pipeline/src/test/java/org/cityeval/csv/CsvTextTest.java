package org.cityeval.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts by hand, as RFC 4180 has them and as it does not. */
class CsvTextTest {
  /** Records as line:cells, and where the text breaks off. */
  private static List<String> read(String text) {
    CsvText csv = new CsvText(new StringReader(text), ',');
    List<String> read = new ArrayList<>();
    try {
      for (CsvText.Cut cut = csv.next(); cut != null; cut = csv.next()) {
        read.add(
            cut.lastLine()
                + ":"
                + String.join("|", Arrays.stream(cut.cells()).map(String::valueOf).toList())
                + (cut.flaw() == CsvText.Flaw.NONE ? "" : " " + cut.flaw())
                + (cut.isEnded() ? "" : " no end"));
      }
    } catch (CsvBreak early) {
      read.add("breaks off in " + early.line());
    }
    return read;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "a,b\\n1,2\\n # 1:a|b 2:1|2",
        "a,b\\r\\n1,2\\r3,4\\n # 1:a|b 2:1|2 3:3|4",
        "a,b\\n\\n\\n1,\\n # 1:a|b 4:1|null",
        "a\\n'x'\\n'' \\n'y' ,z\\n # 1:a 2:x 3:null 4:y|z",
        "a,b\\n'p''q',2\\nr's,3\\n # 1:a|b 2:p'q|2 3:r's|3",
        "a,b\\n'say 'no' now',2\\n # 1:a|b 2:'say_'no'_now'|2",
        "a,b\\n1,2 # 1:a|b 2:1|2_no_end",
        "a,b\\n1, # 1:a|b 2:1|null_no_end"
      })
  void recordsAndTheirLines(String text, String expected) {
    List<String> records =
        read(text.strip().replace("\\n", "\n").replace("\\r", "\r").replace('\'', '"'));

    assertThat(records.stream().map(r -> r.replace(' ', '_')).toList())
        .isEqualTo(Arrays.asList(expected.strip().replace('\'', '"').split(" ")));
  }

  @Test
  void aQuotedCellMayHoldLines() {
    assertThat(read("id,note,n\n1,\"Dear all,\r\nthank you\",2\n2,x,3\n"))
        .containsExactly("1:id|note|n", "3:1|Dear all,\nthank you|2", "4:2|x|3");
  }

  @Test
  void aQuoteThatIsNeverClosedEndsTheFileInItsLine() {
    assertThat(read("day,n,note\n1,2,ok\n2,3,\"open\n3,4,ok\n"))
        .containsExactly("1:day|n|note", "2:1|2|ok", "breaks off in 3");
  }

  @Test
  void aQuoteThatAnotherLineSeemsToCloseSwallowsNoRecord() {
    // Closed by the quote that opens another cell, or by one that should not be there.
    assertThat(read("day,n,note\n1,2,\"open\n2,3,ok\n3,4,\"fine\"\n4,5,ok\n"))
        .containsExactly(
            "1:day|n|note", "2:1,2,\"open OPEN_QUOTE", "3:2|3|ok", "4:3|4|fine", "5:4|5|ok");
    assertThat(read("day,n,note\n1,2,\"open\n2,3,ok\n3,4,ok\"\n4,5,ok\n"))
        .containsExactly(
            "1:day|n|note", "2:1,2,\"open OPEN_QUOTE", "3:2|3|ok", "4:3|4|ok\"", "5:4|5|ok");
  }

  @Test
  void whatIsTooLongIsOneRecordAndTheRestIsRead() {
    String long1 = "7".repeat(3 * CsvText.LONGEST_CELL);
    String wide = ",".repeat(2 * CsvText.MOST_CELLS);
    assertThat(read("a,b\n1," + long1 + "\n2," + wide + "\n3,4\n"))
        .containsExactly("1:a|b", "2: TOO_LONG", "3: TOO_LONG", "4:3|4");
    assertThat(read("a,b\n1,\"" + long1 + "\"\n3,4\n")).containsExactly("1:a|b", "breaks off in 2");
  }

  /** Whatever stands in a text, each line that is not empty is in one record, or behind a break. */
  @Test
  void everyLineIsInARecord() throws CsvBreak {
    Random random = new Random(20200123);
    for (int trial = 0; trial < 2_000; trial++) {
      StringBuilder text = new StringBuilder("a,b,c\n");
      for (int i = 0; i < 60; i++) {
        text.append("\",\n\rx1 ".charAt(random.nextInt(7)));
      }
      String[] lines = text.toString().split("\r\n|\r|\n", -1);
      CsvText csv = new CsvText(new StringReader(text.toString()), ',');
      long behind = 0;
      try {
        for (CsvText.Cut cut = csv.next(); cut != null; cut = csv.next()) {
          for (long line = behind + 1; line < cut.firstLine(); line++) {
            assertThat(lines[(int) line - 1]).as("%s", text).isEmpty();
          }
          assertThat(cut.firstLine()).as("%s", text).isGreaterThan(behind);
          behind = cut.lastLine();
        }
        for (long line = behind + 1; line <= lines.length; line++) {
          assertThat(lines[(int) line - 1]).as("%s", text).isEmpty();
        }
      } catch (CsvBreak early) {
        assertThat(early.line()).as("%s", text).isGreaterThan(behind);
        assertThat(lines[(int) early.line() - 1]).contains("\"");
      }
    }
  }
}
