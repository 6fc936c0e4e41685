package org.cityeval.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.cityeval.table.TableSpec;
import org.cityeval.warehouse.StoredRow;

/** A file that holds one table, while it is written. */
interface TableFile extends Closeable {
  /** Writes the next row, which has all columns of the table. */
  void write(StoredRow row) throws IOException;

  /** A kind of such files. */
  interface Kind {
    /** As {@code --format} names it. */
    String id();

    /** How the names of the files end. */
    String extension();

    String mediaType();

    /** Begins a file of a table. */
    TableFile begin(Path file, TableSpec table) throws IOException;

    /** Adds to a file's description what a reader needs beyond its columns. */
    default void describe(ObjectNode resource) {}
  }
}
