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

    /** Its first rows. */
    Dataset<Row> first(int most);

    /** The first of those rows that are kept, among the first that are looked at. */
    Dataset<Row> first(int scanned, Column kept, int most);

    /** All rows, read. */
    List<Row> whole();
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
   * The columns of its rows: only names and types count. Of text it has no rows, because planning
   * how they are read takes time.
   */
  public Dataset<Row> columns() {
    return content.columns();
  }

  /**
   * Its first rows. Those of text are in the order of the files, and no more is read. This process
   * holds them, so choosing and computing starts no job. Those of tables are a plan.
   */
  public Dataset<Row> first(int most) {
    return content.first(most);
  }

  /**
   * The first rows that are kept, likewise.
   *
   * @param scanned how many rows are looked at, at most
   * @param most how many are kept, at most
   */
  public Dataset<Row> first(int scanned, Column kept, int most) {
    return content.first(scanned, kept, most);
  }

  /** All rows as this process holds them. */
  List<Row> whole() {
    return content.whole();
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
    public Dataset<Row> first(int most) {
      return all.limit(most);
    }

    @Override
    public Dataset<Row> first(int scanned, Column kept, int most) {
      return all.limit(scanned).where(kept).limit(most);
    }

    @Override
    public List<Row> whole() {
      return all.collectAsList();
    }
  }
}
