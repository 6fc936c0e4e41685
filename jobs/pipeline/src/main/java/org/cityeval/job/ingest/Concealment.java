package org.cityeval.job.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.cityeval.run.Run;

/** Names the environment variables of a config where refused records would quote their values. */
final class Concealment {
  private Concealment() {}

  /** The rows, with texts concealed in some columns. */
  static Dataset<Row> in(Run run, Dataset<Row> rows, String... columns) {
    Map<String, String> concealed = run.config().variables().concealed();
    Dataset<Row> all = rows;
    for (String name : columns) {
      Column text = col(name);
      for (Map.Entry<String, String> value : concealed.entrySet()) {
        text = functions.replace(text, lit(value.getKey()), lit(value.getValue()));
      }
      all = concealed.isEmpty() ? all : all.withColumn(name, text);
    }
    return all;
  }
}
