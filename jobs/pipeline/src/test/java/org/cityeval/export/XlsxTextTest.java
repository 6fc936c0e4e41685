package org.cityeval.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.cityeval.testing.Xlsx;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.CellType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxTextTest {
  @TempDir private Path folder;

  /** The texts in a column, as they are read back. */
  private List<Xlsx.Value> readBack(List<String> texts) throws IOException {
    try (OutputStream out = Files.newOutputStream(file());
        Workbook book = new Workbook(out, "test", null)) {
      Worksheet sheet = book.newWorksheet("texts");
      for (int i = 0; i < texts.size(); i++) {
        assertThat(XlsxText.write(sheet, i, 0, texts.get(i))).isTrue();
      }
    }
    return Xlsx.read(file()).get("texts").stream().map(row -> row.get(0)).toList();
  }

  private Path file() {
    return folder.resolve("texts.xlsx");
  }

  private String xml() throws IOException {
    try (ZipFile zip = new ZipFile(file().toFile())) {
      return new String(
          zip.getInputStream(new ZipEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
          StandardCharsets.UTF_8);
    }
  }

  @Test
  void noTextIsAFormula() throws IOException {
    List<String> hostile =
        List.of("=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "");

    assertThat(readBack(hostile))
        .containsExactlyElementsOf(
            hostile.stream().map(text -> new Xlsx.Value(CellType.STRING, text)).toList());
    assertThat(xml()).doesNotContain("<f");
    assertThat(xml().split("t=\"inlineStr\"", -1)).hasSize(hostile.size() + 1);
  }

  @Test
  void blanksStayAndWhatXmlForbidsIsShown() throws IOException {
    assertThat(
            readBack(
                List.of(
                    " two  blanks ",
                    "\ttab\n",
                    "esc\u001b[2J nul\u0000 \uFFFE",
                    "_x0041_",
                    "<b>&\"'\uD83D\uDE00 杭州\u202e")))
        .extracting(Xlsx.Value::text)
        .containsExactly(
            " two  blanks ",
            "\ttab\n",
            "esc\\u001b[2J nul\\u0000 \\ufffe",
            "_x0041_",
            "<b>&\"'\uD83D\uDE00 杭州\u202e");
    assertThat(xml())
        .contains("<t xml:space=\"preserve\"> two  blanks </t>")
        .contains("_x005F_x0041_");
  }
}
