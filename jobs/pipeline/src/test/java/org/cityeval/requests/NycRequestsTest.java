package org.cityeval.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The committed cut; expected values were counted by Python's csv and datetime modules. */
@ExtendWith(SparkExtension.class)
class NycRequestsTest {
  private static final Path SAMPLE =
      Path.of("../../data-samples/nyc-events/service_requests_2018-10.csv.gz");

  @TempDir private static Path folder;
  private static NycRequests requests;

  @BeforeAll
  static void ingest() {
    requests = new NycRequests(folder, SAMPLE);
  }

  @Test
  void everyRequestIsKept() {
    // 300 requests, and 3 * 120 values of the sources beside them.
    assertThat(requests.equation())
        .isEqualTo("good 660 + missing 0 + out_of_scope 0 + quarantined 0 + deduplicated 0 = 660");
    assertThat(
            requests.rows(
                "select district_id, count(*) from silver.service_request group by 1 order by 1"))
        .containsExactly(",46", "1,64", "2,56", "3,73", "4,53", "5,8");
  }

  @Test
  void openOnesAndThoseClosedAtOnceAreRequests() {
    assertThat(
            requests.rows(
                "select count_if(closed is null), count_if(closed = opened),"
                    + " sum(unix_seconds(closed) - unix_seconds(opened)) / 60,"
                    + " count_if(channel is null), count_if(agency = 'HPD')"
                    + " from silver.service_request"))
        .containsExactly("170,41,14544,42,85");
  }

  @Test
  void timesAreThoseOfNewYork() {
    assertThat(
            requests.rows(
                "select date, opened, closed, agency, channel, as_of from silver.service_request"
                    + " where request_id = '40615649'"))
        .containsExactly(
            "2018-10-21,2018-10-21T18:16:00Z,2018-10-22T04:59:00Z,DHS,MOBILE,2018-10-22");
    assertThat(
            requests.rows(
                "select date, count(*) from silver.service_request group by 1 order by 1"))
        .containsExactly("2018-10-21,291", "2018-10-22,9");
  }
}
