package org.cityeval.bench.events;

import org.apache.spark.sql.SparkSession;

/** Spark in this process, as the command line starts it, with compiled plans. */
final class Sessions {
  private Sessions() {}

  static SparkSession local(int cores) {
    SparkSession spark =
        SparkSession.builder()
            .master("local[" + cores + "]")
            .appName("cityeval event benchmark")
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.sql.shuffle.partitions", "8")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.datetime.java8API.enabled", "true")
            .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
            .getOrCreate();
    spark.sparkContext().setLogLevel("WARN");
    return spark;
  }
}
