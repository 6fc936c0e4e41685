package org.cityeval.export;

import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.cityeval.storage.StoragePath;
import org.cityeval.testing.TinyLake;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.Publications;
import org.cityeval.warehouse.StoredTables;

/** What is published of the lake of three districts; a run needs a session. */
final class PublishedTiny {
  private PublishedTiny() {}

  static PublishedTables tables(String... names) {
    StoredTables stored =
        new StoredTables(StoragePath.of(TinyLake.published().warehouse()), new Configuration());
    Publication publication = new Publications(stored).findCurrent("tiny").orElseThrow();
    return PublishedTables.of(stored, publication, List.of(names));
  }
}
