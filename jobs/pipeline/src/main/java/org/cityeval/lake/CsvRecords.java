package org.cityeval.lake;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.cityeval.csv.CsvBreak;
import org.cityeval.csv.CsvText;

/**
 * The records of one CSV file (gzip and the like by its ending), each with the line it ends on.
 * Spark's own reader does not tell lines, and a refused record must say where it stands.
 */
final class CsvRecords implements Iterator<CsvRecords.Parsed>, AutoCloseable {
  /**
   * One record.
   *
   * @param line the line it ends on, from 1
   * @param cells its cells; of one that cannot be read what there is to show
   * @param failure what made it unreadable, as {@link Damage} tells it; null for a good record
   * @param isEnded whether its last line has an end
   */
  record Parsed(long line, String[] cells, String failure, boolean isEnded) {}

  private final InputStreamReader reader;
  private final CsvText text;
  private Parsed next;
  private FileBreak broken;

  CsvRecords(LakeFile file, CsvDialect dialect, Configuration hadoop) {
    this.reader =
        new InputStreamReader(Unpacked.open(file, hadoop), Charset.forName(dialect.encoding()));
    this.text = new CsvText(reader, dialect.delimiter());
    if (!dialect.header().isEmpty()) {
      text.expect(dialect.header().size());
    }
    advance();
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Parsed next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    Parsed current = next;
    advance();
    return current;
  }

  /** Where the file breaks off; known once there is no further record. */
  Optional<FileBreak> broken() {
    return Optional.ofNullable(broken);
  }

  private void advance() {
    try {
      CsvText.Cut cut = text.next();
      next =
          cut == null
              ? null
              : new Parsed(cut.lastLine(), cut.cells(), failure(cut.flaw()), cut.isEnded());
    } catch (CsvBreak early) {
      next = null;
      broken = new FileBreak(early.line(), early.getMessage());
    }
  }

  private static String failure(CsvText.Flaw flaw) {
    return switch (flaw) {
      case NONE -> null;
      case TOO_LONG ->
          Damage.CELL_TOO_LONG.told(
              "a cell of over "
                  + CsvText.LONGEST_CELL
                  + " characters, or over "
                  + CsvText.MOST_CELLS
                  + " cells");
      case OPEN_QUOTE ->
          Damage.OPEN_QUOTE.told("the lines that follow are records, or hold a quote of their own");
    };
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
