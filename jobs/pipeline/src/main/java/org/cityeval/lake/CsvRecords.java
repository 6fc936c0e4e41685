package org.cityeval.lake;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import org.apache.hadoop.conf.Configuration;
import org.cityeval.csv.CsvBreak;
import org.cityeval.csv.CsvText;

/**
 * The records of one CSV file (gzip and the like by its ending), each with the line it ends on.
 * Spark's own reader does not tell lines, and a refused record must say where it stands.
 */
final class CsvRecords extends FileRecords<CsvRecords.Parsed> {
  /**
   * One record.
   *
   * @param line the line it ends on, from 1
   * @param cells its cells; of one that cannot be read what there is to show
   * @param failure what made it unreadable, as {@link Damage} tells it; null for a good record
   * @param isEnded whether its last line has an end
   */
  record Parsed(long line, String[] cells, String failure, boolean isEnded) {}

  private final CsvText text;

  CsvRecords(LakeFile file, CsvDialect dialect, Configuration hadoop) {
    this(
        new InputStreamReader(Unpacked.open(file, hadoop), Charset.forName(dialect.encoding())),
        dialect);
  }

  private CsvRecords(Reader reader, CsvDialect dialect) {
    super(reader);
    this.text = new CsvText(reader, dialect.delimiter());
    if (!dialect.header().isEmpty()) {
      text.expect(dialect.header().size());
    }
  }

  @Override
  Parsed read() {
    try {
      CsvText.Cut cut = text.next();
      return cut == null
          ? null
          : new Parsed(cut.lastLine(), cut.cells(), failure(cut.flaw()), cut.isEnded());
    } catch (CsvBreak early) {
      breaksOff(new FileBreak(early.line(), early.getMessage()));
      return null;
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
}
