package org.cityeval.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.StoredRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
  @TempDir private Path folder;

  private String written(Object... cells) throws IOException {
    TableSpec.Builder table = TableSpec.of("gold", "some", "A row.");
    List<String> names = List.of("a", "b", "c").subList(0, cells.length);
    names.forEach(name -> table.columns(TableColumn.text(name, "A cell.")));
    Path file = folder.resolve("some.csv");
    try (CsvFile out = new CsvFile(file, table.build())) {
      out.write(new StoredRow(names, cells));
    }
    String text = Files.readString(file);
    assertThat(text).startsWith(String.join(",", names) + "\r\n").endsWith("\r\n");
    return text.substring(text.indexOf('\n') + 1, text.length() - 2);
  }

  @Test
  void nullIsNotTextWithoutCharacters() throws IOException {
    assertThat(written(null, "", "x")).isEqualTo(",\"\",x");
  }

  @Test
  void commasQuotesAndEndsOfLinesStandInQuotes() throws IOException {
    assertThat(written("a,b", "say \"so\"", "two\r\nlines"))
        .isEqualTo("\"a,b\",\"say \"\"so\"\"\",\"two\r\nlines\"");
  }

  @Test
  void numbersAreWhole() throws IOException {
    assertThat(written(0.1 + 0.2, Long.MIN_VALUE, -7))
        .isEqualTo("0.30000000000000004,-9223372036854775808,-7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "=HYPERLINK(\"http://example.org\",\"x\")",
        "-",
        "＝1+1",
        "'=1+1"
      })
  void whatASpreadsheetWouldCalculateGetsOneApostrophe(String formula) {
    assertThat(CsvFile.safe(formula)).isEqualTo("'" + formula);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "+44.5", "-1.5e-3", "'t Gooi", "a=b", " =1", "", "{\"a\":-1}"})
  void whatItWouldNotStaysAsItIs(String text) {
    assertThat(CsvFile.safe(text)).isEqualTo(text);
  }

  @Test
  void anApostropheIsNeverAmbiguous() {
    for (String text : new String[] {"=1", "'=1", "''=1", "-1", "'-1", "'x"}) {
      String safe = CsvFile.safe(text);
      // As the description of the files says it is undone.
      String undone = safe.matches("(?s)'+[=+\\-@\t\r\n].*") ? safe.substring(1) : safe;
      assertThat(undone).isEqualTo(text);
    }
  }
}
