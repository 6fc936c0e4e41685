package org.cityeval.cli.session;

import org.apache.spark.SparkConf;
import org.apache.spark.serializer.JavaSerializer;
import org.cityeval.run.CompiledPlans;
import org.cityeval.run.RowBatches;
import org.cityeval.storage.DiskFileSystem;
import org.cityeval.warehouse.DiskLogStore;

/** How Spark is set, where neither the cluster nor spark-submit has said otherwise. */
public final class SparkSettings {
  private SparkSettings() {}

  /**
   * The settings of a session.
   *
   * @param master used if none is set, such as {@code local[*]}
   */
  public static SparkConf of(String master) {
    SparkConf conf = new SparkConf();
    conf.setIfMissing("spark.master", master);
    conf.setIfMissing("spark.app.name", "cityeval");
    conf.setIfMissing("spark.ui.enabled", "false");
    conf.setIfMissing("spark.ui.showConsoleProgress", "false");
    conf.setIfMissing("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension");
    conf.setIfMissing(
        "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
    conf.setIfMissing("spark.databricks.delta.snapshotPartitions", "2");
    // Delta lists all files of a table with each commit, in a job; a table of ours has few.
    conf.setIfMissing("spark.databricks.delta.allFilesInCrc.enabled", "false");
    // Delta would make new columns of the partitions, then sort all rows by them once more.
    conf.setIfMissing("spark.databricks.delta.convertEmptyToNullForStringPartitionCol", "false");
    // A session with classes of its own asks the driver for each name that it does not know. It
    // also compiles the same plans again. Ours has no such classes.
    conf.setIfMissing("spark.sql.artifact.isolation.enabled", "false");
    // Else each column that is named takes a trace of the stack. Errors of a config quote its text.
    conf.setIfMissing("spark.sql.dataFrameQueryContext.enabled", "false");
    conf.setIfMissing("spark.sql.cache.serializer", RowBatches.class.getName());
    // Tasks are sent records, and give some back. Kryo cannot write a record.
    conf.set("spark.serializer", JavaSerializer.class.getName());
    // The JVM never compiles a method of more bytes; Spark then divides what it would do.
    conf.setIfMissing("spark.sql.codegen.hugeMethodLimit", "8000");
    // Spark writes each plan as text for its web page, which is off here.
    conf.setIfMissing("spark.sql.ui.explainMode", "simple");
    conf.setIfMissing("spark.sql.maxPlanStringLength", "1000");
    conf.setIfMissing(
        "spark.sql.warehouse.dir",
        System.getProperty("java.io.tmpdir") + "/cityeval-spark-warehouse");
    if (isLocal(conf)) {
      // Planning again after each shuffle costs more than it gains on a lake of one machine.
      conf.setIfMissing("spark.sql.adaptive.enabled", "false");
      conf.setIfMissing("spark.sql.shuffle.partitions", "2");
      // Spark's own choice is computed in Java, which is slow before the JVM's later tiers.
      conf.setIfMissing("spark.io.compression.codec", "zstd");
      CompiledPlans.interpretAtFirst(conf);
      // On a cluster, executors open files before they have our classes.
      conf.setIfMissing("spark.hadoop.fs.file.impl", DiskFileSystem.class.getName());
      conf.setIfMissing("spark.delta.logStore.file.impl", DiskLogStore.class.getName());
      // Delta writes checksums of versions by this; its default goes around the file system above.
      conf.setIfMissing(
          "spark.sql.streaming.checkpointFileManagerClass",
          "org.apache.spark.sql.execution.streaming.checkpointing"
              + ".FileSystemBasedCheckpointFileManager");
    }
    ProcessUmask.handTo(conf);
    return conf;
  }

  /** Whether one process does all the work. */
  public static boolean isLocal(SparkConf conf) {
    return conf.get("spark.master").matches("local(\\[.*\\])?");
  }
}
