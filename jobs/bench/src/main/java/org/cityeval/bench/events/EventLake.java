package org.cityeval.bench.events;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Writes a lake of trips, the same for the same options. As in real cities, districts are of very
 * different size (Zipf's law with exponent 1: of 200 the largest has a sixth of all trips),
 * weekends are quieter, hours have two peaks, and few residents make most trips (a tenth makes 46
 * %).
 */
@Command(
    name = "event-lake",
    mixinStandardHelpOptions = true,
    description = "Writes a synthetic lake of trips as Parquet.")
public final class EventLake implements Callable<Integer> {
  /** The first district's code; the others follow. */
  static final int FIRST_DISTRICT = 330_100;

  static final String TRIPS = "trips";
  static final String DISTRICTS = "districts.csv";

  /** How trips are spread over files. */
  public enum Layout {
    /** As they come in: a file holds some days. */
    BY_TIME,
    /** Every file holds every day. */
    MIXED
  }

  @Option(names = "--trips", defaultValue = "10000000", description = "${DEFAULT-VALUE}.")
  private long trips;

  @Option(names = "--districts", defaultValue = "200", description = "${DEFAULT-VALUE}.")
  private int districts;

  @Option(names = "--days", defaultValue = "180", description = "${DEFAULT-VALUE}.")
  private int days;

  @Option(names = "--residents", defaultValue = "5000000", description = "${DEFAULT-VALUE}.")
  private int residents;

  @Option(names = "--files", defaultValue = "30", description = "${DEFAULT-VALUE}.")
  private int files;

  @Option(names = "--seed", defaultValue = "1", description = "${DEFAULT-VALUE}.")
  private long seed;

  @Option(names = "--layout", defaultValue = "BY_TIME", description = "${COMPLETION-CANDIDATES}.")
  private Layout layout;

  @Option(names = "--out", required = true, description = "The folder to write.")
  private Path out;

  /** Where the generator starts. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new EventLake()).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve(DISTRICTS), districtList());
    SparkSession spark = Sessions.local(Runtime.getRuntime().availableProcessors());
    try {
      trips(spark).write().mode("overwrite").parquet(out.resolve(TRIPS).toString());
    } finally {
      spark.stop();
    }
    return 0;
  }

  private String districtList() {
    StringBuilder list = new StringBuilder("district_id,name,city\n");
    for (int i = 0; i < districts; i++) {
      list.append(FIRST_DISTRICT + i).append(",District ").append(i).append(",synthetic\n");
    }
    return list.toString();
  }

  private Dataset<Row> trips(SparkSession spark) {
    // Weekdays 1, Saturday 0.8, Sunday 0.7: 6.5 a week; the first day is a Monday.
    return spark
        .range(0, trips, 1, files)
        .withColumn("week", expr(part() + " * " + days + " / 7"))
        .withColumn("in_week", expr("(week - floor(week)) * 6.5"))
        .withColumn(
            "weekday",
            expr("CASE WHEN in_week < 5 THEN floor(in_week) WHEN in_week < 5.8 THEN 5 ELSE 6 END"))
        .withColumn("day", expr("least(floor(week) * 7 + weekday, " + (days - 1) + ")"))
        .withColumn("peak", expr("CASE WHEN " + uniform(2) + " < 0.5 THEN 8.5 ELSE 18 END"))
        .withColumn(
            "second", expr("(peak + 3 * (" + uniform(3) + " + " + uniform(4) + " - 1)) * 3600"))
        .withColumn("meters", expr("cast(300 - 4000 * ln(1 - " + uniform(5) + ") as int)"))
        // 2020-01-06 00:00 in Hangzhou, UTC+8.
        .withColumn("micros", expr("cast((1578240000 + day * 86400 + second) * 1000000 as bigint)"))
        .withColumn("rank", expr("floor(" + residents + " * pow(" + uniform(6) + ", 3)) + 1"))
        .select(
            col("id").as("trip_id"),
            expr("timestamp_micros(micros)").as("started_at"),
            expr("timestamp_micros(micros + cast(meters as bigint) * 180000)").as("ended_at"),
            expr(String.format(
                    Locale.ROOT,
                    "cast(%d + least(floor(exp(%s * ln(%d + 1.0))) - 1, %d - 1) as int)",
                    FIRST_DISTRICT,
                    uniform(7),
                    districts,
                    districts))
                .as("district"),
            // Lehmer's step, one to one below 2^31 - 1: neighbours in rank have no neighbouring
            // ids.
            expr("cast(rank * 48271 % 2147483647 as int)").as("device"),
            col("meters"),
            expr("round(2 + meters * 0.0025, 2)").as("fare"),
            expr(uniform(8) + " < 0.7").as("paid_by_card"),
            expr("element_at(array('bus', 'metro', 'taxi', 'bike'), cast(1 + 4 * "
                    + uniform(9)
                    + " as int))")
                .as("mode"));
  }

  /** Where in the span a trip lies, from 0 to 1. */
  private String part() {
    return layout == Layout.BY_TIME ? "(id / " + trips + "D)" : uniform(1);
  }

  /** A number in [0, 1) of its own for every trip and use. */
  private String uniform(int use) {
    return String.format(
        Locale.ROOT,
        "(shiftrightunsigned(xxhash64(id, %dL, %d), 11) * 1.1102230246251565e-16D)",
        seed,
        use);
  }
}
