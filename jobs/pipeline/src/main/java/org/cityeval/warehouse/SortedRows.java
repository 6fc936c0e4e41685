package org.cityeval.warehouse;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.cityeval.table.spec.TableSpec;

/**
 * Rows put in the order that some of their columns give. They may be more than memory holds, so
 * sorted parts of them lie in files meanwhile, and are merged.
 */
public final class SortedRows implements Closeable {
  private static final int ROWS_IN_MEMORY = 20_000;
  private static final int NARROW_ROWS_IN_MEMORY = 200_000;
  private static final int FILES_MERGED_AT_ONCE = 64;

  private final List<String> columns;
  private final Path folder;
  private final int most;
  private final int merged;
  private final Comparator<StoredRow> order;
  private final List<StoredRow> rows = new ArrayList<>();
  private List<Path> parts = new ArrayList<>();

  /**
   * @param columns those of the rows
   * @param by those that order them, the first before the next
   * @param folder where parts may lie
   * @param most rows held in memory
   * @param merged files open at once
   */
  SortedRows(List<String> columns, List<String> by, Path folder, int most, int merged) {
    this.columns = List.copyOf(columns);
    this.folder = folder;
    this.most = most;
    this.merged = merged;
    this.order = StoredRow.order(columns, by);
  }

  /** Sorts rows that have all columns of a table, by its key. */
  public static SortedRows of(TableSpec table, Path folder) {
    return new SortedRows(
        List.of(table.columnNames()), table.key(), folder, ROWS_IN_MEMORY, FILES_MERGED_AT_ONCE);
  }

  /**
   * Sorts rows of a dozen columns or fewer by some of them. Parts lie where this machine keeps
   * temporary files.
   */
  public static SortedRows by(List<String> columns, List<String> by) {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    return new SortedRows(columns, by, temporary, NARROW_ROWS_IN_MEMORY, FILES_MERGED_AT_ONCE);
  }

  /** What a part cannot be written for, told through code that throws nothing of the kind. */
  public static final class Unwritable extends RuntimeException {
    private final IOException failure;

    Unwritable(IOException failure) {
      super(failure);
      this.failure = failure;
    }

    @Override
    public synchronized IOException getCause() {
      return failure;
    }
  }

  /** What is done with each row. */
  public interface Use {
    void of(StoredRow row) throws IOException;
  }

  /**
   * Takes a row in.
   *
   * @throws Unwritable if there is no place for it
   */
  public void add(StoredRow row) {
    rows.add(row);
    if (rows.size() >= most) {
      try {
        spill();
      } catch (IOException e) {
        throw new Unwritable(e);
      }
    }
  }

  private void spill() throws IOException {
    rows.sort(order);
    Path part = newPart();
    try (DataOutputStream out = writing(part)) {
      for (StoredRow row : rows) {
        RowBytes.write(row, out);
      }
    }
    parts.add(part);
    rows.clear();
  }

  /**
   * Goes through all rows, once.
   *
   * @return how many there are
   */
  public long each(Use use) throws IOException {
    if (parts.isEmpty()) {
      rows.sort(order);
      for (StoredRow row : rows) {
        use.of(row);
      }
      return rows.size();
    }
    if (!rows.isEmpty()) {
      spill();
    }
    while (parts.size() > merged) {
      List<Path> fewer = new ArrayList<>();
      for (int from = 0; from < parts.size(); from += merged) {
        fewer.add(merged(parts.subList(from, Math.min(from + merged, parts.size()))));
      }
      parts = fewer;
    }
    return merge(parts, use);
  }

  private Path merged(List<Path> some) throws IOException {
    Path part = newPart();
    try (DataOutputStream out = writing(part)) {
      merge(some, row -> RowBytes.write(row, out));
    }
    for (Path old : some) {
      Files.delete(old);
    }
    return part;
  }

  private long merge(List<Path> some, Use use) throws IOException {
    // Of rows with equal keys, those of the earlier part come first.
    PriorityQueue<Part> next =
        new PriorityQueue<>(
            Comparator.comparing((Part part) -> part.row, order).thenComparing(part -> part.at));
    List<Part> open = new ArrayList<>();
    try {
      for (int i = 0; i < some.size(); i++) {
        Part part = new Part(some.get(i), i, columns);
        open.add(part);
        if (part.advance()) {
          next.add(part);
        }
      }
      long count = 0;
      while (!next.isEmpty()) {
        Part least = next.remove();
        use.of(least.row);
        count++;
        if (least.advance()) {
          next.add(least);
        }
      }
      return count;
    } finally {
      for (Part part : open) {
        part.close();
      }
    }
  }

  private Path newPart() throws IOException {
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, "cityeval-", ".rows");
    part.toFile().deleteOnExit();
    return part;
  }

  private static DataOutputStream writing(Path part) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part), 1 << 16));
  }

  @Override
  public void close() throws IOException {
    for (Path part : parts) {
      Files.deleteIfExists(part);
    }
  }

  /** A sorted file, at one of its rows. */
  private static final class Part implements Closeable {
    private final DataInputStream in;
    private final int at;
    private final List<String> columns;
    private StoredRow row;

    Part(Path file, int at, List<String> columns) throws IOException {
      this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
      this.at = at;
      this.columns = columns;
    }

    boolean advance() throws IOException {
      row = RowBytes.read(in, columns);
      if (row == null) {
        close();
      }
      return row != null;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
