package org.cityeval.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.testing.Xlsx;
import org.cityeval.warehouse.StoredRow;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.CellType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxTableTest {
  private static final TableSpec TABLE =
      TableSpec.of("gold", "some", "A row.")
          .key(TableColumn.text("name", "A name."))
          .columns(TableColumn.number("value", "A value."))
          .columns(TableColumn.count("seed", "A seed."))
          .columns(TableColumn.day("day", "A day."))
          .columns(TableColumn.truth("is_so", "Whether."))
          .columns(TableColumn.instant("at", "When."))
          .build();

  @TempDir private Path folder;

  private static StoredRow row(
      String name, Double value, Long seed, LocalDate day, Boolean is, Instant at) {
    return new StoredRow(List.of(TABLE.columnNames()), name, value, seed, day, is, at);
  }

  private static StoredRow named(String name) {
    return row(name, 1.5, 7L, null, null, null);
  }

  private List<XlsxTable.Part> write(int most, StoredRow... rows) throws IOException {
    try (OutputStream out = Files.newOutputStream(file());
        Workbook book = new Workbook(out, "test", null)) {
      XlsxTable table = new XlsxTable(book, new SheetNames(), TABLE, most);
      for (StoredRow row : rows) {
        table.write(row);
      }
      return table.finish();
    }
  }

  private Path file() {
    return folder.resolve("some.xlsx");
  }

  private String xml(String entry) throws IOException {
    try (ZipFile zip = new ZipFile(file().toFile())) {
      return new String(
          zip.getInputStream(new ZipEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void numbersDaysAndTruthValuesAreWhatTheyAre() throws IOException {
    write(
        10,
        row("A", 0.1 + 0.2, 7L, LocalDate.of(2020, 3, 1), true, Instant.EPOCH),
        row("B", null, Long.MIN_VALUE, LocalDate.of(1899, 12, 31), null, null));

    List<List<Xlsx.Value>> rows = Xlsx.read(file()).get("some");
    assertThat(rows.get(1))
        .containsExactly(
            new Xlsx.Value(CellType.STRING, "A"),
            new Xlsx.Value(CellType.NUMBER, "0.30000000000000004"),
            new Xlsx.Value(CellType.NUMBER, "7"),
            // 2020-03-01 is day 43891 of a spreadsheet.
            new Xlsx.Value(CellType.NUMBER, "43891.0"),
            new Xlsx.Value(CellType.BOOLEAN, "1"),
            new Xlsx.Value(CellType.STRING, "1970-01-01T00:00:00Z"));
    assertThat(rows.get(2))
        .containsExactly(
            new Xlsx.Value(CellType.STRING, "B"),
            null,
            new Xlsx.Value(CellType.STRING, "-9223372036854775808"),
            new Xlsx.Value(CellType.STRING, "1899-12-31"));
    assertThat(xml("xl/styles.xml")).contains("yyyy-mm-dd");
  }

  @Test
  void aFullSheetGoesOnInTheNextAndLosesNothing() throws IOException {
    StoredRow[] rows = new StoredRow[8];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = named("n" + i);
    }

    assertThat(write(4, rows))
        .containsExactly(
            new XlsxTable.Part("some", 3),
            new XlsxTable.Part("some (2)", 3),
            new XlsxTable.Part("some (3)", 2));

    Map<String, List<List<Xlsx.Value>>> sheets = Xlsx.read(file());
    assertThat(sheets).containsOnlyKeys("some", "some (2)", "some (3)");
    assertThat(
            sheets.values().stream()
                .flatMap(sheet -> sheet.stream().skip(1))
                .map(row -> row.get(0).text()))
        .containsExactly("n0", "n1", "n2", "n3", "n4", "n5", "n6", "n7");
    assertThat(sheets.values())
        .allSatisfy(sheet -> assertThat(sheet.get(0).get(0).text()).isEqualTo("name"));
  }

  @Test
  void exactlyFullIsOneSheet() throws IOException {
    assertThat(write(4, named("a"), named("b"), named("c")))
        .containsExactly(new XlsxTable.Part("some", 3));
  }

  @Test
  void everySheetHasAHeadingThatStaysAndAFilter() throws IOException {
    write(3, named("a"), named("b"), named("c"));

    for (String sheet : List.of("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml")) {
      assertThat(xml(sheet)).contains("ySplit=\"1\"").contains("state=\"frozen\"");
    }
    assertThat(xml("xl/worksheets/sheet1.xml")).contains("<autoFilter ref=\"A1:F3\">");
    assertThat(xml("xl/worksheets/sheet2.xml")).contains("<autoFilter ref=\"A1:F2\">");
  }

  /** So many that rows are flushed while more are written. */
  @Test
  void thousandsOfRowsAreAllThere() throws IOException {
    StoredRow[] rows = new StoredRow[2500];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = named("n" + i);
    }
    write(1_000_000, rows);

    List<List<Xlsx.Value>> sheet = Xlsx.read(file()).get("some");
    assertThat(sheet).hasSize(2501);
    assertThat(sheet.get(2500).get(0).text()).isEqualTo("n2499");
    assertThat(sheet.get(1000).get(0).text()).isEqualTo("n999");
  }

  @Test
  void textThatNoCellHoldsIsCutAndSaysSo() throws IOException {
    try (OutputStream out = Files.newOutputStream(file());
        Workbook book = new Workbook(out, "test", null)) {
      XlsxTable table = new XlsxTable(book, new SheetNames(), TABLE, 10);
      table.write(named("x".repeat(32_767)));
      assertThat(table.cut()).isZero();
      table.write(named("x".repeat(32_768)));
      assertThat(table.cut()).isEqualTo(1);
      table.finish();
    }

    List<List<Xlsx.Value>> sheet = Xlsx.read(file()).get("some");
    assertThat(sheet.get(1).get(0).text()).hasSize(32_767).endsWith("xxx");
    assertThat(sheet.get(2).get(0).text()).hasSize(32_767).endsWith("x … cut here");
  }
}
