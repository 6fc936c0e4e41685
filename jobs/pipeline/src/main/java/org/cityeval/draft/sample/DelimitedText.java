package org.cityeval.draft.sample;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cityeval.csv.CsvBreak;
import org.cityeval.csv.CsvText;

/** Samples csv and its relatives. */
final class DelimitedText {
  private static final char[] DELIMITERS = {',', '\t', ';', '|'};
  private static final int TRIED_BYTES = 1 << 17;
  private static final int TRIED_RECORDS = 50;
  private static final double UNIFORM = 0.9;
  private static final Pattern DECIMAL_COMMA = Pattern.compile("-?\\d+,\\d+");

  private DelimitedText() {}

  static Looked sample(Path file, String path) throws IOException {
    byte[] start = TextStream.start(file);
    TextEncoding encoding = TextEncoding.of(start);
    Charset charset = Charset.forName(encoding.name());
    char delimiter = delimiter(start, charset);
    RecordSample kept = new RecordSample();
    try (Reader text = new InputStreamReader(TextStream.open(file), charset)) {
      CsvText csv = new CsvText(text, delimiter);
      CsvText.Cut heading = csv.next();
      if (heading == null) {
        return new PassedOver(path, "it has no line");
      }
      if (heading.flaw() != CsvText.Flaw.NONE) {
        return new PassedOver(
            path,
            "its first line has over "
                + CsvText.MOST_CELLS
                + " cells, or a quote that is not closed");
      }
      List<String> columns = headings(heading.cells());
      kept.columns(columns);
      for (CsvText.Cut record = csv.next(); record != null; record = csv.next()) {
        if (record.flaw() == CsvText.Flaw.NONE && !kept.add(record.cells())) {
          break;
        }
      }
      if (columns.size() < 2) {
        return new PassedOver(path, "it has one column, or an unknown delimiter");
      }
      if (kept.records() == 0) {
        return new PassedOver(path, "it has a heading and no record");
      }
      FileSample.Notation notation =
          new FileSample.Notation(
              "csv", encoding.name(), encoding.why(), delimiter, decimal(delimiter, kept.head()));
      return kept.sample(path, notation);
    }
  }

  /**
   * The one that cuts the first records into the most, and equally many, cells. It stands in the
   * heading, as a decimal comma does not; one that cuts the heading like the records goes first.
   */
  static char delimiter(byte[] start, Charset charset) {
    char best = ',';
    int most = 1;
    boolean bestCutsHeading = false;
    int length = Math.min(start.length, TRIED_BYTES);
    for (char candidate : DELIMITERS) {
      List<String[]> records = tried(start, length, charset, candidate);
      int heading = records.isEmpty() ? 0 : records.get(0).length;
      Map<Integer, Integer> widths = new HashMap<>();
      records.forEach(cells -> widths.merge(cells.length, 1, Integer::sum));
      for (Map.Entry<Integer, Integer> width : widths.entrySet()) {
        boolean cutsHeading = width.getKey() == heading;
        boolean isBetter = cutsHeading == bestCutsHeading ? width.getKey() > most : cutsHeading;
        // The last record of what is tried may be cut off.
        boolean isUniform = width.getValue() >= Math.floor(UNIFORM * (records.size() - 1));
        if (heading > 1 && isUniform && isBetter) {
          most = width.getKey();
          best = candidate;
          bestCutsHeading = cutsHeading;
        }
      }
    }
    return best;
  }

  private static char decimal(char delimiter, List<String[]> rows) {
    if (delimiter == ',') {
      return '.';
    }
    int commas = 0;
    int points = 0;
    for (String[] row : rows.subList(0, Math.min(rows.size(), TRIED_RECORDS))) {
      for (String cell : row) {
        // 4,123 may group thousands; 4,12 cannot.
        commas +=
            DECIMAL_COMMA.matcher(cell).matches() && !ColumnProfile.groupsThousands(cell) ? 1 : 0;
        points += cell.matches("-?\\d*\\.\\d+") ? 1 : 0;
      }
    }
    return commas > 0 && points == 0 ? ',' : '.';
  }

  /** The first records, as a delimiter cuts them. */
  private static List<String[]> tried(byte[] start, int length, Charset charset, char delimiter) {
    List<String[]> tried = new ArrayList<>();
    Reader text = new InputStreamReader(new ByteArrayInputStream(start, 0, length), charset);
    CsvText csv = new CsvText(text, delimiter);
    try {
      for (CsvText.Cut record = csv.next();
          record != null && tried.size() < TRIED_RECORDS;
          record = csv.next()) {
        tried.add(record.cells());
      }
    } catch (CsvBreak cutWithinAQuote) {
      // The records before it tell.
    }
    return tried;
  }

  /** As the lake's reader names them: a column without a name by its place. */
  private static List<String> headings(String[] cells) {
    List<String> names = new ArrayList<>(cells.length);
    for (int i = 0; i < cells.length; i++) {
      String name = cells[i] == null ? "" : cells[i].strip().replace("\uFEFF", "");
      names.add(name.isEmpty() ? "_c" + i : name);
    }
    return names;
  }
}
