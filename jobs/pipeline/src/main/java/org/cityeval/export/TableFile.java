package org.cityeval.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.StoredRow;

/** A file that holds one table, while it is written. */
interface TableFile extends Closeable {
  /** Writes the next row, which has all columns of the table. */
  void write(StoredRow row) throws IOException;

  /**
   * A kind of such files.
   *
   * @param id as {@code --format} names it
   * @param extension how the names of the files end
   * @param beginning how a file of a table is begun
   * @param description adds to a file's description what a reader needs beyond its columns
   */
  record Kind(
      String id,
      String extension,
      String mediaType,
      Beginning beginning,
      Consumer<ObjectNode> description) {}

  /** Begins a file of a table. */
  @FunctionalInterface
  interface Beginning {
    TableFile of(Path file, TableSpec table) throws IOException;
  }
}
