package org.cityeval.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.cityeval.testing.Cli;
import org.cityeval.testing.TinyLake;

/** Requests to New York's 311, read into a small lake whose districts are the boroughs too. */
final class NycRequests {
  private static final String CONFIG =
      """
      requests:
        three_one_one:
          path: %s
          request_id: "`Unique Key`"
          opened: to_timestamp_ntz(`Created Date`, 'M/d/yy H:mm')
          closed: to_timestamp_ntz(`Closed Date`, 'M/d/yy H:mm')
          agency: Agency
          channel: nullif(`Open Data Channel Type`, 'UNKNOWN')
          district: Borough
          crosswalk: boroughs
          missing: [Unspecified]
          time_zone: America/New_York
      crosswalks:
        boroughs: {path: boroughs.csv, spelling: name, district_id: id}
      panel:
      """;
  private static final String BOROUGHS =
      """
      1,Manhattan,nyc,1628706
      2,Bronx,nyc,1418207
      3,Brooklyn,nyc,2559903
      4,Queens,nyc,2253858
      5,Staten Island,nyc,476143
      """;

  private final TinyLake lake;

  /** Ingests a file of requests. */
  NycRequests(Path folder, Path file) {
    lake = TinyLake.in(folder);
    lake.write("boroughs.csv", "id,name,city,residents\n" + BOROUGHS);
    lake.write("districts.csv", lake.text("districts.csv") + BOROUGHS);
    lake.configure("panel:\n", CONFIG.formatted(file.toAbsolutePath().normalize()));
    for (String command : new String[] {"check", "ingest"}) {
      Cli.Answer answer = command.equals("check") ? check() : lake.run(command);
      assertThat(answer.exit()).as(answer.err()).isZero();
    }
  }

  private Cli.Answer check() {
    return Cli.plain().run("check", "--config", lake.config().toString());
  }

  /** Rows of an answer. */
  List<String> rows(String statement) {
    return lake.sql(statement).rows();
  }

  /** What became of the records of requests, by reason, and of all records. */
  String equation() {
    return rows("select observed from ops.quality_check where check = 'record equation'").get(0);
  }
}
