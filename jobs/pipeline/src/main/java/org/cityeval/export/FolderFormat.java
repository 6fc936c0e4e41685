package org.cityeval.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.cityeval.table.spec.TableSpec;

/** A folder with one file a table, and {@code datapackage.json}, which says what they are. */
final class FolderFormat implements ExportFormat {
  private final TableFile.Kind kind;

  FolderFormat(TableFile.Kind kind) {
    this.kind = kind;
  }

  @Override
  public String id() {
    return kind.id();
  }

  @Override
  public boolean isFolder() {
    return true;
  }

  @Override
  public List<Written> write(PublishedTables tables, Path place, Consumer<String> notices)
      throws IOException {
    Files.createDirectories(place);
    DataPackage description = new DataPackage(tables, kind);
    List<Written> written = new ArrayList<>();
    for (TableSpec table : tables.tables()) {
      Path file = place.resolve(table.name() + "." + kind.extension());
      long rows;
      try (TableFile out = kind.beginning().of(file, table)) {
        rows = tables.each(table, place.resolveSibling("rows"), out::write);
      }
      description.add(table, file, rows);
      written.add(new Written(table, rows));
    }
    description.write(place);
    return written;
  }
}
