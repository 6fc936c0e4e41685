package org.cityeval.draft.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * Records of one table as text: its beginning and its end.
 *
 * @param rows each as wide as {@code columns}; blank where a cell is absent
 * @param records how many the file holds, as far as it was read
 * @param whole whether it was read to its end
 */
public record FileSample(
    String path,
    Notation notation,
    List<String> columns,
    List<String[]> rows,
    long records,
    boolean whole)
    implements Looked {
  public FileSample {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * How a file is written.
   *
   * @param encoding of text files, and {@code why} it is taken for it
   */
  public record Notation(String format, String encoding, String why, char delimiter, char decimal) {
    static Notation binary(String format) {
      return new Notation(format, "UTF-8", "", ',', '.');
    }

    /** Whether a config need not say so. */
    public boolean isDefault() {
      return encoding.equals("UTF-8") && delimiter == ',' && decimal == '.';
    }
  }

  public List<String> cells(int column) {
    List<String> cells = new ArrayList<>(rows.size());
    rows.forEach(row -> cells.add(row[column]));
    return cells;
  }
}
