package org.cityeval.revision;

import java.util.function.Consumer;
import org.cityeval.warehouse.StoredRow;

/** Rows of a table, handed out one after the other. */
@FunctionalInterface
public interface EachRow {
  /** Goes through them. */
  void each(Consumer<StoredRow> use);
}
