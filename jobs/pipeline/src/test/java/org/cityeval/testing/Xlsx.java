package org.cityeval.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Reads a workbook as a spreadsheet would, by a library of its own. */
public final class Xlsx {
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private Xlsx() {}

  /** A cell: what kind it is, and its text, number or truth value as it stands in the file. */
  public record Value(CellType type, String text) {}

  /** Rows by sheet, in their order; a cell that is not in the file is null. */
  public static Map<String, List<List<Value>>> read(Path file) {
    Map<String, List<List<Value>>> sheets = new LinkedHashMap<>();
    try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
      for (Sheet sheet : book.getSheets().toList()) {
        List<List<Value>> rows = new ArrayList<>();
        try (Stream<Row> all = sheet.openStream()) {
          all.forEach(row -> rows.add(values(row)));
        }
        sheets.put(sheet.getName(), rows);
      }
      return sheets;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Value> values(Row row) {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < row.getCellCount(); i++) {
      Cell cell = row.getCell(i);
      values.add(
          cell == null || cell.getType() == CellType.EMPTY
              ? null
              : new Value(cell.getType(), unescaped(cell.getRawValue())));
    }
    return values;
  }

  /** ECMA-376-1, 22.9.2.19: a letter may stand as its number in hexadecimal. */
  private static String unescaped(String text) {
    return text == null
        ? ""
        : ESCAPED
            .matcher(text)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        Character.toString(Integer.parseInt(found.group(1), 16))));
  }
}
