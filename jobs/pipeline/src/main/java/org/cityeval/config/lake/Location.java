package org.cityeval.config.lake;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/** Where rows lie in the lake: a path or a table, never both. */
public record Location(String path, String table, Format format, FileOptions options)
    implements Serializable {

  /** How the files of a path are written. */
  public enum Format {
    CSV,
    JSON,
    PARQUET,
    DELTA;

    /** How the format is written in configs, and what Spark calls it. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * How text files are read.
   *
   * @param thousands what groups digits, or null
   * @param decimal what stands before the decimals
   * @param header names of the columns of files without a line of headings; null where they have it
   * @param mayLack columns that a file may lack, and is then blank in; null where none
   */
  public record FileOptions(
      String encoding,
      String delimiter,
      String thousands,
      String decimal,
      List<String> header,
      List<String> mayLack)
      implements Serializable {
    public FileOptions {
      header = header == null ? null : List.copyOf(header);
      mayLack = mayLack == null ? null : List.copyOf(mayLack);
    }
  }
}
