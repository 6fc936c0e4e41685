package org.cityeval.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.lake.RequestConfig;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.ingest.DistrictKeys;
import org.cityeval.ingest.Reason;
import org.cityeval.lake.LakeSource;
import org.cityeval.place.DistrictList;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Times without a zone are of Shanghai, eight hours before UTC. */
@ExtendWith(SparkExtension.class)
class RequestRecordsTest {
  private static final String HEADING = "id,opened,closed,agencies,handed,district,kind\n";
  private static final String REGISTER =
      """
      requests:
        hotline:
          path: hotline.csv
          request_id: id
          opened: opened
          closed: closed
          agencies: agencies
          hand_offs: handed
          district: district
          where: kind is distinct from 'test'
          missing: [NA]
          as_of: 2020-04-10
          time_zone: Asia/Shanghai
      panel:
      """;

  @TempDir private Path folder;

  private final SparkSession spark;

  RequestRecordsTest(SparkSession spark) {
    this.spark = spark;
  }

  private TinyLake lake(String lines) {
    return TinyLake.in(folder)
        .write("hotline.csv", HEADING + lines)
        .configure("panel:\n", REGISTER);
  }

  private List<String> records(TinyLake lake, String... columns) {
    EvaluationConfig config = ConfigLoader.load(lake.config(), Map.of(), List.of());
    RequestConfig register = config.requests().get("hotline");
    return new RequestRecords(
            "tiny/hotline",
            register,
            new DistrictKeys(spark, config, DistrictList.read(spark, config.districts())))
            .judge(LakeSource.read(spark, "requests.hotline", register.location()))
            .selectExpr(columns)
            .collectAsList()
            .stream()
            .map(row -> row.mkString("|"))
            .toList();
  }

  private List<String> reasons(String lines) {
    return records(lake(lines), "reason_code", "reason");
  }

  @Test
  void timesAreOfTheZoneThatIsDeclaredAndTheDayIsThatOfTheZone() {
    assertThat(
            records(
                lake("7,2020-03-02T01:30,2020-03-02T09:00,street,2,A,\n"),
                "position",
                "request_id",
                "string(opened)",
                "string(closed)",
                "date",
                "as_of",
                "district_id",
                "hand_offs",
                "reason_code",
                "record"))
        .containsExactly(
            "hotline.csv:2|7|2020-03-01 17:30:00|2020-03-02 01:00:00|2020-03-02|2020-04-10|A|2"
                + "|none|null");
  }

  @Test
  void eachFaultHasItsReasonAndSaysWhatWasFound() {
    assertThat(
            reasons(
                """
                1,2020-03-02T08:00,,,0,A,test
                ,2020-03-02T08:00,,,0,A,
                3,2020-03-02T08:00,,,0,Z,
                4,2.3.2020,,,0,A,
                5,2020-03-02T08:00,soon,,0,A,
                6,0001-01-01T08:00,,,0,A,
                7,2020-03-02T08:00,2020-03-02T07:59,,0,A,
                8,,,,0,A,
                9,2020-03-02T08:00,,,two,A,
                10,2020-03-02T08:00,,,1.5,A,
                11,2020-03-02T08:00,,,-1,A,
                12,2020-03-02T08:00,,,3000000000,A,
                """))
        .containsExactly(
            "filtered|null",
            "no_id|" + Reason.NO_ID.sentence(),
            "unknown_district|" + Reason.UNKNOWN_DISTRICT.sentence() + ": Z",
            "unparsable_date|" + Reason.UNPARSABLE_DATE.sentence() + ": opened 2.3.2020",
            "unparsable_date|" + Reason.UNPARSABLE_DATE.sentence() + ": closed soon",
            "implausible_date|" + Reason.IMPLAUSIBLE_DATE.sentence() + ": opened 0001-01-01T08:00",
            "closed_before_opened|"
                + Reason.CLOSED_BEFORE_OPENED.sentence()
                + ": opened 2020-03-02 00:00:00, closed 2020-03-01 23:59:00 UTC",
            "no_value|null",
            "unparsable_number|" + Reason.UNPARSABLE_NUMBER.sentence() + ": hand_offs two",
            "unparsable_number|" + Reason.UNPARSABLE_NUMBER.sentence() + ": hand_offs 1.5",
            "negative_count|" + Reason.NEGATIVE_COUNT.sentence() + ": hand_offs -1",
            "out_of_range|" + Reason.OUT_OF_RANGE.sentence() + ": hand_offs 3000000000");
  }

  /** A blank line, and marks, say nothing; a request need not have a district. */
  @Test
  void whatIsMissingIsNoFault() {
    assertThat(reasons(",,,,,,\n1,2020-03-02T08:00,NA,NA,NA,NA,\n"))
        .containsExactly("no_value|null", "none|null");
    assertThat(
            records(
                lake("1,2020-03-02T08:00,NA,NA,NA,NA,\n"),
                "district_id",
                "closed",
                "agencies",
                "hand_offs"))
        .containsExactly("null|null|null|null");
  }

  /** From street to health to city are two. */
  @Test
  void withoutACountOfHandOffsTheStepsOfThePathAreCounted() {
    TinyLake lake =
        lake("1,2020-03-02T08:00,,street>health>city,9,A,\n")
            .configure("    hand_offs: handed\n", "");

    assertThat(records(lake, "hand_offs")).containsExactly("2");
    lake.configure("    agencies: agencies\n", "");
    assertThat(records(lake, "hand_offs")).containsExactly("null");
  }
}
