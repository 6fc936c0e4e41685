package org.cityeval.job.ingest;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Files of a part of the lake, opened.
 *
 * @param rows what they hold: rows of the lake, or records made of them
 * @param walked rows of each file by its label, as a walk through it counted them
 * @param recordsOfRow how many records a row of the lake is
 */
record OpenedFiles(Dataset<Row> rows, Map<String, Long> walked, int recordsOfRow) {
  OpenedFiles {
    walked = Map.copyOf(walked);
  }

  /** The same files, with the records that were made of their rows. */
  OpenedFiles with(Dataset<Row> records) {
    return new OpenedFiles(records, walked, recordsOfRow);
  }
}
