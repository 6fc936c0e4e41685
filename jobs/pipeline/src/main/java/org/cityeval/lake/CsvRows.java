package org.cityeval.lake;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The rows of one CSV file, streamed. They end where the file breaks off; {@link #walk} tells of
 * it.
 */
final class CsvRows implements TextRows.FileRows {
  private final LakeFile file;
  private final CsvRecords records;
  private final int width;
  private final String encoding;
  private final boolean hasHeadings;
  private final boolean isLastLineBelieved;
  private final List<String> names;
  private final int[] target;
  private final Map<Integer, String> partitions = new LinkedHashMap<>();
  private int longestLast;

  /**
   * @param places where each column stands in a row, upper and lower case alike
   * @param isLastLineBelieved whether a last line without an end is taken as it stands
   */
  CsvRows(
      LakeFile file,
      Map<String, Integer> places,
      CsvDialect dialect,
      boolean isLastLineBelieved,
      Configuration hadoop) {
    this.file = file;
    this.width = places.size();
    this.encoding = dialect.encoding();
    this.isLastLineBelieved = isLastLineBelieved;
    file.partitions().forEach((name, value) -> partitions.put(places.get(name), value));
    this.records = new CsvRecords(file, dialect, hadoop);
    this.hasHeadings = dialect.header().isEmpty();
    this.names =
        hasHeadings ? ofFirstLine() : CsvHeadings.names(dialect.header().toArray(String[]::new));
    this.target = names.stream().mapToInt(places::get).toArray();
  }

  /** Counts the records of a file without making rows of them. */
  static FileWalk walk(LakeFile file, CsvDialect dialect, Configuration hadoop) {
    try (CsvRecords records = new CsvRecords(file, dialect, hadoop)) {
      if (dialect.header().isEmpty() && records.hasNext()) {
        records.next();
      }
      long count = 0;
      while (records.hasNext()) {
        records.next();
        count++;
      }
      return new FileWalk(file.label(), count, records.broken().orElse(null));
    }
  }

  private List<String> ofFirstLine() {
    return records.hasNext() ? CsvHeadings.names(records.next().cells()) : List.of();
  }

  @Override
  public boolean hasNext() {
    boolean more = records.hasNext();
    if (!more) {
      records.close();
    }
    return more;
  }

  @Override
  public Row next() {
    CsvRecords.Parsed record = records.next();
    Object[] row = new Object[width + Provenance.COLUMNS.size()];
    String malformed = record.failure();
    if (malformed == null && record.cells().length != target.length) {
      malformed =
          Damage.CELL_COUNT.told(
              record.cells().length
                  + (hasHeadings ? ", the heading has " : ", options.header has ")
                  + target.length);
    }
    if (malformed == null) {
      for (int i = 0; i < target.length; i++) {
        row[target[i]] = record.cells()[i];
      }
      partitions.forEach((column, value) -> row[column] = value);
      malformed = damage(record);
    }
    row[width] = file.uri();
    row[width + 1] = file.label();
    row[width + 2] = Long.toString(record.line());
    row[width + 3] = malformed;
    row[width + 4] = malformed == null ? null : String.join(",", printable(record.cells()));
    return RowFactory.create(row);
  }

  @Override
  public void close() {
    records.close();
  }

  private String damage(CsvRecords.Parsed record) {
    if (Arrays.stream(record.cells())
        .anyMatch(cell -> cell != null && cell.indexOf('\uFFFD') >= 0)) {
      return Damage.WRONG_ENCODING.told(encoding);
    }
    String last = record.cells()[record.cells().length - 1];
    int length = last == null ? 0 : last.length();
    boolean isCut =
        !record.isEnded() && !isLastLineBelieved && length < longestLast && isNumber(last);
    longestLast = Math.max(longestLast, length);
    return isCut
        ? Damage.CUT_SHORT.told(names.get(names.size() - 1), last == null ? "blank" : last)
        : null;
  }

  /** Digits that were cut off a number or a day leave another; a text that is cut fits nothing. */
  private static boolean isNumber(String cell) {
    return cell == null || Character.isDigit(cell.charAt(0)) || "+-.".indexOf(cell.charAt(0)) >= 0;
  }

  private static String[] printable(String[] cells) {
    return Arrays.stream(cells).map(cell -> cell == null ? "" : cell).toArray(String[]::new);
  }
}
