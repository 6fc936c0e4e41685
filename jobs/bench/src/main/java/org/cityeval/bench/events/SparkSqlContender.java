package org.cityeval.bench.events;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** The statement one would write first. */
final class SparkSqlContender implements Contender {
  private static final String QUERY =
      """
      SELECT district, string(to_date(started_at)) AS day, count(*) AS trips,
             count(DISTINCT device) AS devices, cast(sum(meters) AS double) AS meters,
             avg(meters) AS mean_meters, avg(cast(paid_by_card AS int)) AS by_card
      FROM trips GROUP BY district, to_date(started_at)
      """;

  private final SparkSession spark;
  private final Path lake;

  SparkSqlContender(int cores, Path lake) {
    this.lake = lake;
    this.spark = Sessions.local(cores);
    spark.conf().set("spark.sql.session.timeZone", "Asia/Shanghai");
  }

  @Override
  public List<DistrictDay> answer() {
    spark.read().parquet(lake.resolve(EventLake.TRIPS).toString()).createOrReplaceTempView("trips");
    return spark.sql(QUERY).collectAsList().stream()
        .map(
            row ->
                new DistrictDay(
                    row.getInt(0),
                    row.getString(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getDouble(4),
                    row.getDouble(5),
                    row.getDouble(6)))
        .toList();
  }

  @Override
  public void close() {
    spark.stop();
  }
}
