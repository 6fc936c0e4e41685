package org.cityeval.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole file that the committed cut is of, where a checkout has it beside it. Expected counts
 * are those that came with the file; the minutes were added up by Python's datetime module.
 */
@Tag("slow")
@ExtendWith(SparkExtension.class)
class WholeNycRequestsTest {
  private static final Path FILE =
      Path.of("../../../shared/data/nyc_events/nyc_311_sample_2018-10.csv.gz");

  @TempDir private Path folder;

  @Test
  void everyRequestIsKept() {
    assumeTrue(Files.exists(FILE));
    NycRequests requests = new NycRequests(folder, FILE);

    // 6,765 requests, and 3 * 120 values of the sources beside them.
    assertThat(requests.equation())
        .isEqualTo(
            "good 7125 + missing 0 + out_of_scope 0 + quarantined 0 + deduplicated 0 = 7125");
    assertThat(
            requests.rows(
                "select count(*), count_if(closed is null), count_if(closed = opened),"
                    + " count_if(district_id is null), min(closed >= opened),"
                    + " sum(unix_seconds(closed) - unix_seconds(opened)) / 60"
                    + " from silver.service_request"))
        .containsExactly("6765,4324,112,46,true,384967");
    assertThat(
            requests.rows(
                "select channel, count(*) from silver.service_request group by 1 order by 1"))
        .containsExactly(",252", "MOBILE,1179", "ONLINE,1560", "OTHER,56", "PHONE,3718");
    assertThat(
            requests.rows(
                "select district_id, count(*) from silver.service_request group by 1 order by 1"))
        .containsExactly(",46", "1,1409", "2,1329", "3,2137", "4,1566", "5,278");
  }
}
