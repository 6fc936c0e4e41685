package org.cityeval.lake;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.cityeval.functions.RowsAtHand;

/**
 * Rows of files that are read by Java: a file by one task, or the first rows of them in this
 * process.
 *
 * @param schema of the rows, with the columns of {@link Provenance}
 */
record TextRows(
    SparkSession spark,
    Configuration hadoop,
    List<LakeFile> files,
    StructType schema,
    Reader reader)
    implements Lake.Content {
  /** Rows that are filtered at once, so that not all that are looked at are held. */
  private static final int BATCH = 2_000;

  /** Opens a file; it travels to a task. */
  interface Reader extends Serializable {
    FileRows open(LakeFile file, Configuration hadoop);
  }

  /** The rows of a file. They close it at its end; who leaves them before closes them. */
  interface FileRows extends Iterator<Row>, AutoCloseable {
    @Override
    void close();
  }

  @Override
  public Dataset<Row> all() {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<SerializableConfiguration> shipped = EachFile.ship(context, hadoop);
    Reader how = reader;
    return spark
        .createDataset(
            context.parallelize(files, Math.max(1, files.size())).rdd(),
            Encoders.javaSerialization(LakeFile.class))
        .flatMap(
            (FlatMapFunction<LakeFile, Row>) file -> how.open(file, shipped.value().value()),
            Encoders.row(schema));
  }

  @Override
  public Dataset<Row> columns() {
    return RowsAtHand.columnsAlone(spark, schema);
  }

  @Override
  public Dataset<Row> first(int most) {
    return held(read(most));
  }

  @Override
  public List<Row> whole() {
    return read(Integer.MAX_VALUE);
  }

  private List<Row> read(int most) {
    List<Row> rows = new ArrayList<>();
    try (InOrder all = new InOrder()) {
      all.take(most, rows);
    }
    return rows;
  }

  private Dataset<Row> held(List<Row> rows) {
    return spark.createDataFrame(rows, schema);
  }

  @Override
  public Dataset<Row> first(int scanned, Column kept, int most) {
    List<Row> rows = new ArrayList<>();
    try (InOrder all = new InOrder()) {
      int looked = 0;
      while (looked < scanned && rows.size() < most && all.hasNext()) {
        List<Row> batch = new ArrayList<>();
        all.take(Math.min(BATCH, scanned - looked), batch);
        looked += batch.size();
        rows.addAll(held(batch).where(kept).limit(most - rows.size()).collectAsList());
      }
    }
    return held(rows);
  }

  /** The rows of one file after the other; none is opened before it is needed. */
  private final class InOrder implements AutoCloseable {
    private final Iterator<LakeFile> left = files.iterator();
    private FileRows open;

    boolean hasNext() {
      while ((open == null || !open.hasNext()) && left.hasNext()) {
        open = reader.open(left.next(), hadoop);
      }
      return open != null && open.hasNext();
    }

    void take(int most, List<Row> into) {
      while (into.size() < most && hasNext()) {
        into.add(open.next());
      }
    }

    @Override
    public void close() {
      if (open != null) {
        open.close();
      }
    }
  }
}
