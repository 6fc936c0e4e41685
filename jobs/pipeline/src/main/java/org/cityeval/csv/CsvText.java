package org.cityeval.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a text into records (RFC 4180). A line ends with LF, CR or both, whatever the lines before
 * it ended with. Within a cell that is not quoted, or of which a quote does not end the quoting, a
 * quote is a character like any other.
 *
 * <p>A quote that is never closed would make the rest of the file one cell. So a quoted cell over
 * several lines is accepted only if its quotes are as the norm says, and no line of it looks like a
 * record. Otherwise its first line is refused, and reading goes on with the second.
 */
public final class CsvText {
  /** Characters of the longest cell. */
  public static final int LONGEST_CELL = 1_000_000;

  /** Cells of the longest record. */
  public static final int MOST_CELLS = 20_000;

  private static final int FEWEST_CELLS = 3;

  private final Reader text;
  private final char delimiter;
  private final StringBuilder quoted = new StringBuilder();
  private final List<String> cells = new ArrayList<>();
  private char[] buffer = new char[1 << 16];
  private int start;
  private int at;
  private int end;
  private long line;
  private int width;
  private Flaw flaw;
  private int secondLine;
  private boolean isFirst = true;

  /** Why a record cannot be taken as it stands. */
  public enum Flaw {
    NONE,
    /** A cell of over {@link #LONGEST_CELL} characters, or over {@link #MOST_CELLS} cells. */
    TOO_LONG,
    /** A quote is opened and not closed in the line, and records follow. */
    OPEN_QUOTE
  }

  /**
   * A record.
   *
   * @param firstLine the line it begins on, from 1
   * @param lastLine the line it ends on
   * @param cells its cells, null where empty; of a flawed one what there is to show
   * @param isEnded whether its last line has an end
   */
  public record Cut(long firstLine, long lastLine, String[] cells, Flaw flaw, boolean isEnded) {}

  /** Of a text whose cells a sign stands between. */
  public CsvText(Reader text, char delimiter) {
    this.text = text;
    this.delimiter = delimiter;
  }

  /** Says how many cells a record has; without it, as many as the first. */
  public void expect(int cellsOfRecord) {
    this.width = cellsOfRecord;
  }

  /**
   * The next record; null behind the last. Empty lines are none.
   *
   * @throws CsvBreak if the text cannot be read on; what came before stands
   */
  public Cut next() throws CsvBreak {
    do {
      start = at;
      if (!has()) {
        return null;
      }
    } while (isLineEnd(buffer[at]) && passedLineEnd());
    long first = line + 1;
    cells.clear();
    flaw = Flaw.NONE;
    secondLine = -1;
    boolean more = true;
    while (more) {
      String cell = has() && buffer[at] == '"' ? quotedCell() : plainCell(at - start);
      if (flaw == Flaw.OPEN_QUOTE) {
        return firstLineAlone(first);
      }
      cells.add(cell);
      if (cells.size() > MOST_CELLS) {
        flaw = Flaw.TOO_LONG;
        skipLine();
      }
      more = has() && buffer[at] == delimiter;
      at += more ? 1 : 0;
    }
    boolean isEnded = has() && passedLineEnd();
    String[] all = flaw == Flaw.TOO_LONG ? new String[0] : cells.toArray(String[]::new);
    width = width == 0 ? all.length : width;
    return new Cut(first, isEnded ? line : line + 1, all, flaw, isEnded);
  }

