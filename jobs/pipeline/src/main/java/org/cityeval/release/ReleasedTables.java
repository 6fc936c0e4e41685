package org.cityeval.release;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.Path;
import org.cityeval.problem.UserProblem;
import org.cityeval.table.Tables;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.Publications;
import org.cityeval.warehouse.StoredTables;
import org.cityeval.warehouse.TableFiles;

/**
 * Copies the tables of one publication into a new warehouse, file by file. A vintage of an
 * evaluation is a partition, so its rows fill whole files, and no row is written anew.
 */
public final class ReleasedTables {
  private final StoredTables from;
  private final StoredTables to;

  ReleasedTables(StoredTables from, StoredTables to) {
    this.from = from;
    this.to = to;
  }

  /**
   * What was copied.
   *
   * @param run which run had published it; empty where the log no longer tells
   */
  public record Copied(int tables, long files, long bytes, String run) {}

  /** Copies every published table, and last the manifest. */
  Copied of(Publication publication) throws IOException {
    Map<String, Long> versions = new LinkedHashMap<>();
    long files = 0;
    long bytes = 0;
    for (TableSpec table : Tables.PUBLISHED) {
      if (publication.tableVersions().containsKey(table.qualifiedName())) {
        List<TableFiles.DataFile> copied = copy(publication, table);
        versions.put(table.qualifiedName(), to.version(table));
        files += copied.size();
        bytes += copied.stream().mapToLong(TableFiles.DataFile::bytes).sum();
      }
    }
    new Publications(to)
        .publishAlone(publication.inVersions(versions), note(publication, RankIntervalTable.SPEC));
    String run = new Publications(from).findRun(publication).orElse("");
    return new Copied(versions.size(), files, bytes, run);
  }

  private List<TableFiles.DataFile> copy(Publication publication, TableSpec table)
      throws IOException {
    TableFiles all = from.files(table, publication.version(table));
    requireFilesAlone(table, all);
    List<TableFiles.DataFile> copied = new ArrayList<>();
    for (TableFiles.DataFile file : all.files()) {
      if (isOf(publication, file)) {
        copied.add(copy(table, file));
      }
    }
    to.adopt(table, all.schema(), copied, note(publication, table));
    return copied;
  }

  /** The same bytes at the same place of the new table. */
  private TableFiles.DataFile copy(TableSpec table, TableFiles.DataFile file) throws IOException {
    Path source = new Path(file.path());
    String below = below(from.folder(table).hadoop(), source);
    Path target = to.folder(table).resolve(below).hadoop();
    FileSystem fileSystem = target.getFileSystem(to.hadoop());
    FileUtil.copy(
        source.getFileSystem(from.hadoop()), source, fileSystem, target, false, false, to.hadoop());
    return new TableFiles.DataFile(
        target.toString(),
        file.logged(),
        file.partition(),
        file.bytes(),
        fileSystem.getFileStatus(target).getModificationTime());
  }

  private static String below(Path folder, Path file) {
    String root = folder.toUri().getPath() + "/";
    String path = file.toUri().getPath();
    if (!path.startsWith(root)) {
      throw new IllegalStateException(file + " does not stand below " + folder);
    }
    return path.substring(root.length());
  }

  private static boolean isOf(Publication publication, TableFiles.DataFile file) {
    return publication.evaluationId().equals(file.partition().get(Keys.EVALUATION_ID.name()))
        && publication.asOf().toString().equals(file.partition().get(Keys.AS_OF.name()));
  }

  private static void requireFilesAlone(TableSpec table, TableFiles files) {
    if (files.needNewerReader()) {
      throw new UserProblem(
          "Table " + table.qualifiedName() + " needs a newer Delta reader than version 1.",
          "Such a table is more than its files, and copies of the files may hold other rows.",
          "Take the features off (ALTER TABLE ... DROP FEATURE) and publish again.");
    }
  }

  private String note(Publication publication, TableSpec table) {
    return from.findNote(table, publication.version(table)).orElse("");
  }
}
