package org.cityeval.job.ingest;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.run.Check;

/** Records of which it is known what becomes of each. */
interface JudgedRecords extends AutoCloseable {
  /** Whose they are, and how many of each outcome. */
  List<? extends ReadFiles<?>> files();

  /** All records by district, before duplicates are judged; none where nothing was read. */
  Optional<Dataset<Row>> records();

  /** The good ones of them, after; none where nothing was read. */
  Optional<Dataset<Row>> judged();

  /** What contracts say. */
  List<Check> contractChecks();

  /**
   * Writes down what is refused.
   *
   * @return records refused
   */
  long quarantine();

  /**
   * Puts the good records in the place of those that the files stood for.
   *
   * @return records behind the rows written
   */
  long commit();

  @Override
  void close();
}
