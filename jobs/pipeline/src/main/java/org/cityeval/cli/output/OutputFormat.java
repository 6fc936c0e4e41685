package org.cityeval.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cityeval.terminal.ShownNumber;
import org.cityeval.terminal.VisibleText;

/** How rows are written to stdout. */
public enum OutputFormat {
  /** Aligned columns, for people; numbers have six digits. */
  TABLE {
    @Override
    public void write(PrintStream out, List<String> columns, Iterator<List<Object>> rows) {
      List<List<String>> lines = new ArrayList<>();
      lines.add(columns.stream().map(VisibleText::onOneLine).toList());
      rows.forEachRemaining(row -> lines.add(row.stream().map(OutputFormat::cell).toList()));
      int[] widths = new int[columns.size()];
      for (List<String> line : lines) {
        for (int i = 0; i < widths.length; i++) {
          widths[i] = Math.max(widths[i], width(line.get(i)));
        }
      }
      for (int l = 0; l < lines.size(); l++) {
        out.println(aligned(lines.get(l), widths));
        if (l == 0) {
          out.println("-".repeat(Arrays.stream(widths).sum() + 2 * (widths.length - 1)));
        }
      }
      out.println((lines.size() - 1) + (lines.size() == 2 ? " row" : " rows"));
    }
  },
  /** RFC 4180, UTF-8. */
  CSV {
    @Override
    public void write(PrintStream out, List<String> columns, Iterator<List<Object>> rows) {
      out.print(String.join(",", columns.stream().map(OutputFormat::quoted).toList()) + "\r\n");
      rows.forEachRemaining(
          row ->
              out.print(
                  String.join(
                          ",",
                          row.stream()
                              .map(value -> value == null ? "" : quoted(text(value)))
                              .toList())
                      + "\r\n"));
    }
  },
  /** An array of objects. */
  JSON {
    @Override
    public void write(PrintStream out, List<String> columns, Iterator<List<Object>> rows) {
      ObjectMapper mapper = new ObjectMapper();
      out.print("[");
      String between = "\n";
      while (rows.hasNext()) {
        List<Object> row = rows.next();
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
          Object value = row.get(i);
          boolean plain = value == null || value instanceof Number || value instanceof Boolean;
          object.put(columns.get(i), plain ? value : text(value));
        }
        try {
          out.print(between + mapper.writeValueAsString(object));
        } catch (JsonProcessingException e) {
          throw new IllegalStateException(e);
        }
        between = ",\n";
      }
      out.println("\n]");
    }
  };

  public abstract void write(PrintStream out, List<String> columns, Iterator<List<Object>> rows);

  /** Writes to stdout; csv as it is, for it has no way to write what a terminal would obey. */
  public void write(Console console, List<String> columns, Iterator<List<Object>> rows) {
    write(this == CSV ? console.verbatim() : console.out(), columns, rows);
  }

  /** A cell of a table: on one line, and with the digits a person reads. */
  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof Double number
        ? ShownNumber.of(number, ShownNumber.DIGITS)
        : VisibleText.onOneLine(value.toString());
  }

  private static String text(Object value) {
    return value instanceof Double number ? plain(number) : value.toString();
  }

  /** Whole numbers without the fraction, others in full. */
  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  private static String quoted(String cell) {
    return cell.matches("(?s).*[\",\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  private static String aligned(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(cells.get(i)).append(" ".repeat(widths[i] - width(cells.get(i)) + 2));
    }
    return line.toString().stripTrailing();
  }

  /** Columns a terminal gives the text: Chinese characters take two. */
  private static int width(String text) {
    return text.codePoints()
        .map(
            point ->
                Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN
                        || (point >= 0xFF00 && point <= 0xFF60)
                    ? 2
                    : 1)
        .sum();
  }
}
