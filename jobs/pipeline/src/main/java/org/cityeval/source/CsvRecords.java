package org.cityeval.source;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;

/**
 * The records of one CSV file (RFC 4180, gzip and the like by its ending), each with the line it
 * ends on. Spark's own reader does not tell lines, and a refused record must say where it stands.
 */
final class CsvRecords implements Iterator<CsvRecords.Parsed>, AutoCloseable {
  private static final int LONGEST_CELL = 1_000_000;
  private static final int MOST_COLUMNS = 20_000;

  /**
   * One record.
   *
   * @param line the line it ends on, from 1
   * @param cells its cells, or null where the file could not be read on
   * @param failure what made it unreadable, as {@link Damage} tells it; null for a good record
   */
  record Parsed(long line, String[] cells, String failure) {}

  private final CsvParser parser;
  private final InputStream stream;
  private Parsed next;
  private boolean ended;

  CsvRecords(String uri, CsvDialect dialect, Configuration hadoop) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.getFormat().setDelimiter(dialect.delimiter());
    settings.setLineSeparatorDetectionEnabled(true);
    settings.setMaxCharsPerColumn(LONGEST_CELL);
    settings.setMaxColumns(MOST_COLUMNS);
    settings.setIgnoreLeadingWhitespaces(false);
    settings.setIgnoreTrailingWhitespaces(false);
    settings.setReadInputOnSeparateThread(false);
    // A record that begins with # is a record.
    settings.setCommentProcessingEnabled(false);
    settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.STOP_AT_DELIMITER);
    this.parser = new CsvParser(settings);
    try {
      Path path = new Path(uri);
      CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(path);
      InputStream raw = path.getFileSystem(hadoop).open(path);
      this.stream = codec == null ? raw : new Undemanding(codec.createInputStream(raw));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot open " + uri, e);
    }
    try {
      parser.beginParsing(stream, Charset.forName(dialect.encoding()));
      advance();
    } catch (TextParsingException | IllegalStateException e) {
      // Not even the first bytes could be read: no archive, in spite of its name.
      ended = true;
      next = new Parsed(1, null, reason(e));
    }
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

  private void advance() {
    if (ended) {
      next = null;
      return;
    }
    try {
      String[] cells = parser.parseNext();
      ended = cells == null;
      next = ended ? null : new Parsed(line(), cells, null);
    } catch (TextParsingException e) {
      // A truncated archive or a monstrous cell: what came before stands, the rest is refused here.
      ended = true;
      next = new Parsed(line() + 1, null, reason(e));
    }
  }

  /**
   * An archive read as far as it goes: a decoder that takes it for ready would ask for more than it
   * has been given, and lose what came before a break.
   */
  private static final class Undemanding extends FilterInputStream {
    Undemanding(InputStream archive) {
      super(archive);
    }

    @Override
    public int available() {
      return 0;
    }
  }

  private long line() {
    return parser.getContext() == null ? 0 : parser.getContext().currentLine();
  }

  private static String reason(RuntimeException failure) {
    Throwable cause = failure.getCause();
    while (cause != null && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof IOException
        ? Damage.FILE_BREAKS_OFF.told(cause.getMessage())
        : Damage.CELL_TOO_LONG.told(
            "a cell of over " + LONGEST_CELL + " characters, or over " + MOST_COLUMNS + " cells");
  }

  @Override
  public void close() {
    if (!ended) {
      parser.stopParsing();
    }
    try {
      stream.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
