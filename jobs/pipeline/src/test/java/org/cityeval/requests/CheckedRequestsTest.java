package org.cityeval.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check} says of the expressions of requests, against the columns that are there. */
@ExtendWith(SparkExtension.class)
class CheckedRequestsTest {
  private static final String BROKEN =
      """
      requests:
        hotline:
          path: hotline.csv
          request_id: idd
          opened: to_timestamp(opened, 'd.M.yyyy H:mm')
          assigned: assigned
          closed: to_timestamp_ntz(closed, 'd.M.yyyy H:mm')
          agency: nosuchfunction(agency)
          hand_offs: handoffs
          district: district
          where: chanel <> 'test'
          as_of: to_date(publishd)
          time_zone: Asia/Shanghai
          kept_columns: [id, agncy]
        walk_in:
          path: walk_in.csv
          request_id: id
          opened: opened
          district: district
      panel:
      """;

  @TempDir private Path folder;

  @Test
  void everyProblemIsToldAtOnce() {
    TinyLake lake =
        TinyLake.in(folder)
            .write(
                "hotline.csv",
                "id,opened,assigned,closed,agency,channel,hand_offs,district,published\n")
            .configure("panel:\n", BROKEN);

    Cli.Answer answer = Cli.plain().run("check", "--config", lake.config().toString());

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err())
        .contains(
            "8 problems",
            "requests.hotline.request_id: no column idd",
            "Did you mean id?",
            "requests.hotline.opened: 'to_timestamp(opened, 'd.M.yyyy H:mm')' reads text as UTC,"
                + " not as Asia/Shanghai.",
            "Write to_timestamp_ntz for local times",
            "requests.hotline.agency: 'nosuchfunction(agency)' is not allowed here.",
            "There is no function nosuchfunction.",
            "requests.hotline.hand_offs: no column handoffs.",
            "requests.hotline.where: no column chanel.",
            "requests.hotline.as_of: no column publishd.",
            "requests.hotline.kept_columns: no column agncy.",
            "Did you mean agency?",
            "requests.walk_in: no file at")
        .doesNotContain("requests.hotline.assigned", "requests.hotline.closed");
  }
}
