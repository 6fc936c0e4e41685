package org.cityeval.export;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.StoredRow;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table in a workbook: a sheet with a frozen heading and a filter, and further ones once a sheet
 * is full.
 */
final class XlsxTable {
  private static final int ROWS_HELD = 1000;

  /** A spreadsheet shows so many digits of a number. */
  private static final long LARGEST_SHOWN = 999_999_999_999_999L;

  /** Excel takes 1900 for a leap year, so that earlier days are not the same in all programs. */
  private static final LocalDate FIRST_SURE_DAY = LocalDate.of(1900, 3, 1);

  private final Workbook book;
  private final SheetNames names;
  private final TableSpec table;
  private final int most;
  private final List<Part> parts = new ArrayList<>();
  private Worksheet sheet;
  private int filled;
  private long cut;

  /** A sheet, and its rows without the heading. */
  record Part(String sheet, int rows) {}

  /**
   * @param most rows of a sheet, the heading among them
   */
  XlsxTable(Workbook book, SheetNames names, TableSpec table, int most) throws IOException {
    this.book = book;
    this.names = names;
    this.table = table;
    this.most = most;
    begin();
  }

  private void begin() throws IOException {
    sheet = book.newWorksheet(names.of(table.name()));
    XlsxTable.heading(sheet, table.columns().stream().map(TableColumn::name).toList());
    filled = 1;
  }

  /** Writes headings into the first row, which stays in sight. */
  static void heading(Worksheet sheet, List<String> headings) {
    for (int i = 0; i < headings.size(); i++) {
      sheet.inlineString(0, i, headings.get(i));
      sheet.width(i, Math.max(12, headings.get(i).length() + 4));
      sheet.style(0, i).bold().fillColor("E7E6E6").set();
    }
    sheet.freezePane(0, 1);
  }

  void write(StoredRow row) throws IOException {
    if (filled == most) {
      end();
      begin();
    }
    for (int i = 0; i < row.columns().size(); i++) {
      write(i, row.cells().get(i));
    }
    filled++;
    if (filled % ROWS_HELD == 0) {
      sheet.flush();
    }
  }

  private void write(int column, Object cell) {
    if (cell instanceof Boolean truth) {
      sheet.value(filled, column, truth);
    } else if (cell instanceof LocalDate day && !day.isBefore(FIRST_SURE_DAY)) {
      sheet.value(filled, column, day);
      sheet.style(filled, column).format("yyyy-mm-dd").set();
    } else if (cell instanceof Long count && (count > LARGEST_SHOWN || count < -LARGEST_SHOWN)) {
      text(column, count.toString());
    } else if (cell instanceof Number number) {
      sheet.value(filled, column, number);
    } else if (cell != null) {
      // An instant too: a sheet knows neither a time zone nor parts of a millisecond.
      text(column, cell.toString());
    }
  }

  private void text(int column, String text) {
    if (!XlsxText.write(sheet, filled, column, text)) {
      cut++;
    }
  }

  private void end() throws IOException {
    sheet.setAutoFilter(0, 0, filled - 1, table.columns().size() - 1);
    parts.add(new Part(sheet.getName(), filled - 1));
    sheet.close();
  }

  /** Ends the last sheet. */
  List<Part> finish() throws IOException {
    end();
    return List.copyOf(parts);
  }

  /** How many texts were too long for a cell. */
  long cut() {
    return cut;
  }
}
