package org.cityeval.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.table.silver.ServiceRequestTable;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class AlikeRequestsTest {
  private static Row alike(SparkSession spark, String opened, String closed) {
    return AlikeRequests.group(
            spark.sql(
                "select timestamp '%s' as opened, cast(%s as timestamp) as closed,"
                        .formatted(opened, closed)
                    + " timestamp '2020-03-04 09:00' as known_until, 'parks' as agency,"
                    + " cast(null as string) as agencies"))
        .select("agencies", "is_closed", "hours")
        .head();
  }

  @Test
  void anOpenOneWasSeenOpenUntilTheRegisterEnds(SparkSession spark) {
    Row open = alike(spark, "2020-03-03 09:00", "null");

    assertThat(open.<Boolean>getAs("is_closed")).isFalse();
    assertThat(open.<Double>getAs("hours")).isEqualTo(24);
    assertThat(ServiceRequestTable.AGENCIES.of(open)).isEqualTo("parks");
  }

  @Test
  void timesAreToTheNearestMinute(SparkSession spark) {
    assertThat(alike(spark, "2020-03-03 09:00:31", "'2020-03-03 10:30:00'").<Double>getAs("hours"))
        .isEqualTo(89 / 60.0);
    assertThat(alike(spark, "2020-03-03 09:00:29", "'2020-03-03 10:30:00'").<Double>getAs("hours"))
        .isEqualTo(1.5);
  }
}
