package org.cityeval.source;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.try_to_date;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.unsafe.types.UTF8String;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class IsoDayTest {
  private static Integer read(String text) {
    return IsoDay.read(UTF8String.fromString(text));
  }

  @Test
  void aDayIsTheDaysSince1970() {
    assertThat(read("1970-01-01")).isZero();
    assertThat(read("1969-12-31")).isEqualTo(-1);
    assertThat(read("2020-02-29")).isEqualTo((int) LocalDate.of(2020, 2, 29).toEpochDay());
  }

  @Test
  void whatIsNoSuchTextIsLeftToTheEngine() {
    assertThat(
            Arrays.asList(
                read("2021-02-29"),
                read("2020-13-01"),
                read("2020-00-10"),
                read("2020-01-00"),
                read("2020-1-01"),
                read("2020/01/01"),
                read("20200101"),
                read("2020-01-01 "),
                read("+020-01-01"),
                read("2020-0a-01"),
                read("")))
        .containsOnlyNulls();
  }

  /** What the engine reads by itself is what is expected. */
  @Test
  void aColumnIsReadAsTheEngineReadsIt(SparkSession spark) {
    List<String> texts =
        Arrays.asList(
            "2020-03-01",
            "9999-12-31",
            "0001-01-01",
            "0000-01-01",
            "-0001-01-01",
            "+12020-01-01",
            "2020-02-30",
            "2020-3-1",
            "20-03-01",
            "today",
            "",
            null);
    Dataset<Row> days =
        spark
            .createDataset(texts, Encoders.STRING())
            .select(
                IsoDay.of(col("value")).as("found"),
                try_to_date(col("value"), "yyyy-MM-dd").as("expected"));

    assertThat(days.select("found").collectAsList())
        .isEqualTo(days.select("expected").collectAsList());
    assertThat(days.limit(3).where("found is null").count()).isZero();
  }
}
