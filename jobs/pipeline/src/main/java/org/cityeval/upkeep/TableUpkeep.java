package org.cityeval.upkeep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.StoredTables;
import org.cityeval.warehouse.TableFiles;

/** What one table can do without. The log is never touched. */
public final class TableUpkeep {
  /** Files below this size are small; many of them cost a reader more than their rows. */
  private static final long SMALL = 16L << 20;

  /** So many small files in one partition are many. */
  private static final int MANY = 8;

  private final StoredTables tables;
  private final TableSpec table;

  public TableUpkeep(StoredTables tables, TableSpec table) {
    this.tables = tables;
    this.table = table;
  }

  /** Files of a table, and what they hold. */
  public record Files(List<Path> paths, long bytes) {
    /** How many there are. */
    public int count() {
      return paths.size();
    }
  }

  /**
   * What was found.
   *
   * @param leftAlone why no file can be removed; empty where that can be told
   */
  public record Found(Files needless, Files kept, Optional<String> leftAlone) {}

  /**
   * How many small files the newest version has in partitions with many; 0 for none such, and where
   * its files cannot be told.
   */
  public int smallFiles() {
    TableFiles newest;
    try {
      newest = tables.files(table, tables.version(table));
    } catch (RuntimeException unreadable) {
      // Said where its files are looked for; the other tables go on.
      return 0;
    }
    if (newest.needNewerReader()) {
      return 0;
    }
    Map<Map<String, String>, Long> byPartition =
        newest.files().stream()
            .filter(file -> file.bytes() < SMALL)
            .collect(Collectors.groupingBy(TableFiles.DataFile::partition, Collectors.counting()));
    return byPartition.values().stream()
        .filter(files -> files >= MANY)
        .mapToInt(Long::intValue)
        .sum();
  }

  /**
   * Finds the files that no kept version is made of.
   *
   * @param since files written later stay: a run may be about to commit them
   */
  public Found look(KeptVersions versions, Instant since) {
    List<FileStatus> all = list();
    Set<String> there = all.stream().map(file -> name(file.getPath())).collect(Collectors.toSet());
    Set<String> needed = new HashSet<>();
    SortedSet<Long> kept = versions.versions(table);
    for (long version : kept) {
      boolean isNamed = versions.isNamed(table, version);
      Optional<String> doubt =
          add(version, needed, isNamed || version == kept.last() ? there : Set.of());
      if (doubt.isPresent()) {
        String named = isNamed ? ", which the manifest names" : "";
        return new Found(files(List.of()), files(all), Optional.of(doubt.get() + named));
      }
    }
    Map<Boolean, List<FileStatus>> isNeedless =
        all.stream()
            .collect(
                Collectors.partitioningBy(
                    file ->
                        !needed.contains(name(file.getPath()))
                            && !Instant.ofEpochMilli(file.getModificationTime()).isAfter(since)));
    return new Found(files(isNeedless.get(true)), files(isNeedless.get(false)), Optional.empty());
  }

  /**
   * Adds the files of a version; says why they cannot be told, if so.
   *
   * @param there files of which each must be one; none where an earlier clean-up may have taken
   *     some
   */
  private Optional<String> add(long version, Set<String> needed, Set<String> there) {
    TableFiles files;
    try {
      files = tables.files(table, version);
    } catch (RuntimeException unreadable) {
      // Delta removes old log entries, too. What a version needs is then unknown: remove nothing.
      return Optional.of("its log no longer tells the files of version " + version);
    }
    if (files.needNewerReader()) {
      return Optional.of("a newer Delta reader than version 1 is needed for version " + version);
    }
    List<String> names = files.files().stream().map(file -> name(new Path(file.path()))).toList();
    needed.addAll(names);
    boolean isWhole = there.isEmpty() || there.containsAll(names);
    return isWhole
        ? Optional.empty()
        : Optional.of("its folder lacks a file of version " + version);
  }

  private static String name(Path path) {
    return path.toUri().getPath();
  }

  private static Files files(List<FileStatus> files) {
    return new Files(
        files.stream().map(FileStatus::getPath).toList(),
        files.stream().mapToLong(FileStatus::getLen).sum());
  }

  /** Every file of the table, but for its log and what else is hidden. */
  private List<FileStatus> list() {
    Path folder = tables.folder(table).hadoop();
    List<FileStatus> found = new ArrayList<>();
    try {
      list(folder.getFileSystem(tables.hadoop()), folder, found);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
    return found;
  }

  private static void list(FileSystem fileSystem, Path folder, List<FileStatus> found)
      throws IOException {
    for (FileStatus below : fileSystem.listStatus(folder)) {
      String name = below.getPath().getName();
      if (name.startsWith("_") || name.startsWith(".")) {
        continue;
      }
      if (below.isDirectory()) {
        list(fileSystem, below.getPath(), found);
      } else {
        found.add(below);
      }
    }
  }

  /** Removes files. */
  public void remove(Files files) {
    for (Path path : files.paths()) {
      try {
        path.getFileSystem(tables.hadoop()).delete(path, false);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot remove " + path, e);
      }
    }
  }
}
