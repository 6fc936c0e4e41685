package org.cityeval.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class FollowUpTest {
  private static final Map<String, ZoneId> ZONES =
      Map.of("c/early", ZoneId.of("America/New_York"), "c/other", ZoneId.of("Asia/Shanghai"));

  /** source_id, as_of, known_until of each record, in the order of their ids. */
  private static List<String> followed(SparkSession spark, String records) {
    return FollowUp.follow(
            spark.sql(
                "select source_id, id, cast(as_of as date) as as_of,"
                    + " cast(opened as timestamp) as opened, cast(closed as timestamp) as closed,"
                    + " reason_code from values "
                    + records
                    + " as t(source_id, id, as_of, opened, closed, reason_code)"),
            ZONES)
        .orderBy("id")
        .selectExpr("concat_ws(' ', id, known_until)")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  @Test
  void aRegisterIsKnownUntilTheLastInstantItTellsOf(SparkSession spark) {
    assertThat(
            followed(
                spark,
                "('c/early', 1, '2018-10-22', '2018-10-21 18:16', '2018-10-22 06:18', ''),"
                    + "('c/early', 2, '2018-10-22', '2018-10-22 05:00', null, ''),"
                    + "('c/other', 3, '2018-10-22', '2018-10-22 07:30', null, '')"))
        .containsExactly("1 2018-10-22 06:18:00", "2 2018-10-22 06:18:00", "3 2018-10-22 07:30:00");
  }

  @Test
  void nothingIsKnownBeyondTheDayOfPublicationWhereTheRegisterIs(SparkSession spark) {
    // Midnight is at 04:00 UTC in New York's summer time, at 16:00 UTC the day before in Shanghai.
    assertThat(
            followed(
                spark,
                "('c/early', 1, '2018-10-22', '2018-10-21 18:16', '2099-01-01 00:00', ''),"
                    + "('c/other', 2, '2018-10-22', '2018-10-22 17:30', null, '')"))
        .containsExactly("1 2018-10-23 04:00:00", "2 2018-10-22 16:00:00");
  }

  @Test
  void whatIsPublishedLaterTellsNothingOfADayBefore(SparkSession spark) {
    assertThat(
            followed(
                spark,
                "('c/early', 1, '2018-10-20', '2018-10-20 10:00', null, ''),"
                    + "('c/early', 2, '2018-10-20', '2018-10-20 12:00', null, 'superseded'),"
                    + "('c/early', 3, '2018-10-21', '2018-10-20 12:00', '2018-10-20 15:00', ''),"
                    + "('c/early', 4, '2018-10-22', '2018-10-19 12:00', null, '')"))
        .containsExactly(
            "1 2018-10-20 12:00:00",
            "2 2018-10-20 12:00:00",
            "3 2018-10-20 15:00:00",
            "4 2018-10-20 15:00:00");
  }

  @Test
  void recordsThatContradictEachOtherAreNotBelieved(SparkSession spark) {
    assertThat(
            followed(
                spark,
                "('c/early', 1, '2018-10-20', '2018-10-20 10:00', null, ''),"
                    + "('c/early', 2, '2018-10-20', '2018-10-20 12:00', null,"
                    + " 'conflicting_duplicate')"))
        .containsExactly("1 2018-10-20 10:00:00", "2 2018-10-20 10:00:00");
  }
}
