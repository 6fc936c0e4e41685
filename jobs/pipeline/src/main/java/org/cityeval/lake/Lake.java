package org.cityeval.lake;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A part of the lake, opened. */
public final class Lake {
  /** What its rows are made of. */
  interface Content {
    /** All rows, not read yet. */
    Dataset<Row> all();

    /** The columns of the rows, by which names and types are found out. */
    Dataset<Row> columns();

    /** The first rows in the order of the files. */
    List<Row> first(int most);

    /** The first of those rows that are kept, among the first that are looked at. */
    List<Row> first(int scanned, Column kept, int most);
  }

  private final Content content;
  private final List<FileHeadings> headings;
  private final Supplier<Map<String, Long>> records;

  Lake(Content content, List<FileHeadings> headings, Supplier<Map<String, Long>> records) {
    this.content = content;
    this.headings = List.copyOf(headings);
    this.records = records;
  }

  /** A part that Spark reads by itself: its rows have a plan already. */
  static Lake ofPlan(
      Dataset<Row> rows, List<FileHeadings> headings, Supplier<Map<String, Long>> records) {
    return new Lake(new Planned(rows), headings, records);
  }

  /** Its rows, with the columns of {@link Provenance}; they are not read yet. */
  public Dataset<Row> rows() {
    return content.all();
  }

  /**
   * The columns of its rows, for what only asks for names and types. Whether it has rows, too, is
   * not said: of text it has none, for to plan how they are read takes time.
   */
  public Dataset<Row> columns() {
    return content.columns();
  }

  /**
   * Its first rows in the order of its files, which this process then holds: what is asked of them
   * runs no job. No more is read of text than they.
   */
  public Dataset<Row> first(int most) {
    return held(content.first(most));
  }

  /**
   * The first rows that are kept, likewise.
   *
   * @param scanned how many rows are looked at, at most
   * @param most how many are kept, at most
   */
  public Dataset<Row> first(int scanned, Column kept, int most) {
    return held(content.first(scanned, kept, most));
  }

  /** All rows as this process holds them. */
  List<Row> whole() {
    return content.first(Integer.MAX_VALUE);
  }

  Dataset<Row> held(List<Row> rows) {
    Dataset<Row> columns = content.columns();
    return columns.sparkSession().createDataFrame(rows, columns.schema());
  }

  /** The columns of each of its files, those that are left unread too; none of a table. */
  public List<FileHeadings> headings() {
    return headings;
  }

  /**
   * Walks through the files to be read and gives the records of each by its label, counted without
   * what the rows give; none of a table. Throws a SourceProblem for a file that breaks off.
   */
  public Supplier<Map<String, Long>> records() {
    return records;
  }

  private record Planned(Dataset<Row> all) implements Content {
    @Override
    public Dataset<Row> columns() {
      return all;
    }

    @Override
    public List<Row> first(int most) {
      return (most == Integer.MAX_VALUE ? all : all.limit(most)).collectAsList();
    }

    @Override
    public List<Row> first(int scanned, Column kept, int most) {
      return all.limit(scanned).where(kept).limit(most).collectAsList();
    }
  }
}
