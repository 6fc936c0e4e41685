package org.cityeval.lake;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A part of the lake, opened.
 *
 * @param rows its rows, with the columns of {@link Provenance}
 * @param headings the columns of each of its files, those that are left unread too; none of a table
 * @param records walks through the files to be read and gives the records of each by its label,
 *     counted without what the rows give; none of a table. Throws a SourceProblem for a file that
 *     breaks off
 */
public record Lake(
    Dataset<Row> rows, List<FileHeadings> headings, Supplier<Map<String, Long>> records) {
  public Lake {
    headings = List.copyOf(headings);
  }
}
