package org.cityeval.source;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Times of New York, five hours behind UTC and in summer four; the tests' session is in UTC. */
@ExtendWith(SparkExtension.class)
class StampsTest {
  private final Stamps stamps = Stamps.in(ZoneId.of("America/New_York"));

  private static Dataset<Row> texts(SparkSession spark, String... texts) {
    return spark.createDataset(Arrays.asList(texts), Encoders.STRING()).toDF("text");
  }

  private List<Instant> instants(SparkSession spark, String... texts) {
    Dataset<Row> rows = texts(spark, texts).coalesce(1);
    return rows.select(stamps.instant(rows, col("text"))).as(Encoders.INSTANT()).collectAsList();
  }

  @Test
  void textWithoutAZoneIsLocal(SparkSession spark) {
    assertThat(
            instants(
                spark,
                "2020-03-01",
                "2020-03-01 08:30",
                " 2020-03-01T08:30:15.5\u00a0",
                "2020-07-01 8:30",
                // An hour that is there twice is the first; one that is not, the next.
                "2020-11-01 01:30",
                "2020-03-08 02:30"))
        .isEqualTo(
            Stream.of(
                    "2020-03-01T05:00:00Z",
                    "2020-03-01T13:30:00Z",
                    "2020-03-01T13:30:15.500Z",
                    "2020-07-01T12:30:00Z",
                    "2020-11-01T05:30:00Z",
                    "2020-03-08T07:30:00Z")
                .map(Instant::parse)
                .toList());
  }

  @Test
  void textWithAnOffsetIsAnInstant(SparkSession spark) {
    assertThat(
            instants(
                spark,
                "2020-03-01T08:30Z",
                "2020-03-01 08:30 +08:00",
                "2020-03-01T08:30:00+0800",
                "2020-03-01T08:30:00.25-05:00"))
        .isEqualTo(
            Stream.of(
                    "2020-03-01T08:30:00Z",
                    "2020-03-01T00:30:00Z",
                    "2020-03-01T00:30:00Z",
                    "2020-03-01T13:30:00.250Z")
                .map(Instant::parse)
                .toList());
  }

  @Test
  void otherTextIsNoTime(SparkSession spark) {
    assertThat(
            instants(spark, "2020", "08:30", "T08:30", "2020-02-30", "3/1/2020", "now", "", null))
        .containsOnlyNulls();
  }

  @Test
  void typedTimesAreWhatTheyAre(SparkSession spark) {
    Dataset<Row> rows =
        texts(spark, "any")
            .selectExpr(
                "timestamp_seconds(0) as instant",
                "timestamp_ntz'2020-03-01 08:30:00' as local",
                "date'2020-03-01' as day");
    Row read =
        rows.select(
                stamps.instant(rows, col("instant")),
                stamps.instant(rows, col("local")),
                stamps.instant(rows, col("day")),
                stamps.day(col("instant")))
            .head();

    assertThat(read.<Instant>getAs(0)).isEqualTo(Instant.EPOCH);
    assertThat(read.<Instant>getAs(1)).isEqualTo(Instant.parse("2020-03-01T13:30:00Z"));
    assertThat(read.<Instant>getAs(2)).isEqualTo(Instant.parse("2020-03-01T05:00:00Z"));
    assertThat(read.<LocalDate>getAs(3)).isEqualTo(LocalDate.of(1969, 12, 31));
  }

  @Test
  void anInstantMadeOfTextIsNoticed(SparkSession spark) {
    Dataset<Row> rows = texts(spark, "any").withColumn("at", expr("timestamp_seconds(0)"));

    assertThat(stamps.isReadInUtc(rows, "to_timestamp(text, 'M/d/yy H:mm')")).isTrue();
    assertThat(stamps.isReadInUtc(rows, "to_timestamp_ntz(text, 'M/d/yy H:mm')")).isFalse();
    assertThat(stamps.isReadInUtc(rows, "text")).isFalse();
    assertThat(stamps.isReadInUtc(rows, "if(text = 'x', at, null)")).isFalse();
    assertThat(Stamps.in(ZoneId.of("Etc/UTC")).isReadInUtc(rows, "to_timestamp(text)")).isFalse();
  }
}
