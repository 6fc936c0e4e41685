package org.cityeval.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.cityeval.table.spec.TableSpec;

/** How a publication is written to files. The same publication gives the same bytes. */
public interface ExportFormat {
  /** As {@code --format} names it. */
  String id();

  /** Whether it is a folder with a file for each table; otherwise it is one file. */
  boolean isFolder();

  /**
   * Writes all tables, row by row in the order of their keys.
   *
   * @param place a file or folder that is not there yet
   * @param notices told what a reader of the file must know, such as text that had to be cut
   * @return the tables with the rows that each got, in the order of the publication
   * @throws IOException if the place cannot be written to
   */
  List<Written> write(PublishedTables tables, Path place, Consumer<String> notices)
      throws IOException;

  /** A table that was written. */
  record Written(TableSpec table, long rows) {}
}
