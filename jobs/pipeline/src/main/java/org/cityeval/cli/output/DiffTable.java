package org.cityeval.cli.output;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.cityeval.job.diff.Rows;
import org.cityeval.terminal.ShownNumber;

/** Rows for a person: chosen columns, numbers cut, columns left out that say nothing. */
public final class DiffTable {
  private static final int WIDEST_CELL = 100;
  private static final int DIGITS = 4;

  private final Rows rows;

  public DiffTable(Rows rows) {
    this.rows = rows;
  }

  /**
   * Prints columns, but none that is blank or 0 in every row.
   *
   * @param columns each as its name, or its name and its heading
   */
  public void print(PrintStream out, String... columns) {
    print(out, List.of(columns));
  }

  public void print(PrintStream out, List<String> columns) {
    List<String> headings = new ArrayList<>();
    List<List<Object>> cells = new ArrayList<>();
    rows.rows().forEach(row -> cells.add(new ArrayList<>()));
    for (String column : columns) {
      int blank = column.indexOf(' ');
      String name = blank < 0 ? column : column.substring(0, blank);
      List<String> texts = rows.rows().stream().map(row -> text(rows.cell(row, name))).toList();
      if (texts.stream().allMatch(text -> text.isEmpty() || text.equals("0"))) {
        continue;
      }
      headings.add(column.substring(blank + 1));
      for (int row = 0; row < texts.size(); row++) {
        cells.get(row).add(texts.get(row));
      }
    }
    if (cells.isEmpty()) {
      out.println("none");
    } else {
      OutputFormat.TABLE.write(out, headings, cells.iterator());
    }
  }

  public static String text(Object cell) {
    if (cell == null) {
      return "";
    }
    if (cell instanceof Double number) {
      return ShownNumber.of(number, DIGITS);
    }
    if (cell instanceof Boolean is) {
      return is ? "yes" : "no";
    }
    String text = cell.toString();
    return text.length() <= WIDEST_CELL ? text : text.substring(0, WIDEST_CELL - 3) + "...";
  }
}
