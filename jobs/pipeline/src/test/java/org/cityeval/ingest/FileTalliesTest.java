package org.cityeval.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class FileTalliesTest {
  private static final LocalDate PUBLISHED = LocalDate.of(2020, 4, 1);

  /** Records of source s: file, reason, day and value of each. */
  private static Dataset<Row> records(SparkSession spark, String... rows) {
    return spark.sql(
        "select 's' as source_id, file, date '2020-04-01' as as_of, reason as reason_code,"
            + " 'new_cases' as measure, 'd' as district_id, cast(day as date) as date,"
            + " value as value_text, cast(null as string) as record, 1L as records from values "
            + String.join(", ", rows)
            + " as t(file, reason, day, value)");
  }

  private static FileTally only(Dataset<Row> records) {
    Map<String, List<FileTally>> tallies = FileTallies.bySource(records);
    assertThat(tallies).containsOnlyKeys("s");
    assertThat(tallies.get("s")).hasSize(1);
    return tallies.get("s").get(0);
  }

  @Test
  void countsByReasonAndTellsTheDaysOfGoodRecordsAlone(SparkSession spark) {
    FileTally tally =
        only(
            records(
                spark,
                "('f', 'none', '2020-03-02', '1')",
                "('f', 'none', '2020-03-05', '2')",
                "('f', 'no_value', '2020-03-09', '')",
                "('f', 'unparsable_date', null, '3')"));

    assertThat(tally.asOf()).isEqualTo(PUBLISHED);
    assertThat(tally.byReason())
        .isEqualTo(Map.of(Reason.NONE, 2L, Reason.NO_VALUE, 1L, Reason.UNPARSABLE_DATE, 1L));
    assertThat(tally.records()).isEqualTo(4);
    assertThat(tally.firstDay()).isEqualTo(LocalDate.of(2020, 3, 2));
    assertThat(tally.lastDay()).isEqualTo(LocalDate.of(2020, 3, 5));
  }

  @Test
  void aFileWithoutAGoodRecordHasNoDays(SparkSession spark) {
    FileTally tally = only(records(spark, "('f', 'no_value', '2020-03-09', '')"));

    assertThat(tally.firstDay()).isNull();
    assertThat(tally.lastDay()).isNull();
  }

  @Test
  void contentDoesNotDependOnTheOrderButOnEveryRecord(SparkSession spark) {
    String one = "('f', 'none', '2020-03-02', '1')";
    String two = "('f', 'none', '2020-03-03', '1')";

    ContentHash content = only(records(spark, one, two)).content();

    assertThat(only(records(spark, two, one).repartition(2)).content()).isEqualTo(content);
    assertThat(only(records(spark, one)).content()).isNotEqualTo(content);
    assertThat(only(records(spark, one, two, two)).content()).isNotEqualTo(content);
    assertThat(only(records(spark, one, two.replace("'1'", "'2'"))).content())
        .isNotEqualTo(content);
  }

  /** Hashes of both signs; added up here by whole numbers of any size. */
  @Test
  void theSumOfTheHashesIsExact(SparkSession spark) {
    Dataset<Row> records =
        records(
            spark,
            IntStream.range(0, 50)
                .mapToObj(i -> "('f', 'none', '2020-03-02', '" + i + "')")
                .toArray(String[]::new));
    List<Long> hashes =
        records
            .selectExpr("xxhash64(measure, district_id, date, as_of, value_text, record)")
            .as(Encoders.LONG())
            .collectAsList();
    assertThat(hashes).anyMatch(hash -> hash < 0).anyMatch(hash -> hash > 0);

    assertThat(only(records).content().sum())
        .isEqualTo(
            new BigDecimal(
                hashes.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add)));
  }

  @Test
  void filesAreApart(SparkSession spark) {
    List<FileTally> tallies =
        FileTallies.bySource(
                records(
                    spark, "('f', 'none', '2020-03-02', '1')", "('g', 'none', '2020-03-02', '1')"))
            .get("s");

    assertThat(tallies).extracting(FileTally::file).containsExactlyInAnyOrder("f", "g");
    assertThat(tallies.get(0).content()).isEqualTo(tallies.get(1).content());
  }

  @Test
  void duplicatesAreCountedByTheRecordsBehindThem(SparkSession spark) {
    Dataset<Row> judged =
        records(
            spark,
            "('f', 'none', '2020-03-02', '1')",
            "('f', 'identical_duplicate', '2020-03-02', '1')",
            "('f', 'identical_duplicate', '2020-03-02', '1')");

    Map<FileTallies.Place, Map<Reason, Long>> duplicates = FileTallies.duplicates(judged);

    assertThat(duplicates)
        .isEqualTo(
            Map.of(
                new FileTallies.Place("s", "f", PUBLISHED),
                Map.of(Reason.IDENTICAL_DUPLICATE, 2L)));
  }
}
