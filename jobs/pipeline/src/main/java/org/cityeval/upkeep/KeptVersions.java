package org.cityeval.upkeep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.hadoop.fs.Path;
import org.cityeval.problem.UserProblem;
import org.cityeval.table.gold.PublicationTable;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.Publications;
import org.cityeval.warehouse.StoredTables;
import org.cityeval.warehouse.TableFiles;

/**
 * The versions of each table that somebody may still read. These are the newest, those that were
 * the newest at some time since a moment, and those that the manifest names or named since then.
 */
public final class KeptVersions {
  private final StoredTables tables;
  private final Instant since;
  private final Map<String, Set<Long>> named = new HashMap<>();

  /**
   * Reads the manifest as it is, and as it was since the moment.
   *
   * @throws UserProblem if one of these versions cannot be read
   */
  public KeptVersions(StoredTables tables, Instant since) {
    this.tables = tables;
    this.since = since;
    SortedSet<Long> manifests = recent(PublicationTable.SPEC);
    for (long version : manifests) {
      if (isWhole(version)) {
        new Publications(tables).list(version).forEach(this::name);
      } else if (version == manifests.last()) {
        throw new UserProblem(
            "A file of gold.publication is gone.",
            "What is published is then unknown, so nothing was removed.",
            "Bring the file back from a copy. No run can make it anew: it names what is"
                + " published.");
      }
    }
  }

  private void name(Publication publication) {
    publication
        .tableVersions()
        .forEach(
            (table, version) -> named.computeIfAbsent(table, t -> new HashSet<>()).add(version));
  }

  /** An earlier clean-up that kept less may have taken its files; then nobody reads it. */
  private boolean isWhole(long version) {
    for (TableFiles.DataFile file : manifest(version).files()) {
      Path path = new Path(file.path());
      try {
        if (!path.getFileSystem(tables.hadoop()).exists(path)) {
          return false;
        }
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot look for " + path, e);
      }
    }
    return true;
  }

  private TableFiles manifest(long version) {
    try {
      return tables.files(PublicationTable.SPEC, version);
    } catch (RuntimeException unreadable) {
      throw new UserProblem(
          "Version " + version + " of gold.publication cannot be read.",
          "What it names is then unknown, so nothing was removed: " + unreadable.getMessage(),
          "Give fewer days with --keep, so that it is not needed.",
          unreadable);
    }
  }

  /** The versions of a table to keep; none where there is no such table. */
  public SortedSet<Long> versions(TableSpec table) {
    SortedSet<Long> kept = recent(table);
    if (!kept.isEmpty()) {
      kept.addAll(named.getOrDefault(table.qualifiedName(), Set.of()));
    }
    return kept;
  }

  /** Whether the manifest names it, or named it since the moment. */
  public boolean isNamed(TableSpec table, long version) {
    return named.getOrDefault(table.qualifiedName(), Set.of()).contains(version);
  }

  /** The newest version, and those that were replaced after the moment. */
  private SortedSet<Long> recent(TableSpec table) {
    SortedMap<Long, Instant> commits = tables.commits(table);
    SortedSet<Long> recent = new TreeSet<>();
    Iterator<Instant> successors = commits.values().iterator();
    if (successors.hasNext()) {
      successors.next();
    }
    for (long version : commits.keySet()) {
      if (!successors.hasNext() || successors.next().isAfter(since)) {
        recent.add(version);
      }
    }
    return recent;
  }
}
