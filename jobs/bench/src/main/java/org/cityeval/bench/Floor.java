package org.cityeval.bench;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.cli.session.Sessions;

/**
 * What Spark and Delta cost before a program does anything: a session with the program's settings,
 * a table of one row that is written and read back.
 */
public final class Floor {
  private Floor() {}

  /**
   * Runs in a process of its own, in the place of the program.
   *
   * @param args what the program would be given; the last is the folder that the table goes to
   */
  public static void main(String[] args) {
    String table = Path.of(args[args.length - 1], "table").toString();
    try (Sessions.Opened session = Sessions.open("local[*]")) {
      SparkSession spark = session.spark();
      spark.range(1).write().format("delta").save(table);
      List<Row> rows = spark.read().format("delta").load(table).collectAsList();
      if (rows.size() != 1) {
        throw new IllegalStateException("One row was written, " + rows.size() + " were read");
      }
    }
  }
}
