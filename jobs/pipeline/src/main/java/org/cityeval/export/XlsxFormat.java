package org.cityeval.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook: a cover, the meaning of the columns, and the tables. */
final class XlsxFormat implements ExportFormat {
  private final int rowsPerSheet;

  XlsxFormat() {
    this(Worksheet.MAX_ROWS);
  }

  /**
   * @param rowsPerSheet rows that a sheet can hold, the heading among them
   */
  XlsxFormat(int rowsPerSheet) {
    this.rowsPerSheet = rowsPerSheet;
  }

  @Override
  public String id() {
    return "xlsx";
  }

  @Override
  public boolean isFolder() {
    return false;
  }

  @Override
  public List<Written> write(PublishedTables tables, Path place, Consumer<String> notices)
      throws IOException {
    Path raw = place.resolveSibling("workbook.raw");
    List<XlsxCover.Entry> entries = new ArrayList<>();
    try (OutputStream out = Files.newOutputStream(raw);
        Workbook book = new Workbook(out, "CityEval", null)) {
      SheetNames names = new SheetNames();
      Worksheet cover = book.newWorksheet(names.of("Cover"));
      columns(book.newWorksheet(names.of("Columns")), tables);
      List<String> notes = new ArrayList<>();
      for (TableSpec table : tables.tables()) {
        XlsxTable sheets = new XlsxTable(book, names, table, rowsPerSheet);
        long rows = tables.each(table, place.resolveSibling("rows"), sheets::write);
        List<XlsxTable.Part> parts = sheets.finish();
        entries.add(new XlsxCover.Entry(table, rows, parts));
        note(table, parts, sheets.cut(), notes);
      }
      notes.forEach(notices);
      XlsxCover.write(cover, tables, entries, notes);
    }
    SteadyZip.repack(raw, place, tables.publication().asOf());
    Files.delete(raw);
    return entries.stream().map(entry -> new Written(entry.table(), entry.rows())).toList();
  }

  private void note(TableSpec table, List<XlsxTable.Part> parts, long cut, List<String> notes) {
    if (parts.size() > 1) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%s has more rows than a sheet holds (%,d); it goes on in %s.",
              table.name(),
              rowsPerSheet - 1,
              parts.stream()
                  .skip(1)
                  .map(part -> "'" + part.sheet() + "'")
                  .collect(Collectors.joining(", "))));
    }
    if (cut > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%s has %,d texts longer than a cell holds (%,d characters); they are cut, and say so."
                  + " csv, json and parquet hold them whole.",
              table.name(),
              cut,
              XlsxText.LONGEST));
    }
  }

  private static void columns(Worksheet sheet, PublishedTables tables) throws IOException {
    XlsxTable.heading(sheet, List.of("table", "column", "type", "key", "meaning"));
    sheet.width(0, 24);
    sheet.width(1, 32);
    sheet.width(4, 120);
    int row = 1;
    for (TableSpec table : tables.tables()) {
      for (TableColumn<?> column : table.columns()) {
        XlsxText.write(sheet, row, 0, table.name());
        XlsxText.write(sheet, row, 1, column.name());
        XlsxText.write(sheet, row, 2, column.type().typeName());
        XlsxText.write(sheet, row, 3, table.key().contains(column.name()) ? "yes" : "");
        XlsxText.write(sheet, row, 4, column.comment());
        row++;
      }
    }
    sheet.setAutoFilter(0, 0, row - 1, 4);
    sheet.close();
  }
}
