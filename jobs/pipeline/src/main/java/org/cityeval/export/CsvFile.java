package org.cityeval.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.StoredRow;

/**
 * A table as csv: RFC 4180, UTF-8 without a mark of order. An empty cell is null, and {@code ""} is
 * text without characters, as PostgreSQL's COPY has it. Text that a spreadsheet would calculate
 * gets an apostrophe before it (OWASP, CSV Injection). So does text that looks as if it had got
 * one. Whoever takes one apostrophe away has the text as it was.
 */
final class CsvFile implements TableFile {
  static final Kind KIND = new Kind("csv", "csv", "text/csv", CsvFile::new, CsvFile::describe);

  /** What a spreadsheet takes for the beginning of a formula, full-width forms included. */
  private static final Pattern CALCULATED =
      Pattern.compile("(?s)'*[=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20].*");

  /** Signs before a plain number are no formula. */
  private static final Pattern NUMBER = Pattern.compile("[+-][0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?");

  private static final Pattern QUOTED = Pattern.compile("(?s).*[\",\r\n].*|");

  private final Writer out;

  CsvFile(Path file, TableSpec table) throws IOException {
    out = new BufferedWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), 1 << 16);
    record(Arrays.asList((Object[]) table.columnNames()));
  }

  @Override
  public void write(StoredRow row) throws IOException {
    record(row.cells());
  }

  private void record(List<Object> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      if (cells.get(i) != null) {
        out.write(cells.get(i) instanceof String text ? quoted(safe(text)) : "" + cells.get(i));
      }
    }
    out.write("\r\n");
  }

  /** The text as no spreadsheet calculates it. */
  static String safe(String text) {
    return CALCULATED.matcher(text).matches() && !NUMBER.matcher(text).matches()
        ? "'" + text
        : text;
  }

  private static String quoted(String text) {
    return QUOTED.matcher(text).matches() ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /** Adds the dialect, and how null and formulas are written. */
  private static void describe(ObjectNode resource) {
    resource.put("profile", "tabular-data-resource");
    resource.put("encoding", "utf-8");
    ObjectNode dialect = resource.putObject("dialect");
    dialect.put("delimiter", ",");
    dialect.put("lineTerminator", "\r\n");
    dialect.put("quoteChar", "\"");
    dialect.put("doubleQuote", true);
    dialect.put("header", true);
    ObjectNode schema = (ObjectNode) resource.get("schema");
    schema.putArray("missingValues").add("");
    resource.put("nulls", "An empty cell without quotes is null; an empty text stands in quotes.");
    resource.put(
        "formulas",
        "Text that begins with apostrophes and then = + - @ tab or an end of line (plain or"
            + " full-width) was given one more apostrophe, so that no spreadsheet calculates it."
            + " Take one away. A number with a sign has none.");
  }
}
