package org.cityeval.cli.session;

import java.util.function.Supplier;
import org.cityeval.warehouse.StoredTables;
import org.cityeval.warehouse.Warehouse;

/** A warehouse, and the session that it starts once one is needed. */
public final class OpenWarehouse implements AutoCloseable {
  private final Warehouse warehouse;
  private Sessions.Opened session;

  public OpenWarehouse(StoredTables stored, Supplier<Sessions.Opened> sessions) {
    this.warehouse =
        new Warehouse(
            () -> {
              session = sessions.get();
              return session.spark();
            },
            stored);
  }

  public Warehouse warehouse() {
    return warehouse;
  }

  @Override
  public void close() {
    if (session != null) {
      session.close();
    }
  }
}