  private Cut firstLineAlone(long first) {
    String all = new String(buffer, start, secondLine);
    at = start + secondLine;
    line = first;
    return new Cut(first, first, new String[] {all.stripTrailing()}, flaw, true);
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  /** Goes behind the line end that is next. */
  private boolean passedLineEnd() throws CsvBreak {
    char c = buffer[at++];
    line++;
    if (c == '\r' && has() && buffer[at] == '\n') {
      at++;
    }
    return true;
  }

  /** The text from a place in the record to the next delimiter or line end. */
  private String plainCell(int from) throws CsvBreak {
    int begun = from;
    while (true) {
      while (at < end) {
        char c = buffer[at];
        if (c == delimiter || isLineEnd(c)) {
          return cell(begun);
        }
        at++;
      }
      if (at - start - begun > LONGEST_CELL) {
        // What is too long is not kept.
        flaw = Flaw.TOO_LONG;
        start = at;
        begun = 0;
      }
      if (!has()) {
        return cell(begun);
      }
    }
  }

  private String cell(int from) {
    int length = at - start - from;
    if (length > LONGEST_CELL) {
      flaw = Flaw.TOO_LONG;
    }
    return length == 0 || flaw != Flaw.NONE ? null : new String(buffer, start + from, length);
  }

  private void skipLine() throws CsvBreak {
    while (has() && !isLineEnd(buffer[at])) {
      at++;
      start = at;
    }
  }

  private String quotedCell() throws CsvBreak {
    int from = at - start;
    long opened = line + 1;
    quoted.setLength(0);
    int lineFrom = -1;
    boolean holdsRecords = false;
    at++;
    while (has(opened)) {
      char c = buffer[at++];
      if (c == '"') {
        if (has() && buffer[at] == '"') {
          quoted.append('"');
          at++;
        } else if (endsQuoting()) {
          boolean endsLine = !has() || isLineEnd(buffer[at]);
          holdsRecords |= lineFrom >= 0 && endsLine && isRecord(lineFrom);
          flaw = holdsRecords ? Flaw.OPEN_QUOTE : flaw;
          return quoted.isEmpty() ? null : quoted.toString();
        } else if (lineFrom >= 0) {
          flaw = Flaw.OPEN_QUOTE;
          return null;
        } else {
          return plainCell(from);
        }
      } else if (isLineEnd(c)) {
        holdsRecords |= lineFrom >= 0 && isRecord(lineFrom);
        at--;
        passedLineEnd();
        quoted.append('\n');
        lineFrom = quoted.length();
        secondLine = secondLine < 0 ? at - start : secondLine;
      } else {
        quoted.append(c);
      }
      if (quoted.length() > LONGEST_CELL) {
        String within = " is not closed within " + LONGEST_CELL + " characters";
        throw new CsvBreak(opened, "a quote that is opened there" + within, null);
      }
    }
    throw new IllegalStateException("A quote is closed, or the text breaks off");
  }

  private boolean has(long opened) throws CsvBreak {
    if (!has()) {
      throw new CsvBreak(
          opened, "a quote that is opened there is not closed before the file ends", null);
    }
    return true;
  }

  /** Whether a delimiter or the line's end follows, but for blanks. */
  private boolean endsQuoting() throws CsvBreak {
    int behind = at - start;
    while (has() && (buffer[at] == ' ' || buffer[at] == '\t') && buffer[at] != delimiter) {
      at++;
    }
    if (!has() || buffer[at] == delimiter || isLineEnd(buffer[at])) {
      return true;
    }
    at = start + behind;
    return false;
  }

  /** Whether a line of the quoted cell has a record's cells, the first like that of this record. */
  private boolean isRecord(int lineFrom) {
    if (width < FEWEST_CELLS) {
      return false;
    }
    int delimiters = 0;
    int firstEnd = -1;
    for (int i = lineFrom; i < quoted.length() && quoted.charAt(i) != '\n'; i++) {
      if (quoted.charAt(i) == delimiter) {
        delimiters++;
        firstEnd = firstEnd < 0 ? i : firstEnd;
      }
    }
    return delimiters == width - 1
        && (cells.isEmpty()
            || form(cells.get(0)).equals(form(quoted.substring(lineFrom, firstEnd))));
  }

  /** Letters and digits by their kind: that of 2020-03-01 is 9-9-9. */
  private static String form(String cell) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; cell != null && i < cell.length(); i++) {
      char c = cell.charAt(i);
      char kind = Character.isDigit(c) ? '9' : Character.isLetter(c) ? 'a' : c;
      if (form.isEmpty() || form.charAt(form.length() - 1) != kind) {
        form.append(kind);
      }
    }
    return form.toString();
  }

  private boolean has() throws CsvBreak {
    return at < end || filled();
  }

  private boolean filled() throws CsvBreak {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      at -= start;
      end -= start;
      start = 0;
    }
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * end);
    }
    try {
      int read = text.read(buffer, end, buffer.length - end);
      end += Math.max(read, 0);
    } catch (IOException | RuntimeException unreadable) {
      throw CsvBreak.of(line + 1, unreadable);
    }
    if (isFirst && at < end) {
      isFirst = false;
      // A mark of byte order is none of the text.
      at += buffer[at] == '\ufeff' ? 1 : 0;
      start = at;
      return has();
    }
    return at < end;
  }
}
