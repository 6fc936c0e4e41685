package org.cityeval.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.cityeval.problem.UserProblem;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class RequestResolutionTest {
  private static final String REGISTER =
      """
      requests:
        hotline:
          path: hotline.csv
          request_id: id
          opened: opened
          assigned: assigned
          closed: closed
          agency: agency
          level: level
          channel: channel
          agencies: agencies
          hand_offs: handed
          district: district
          where: id is not null
          as_of: to_date(told)
          time_zone: Asia/Shanghai
          kept_columns: [id]
      panel:
      """;

  @TempDir private Path folder;

  private TinyLake lake(String part, String instead) {
    return TinyLake.in(folder)
        .write(
            "hotline.csv",
            """
            id,opened,assigned,closed,agency,level,channel,agencies,handed,district,told
            1,2020-03-01T08:00,,,street,1,app,street,0,A,2020-03-02
            """)
        .configure("panel:\n", REGISTER)
        .configure(part, instead);
  }

  @Test
  void aRegisterWhoseNamesAllStandIsSilent(SparkSession spark) {
    assertThat(FoundProblems.ofColumns(spark, lake("level: level", "level: LEVEL"))).isEmpty();
  }

  @Test
  void eachFieldIsLookedForUnderItsKey(SparkSession spark) {
    TinyLake lake =
        lake("request_id: id", "request_id: a")
            .configure("opened: opened", "opened: b")
            .configure("assigned: assigned", "assigned: c")
            .configure("closed: closed", "closed: d")
            .configure("agency: agency", "agency: e")
            .configure("level: level", "level: f")
            .configure("channel: channel", "channel: g")
            .configure("agencies: agencies", "agencies: h")
            .configure("handed\n    district: district", "i\n    district: j")
            .configure("id is not null", "k > 1")
            .configure("to_date(told)", "to_date(l)")
            .configure("[id]", "[id, m]");

    assertThat(FoundProblems.ofColumns(spark, lake))
        .extracting(UserProblem::problem)
        .containsExactly(
            "requests.hotline.request_id: no column a.",
            "requests.hotline.opened: no column b.",
            "requests.hotline.assigned: no column c.",
            "requests.hotline.closed: no column d.",
            "requests.hotline.agency: no column e.",
            "requests.hotline.level: no column f.",
            "requests.hotline.channel: no column g.",
            "requests.hotline.agencies: no column h.",
            "requests.hotline.hand_offs: no column i.",
            "requests.hotline.district: no column j.",
            "requests.hotline.where: no column k.",
            "requests.hotline.kept_columns: no column m.",
            "requests.hotline.as_of: no column l.");
  }

  @Test
  void whatAFieldTakesIsAsked(SparkSession spark) {
    TinyLake lake =
        lake("hand_offs: handed", "hand_offs: id = '1'")
            .configure("where: id is not null", "where: id")
            .configure("opened: opened", "opened: id = '1'")
            .configure("to_date(told)", "id = '1'");

    assertThat(FoundProblems.ofColumns(spark, lake))
        .extracting(UserProblem::problem, UserProblem::why)
        .containsExactly(
            tuple(
                "requests.hotline.opened: 'id = '1'' is not allowed here.",
                "It gives BOOLEAN; the key takes a DATE, a TIMESTAMP or text such as 2020-03-01."),
            tuple(
                "requests.hotline.hand_offs: 'id = '1'' is not allowed here.",
                "It gives BOOLEAN; the key takes a number, or text of one."),
            tuple(
                "requests.hotline.where: 'id' is not allowed here.",
                "It gives STRING; the key takes true or false."),
            tuple(
                "requests.hotline.as_of: 'id = '1'' is not allowed here.",
                "It gives BOOLEAN; the key takes a DATE, a TIMESTAMP or text such as 2020-03-01."));
  }

  /** to_timestamp takes text for an instant of the session, which runs in UTC. */
  @Test
  void localTimesThatWouldBeTakenForUtcAreRefused(SparkSession spark) {
    TinyLake lake = lake("closed: closed", "closed: to_timestamp(closed)");

    assertThat(FoundProblems.ofColumns(spark, lake))
        .extracting(UserProblem::problem)
        .containsExactly(
            "requests.hotline.closed: 'to_timestamp(closed)' reads text as UTC, not as"
                + " Asia/Shanghai.");
    lake.configure("to_timestamp(closed)", "to_timestamp_ntz(closed)");
    assertThat(FoundProblems.ofColumns(spark, lake)).isEmpty();
  }

  @Test
  void anAbsentRegisterIsToldOnce(SparkSession spark) {
    TinyLake lake = lake("level: level", "level: level").remove("hotline.csv");

    assertThat(FoundProblems.ofColumns(spark, lake))
        .extracting(UserProblem::exitCode)
        .containsExactly(4);
  }
}
