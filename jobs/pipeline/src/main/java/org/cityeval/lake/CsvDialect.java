package org.cityeval.lake;

import java.io.Serializable;
import java.util.List;

/**
 * How a CSV file is written: its character encoding and what stands between cells.
 *
 * @param header names of its columns where no line of it gives them; empty where the first does
 */
public record CsvDialect(String encoding, char delimiter, List<String> header)
    implements Serializable {
  public CsvDialect {
    header = List.copyOf(header);
  }
}
