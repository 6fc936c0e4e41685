package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a run that ends well went on without. */
@ExtendWith(SparkExtension.class)
class LossesTest {
  @TempDir private Path folder;

  private static List<String> told(String what, Cli.Answer answer) {
    assertThat(answer.exit()).as(answer.err()).isZero();
    return answer.err().lines().filter(line -> line.startsWith(what + "  ")).toList();
  }

  @Test
  void theLastLinesNameTheSourcesAndTheDistrictsThatLostMost() {
    TinyLake lake = TinyLake.in(folder);
    // Of 120 records each: three of Birch and one of Alder, and one that names no district.
    for (int day = 1; day <= 3; day++) {
      lake.change("cases.csv", "2020-03-0" + day + ",B,", "2020-03-0" + day + ",B,x");
    }
    lake.change("cases.csv", "2020-03-01,A,4", "2020-03-01,A,-4");
    lake.change("enterprises.csv", "2020-03-01,C,", "2020-03-01,Q,");

    Cli.Answer answer = lake.run("run");

    assertThat(told("Refused", answer))
        .containsExactly(
            "Refused  4 of 120 records of tiny/cases (3.3 %), most of Birch (B) 3, Alder (A) 1;"
                + " 3 of them unparsable_number, such as at cases.csv:42 new_cases: The value is"
                + " not a number: x0, in {\"day\":\"2020-03-01\",\"district\":\"B\",\"new_cases\":\"x0\"}",
            "Refused  1 of 120 records of tiny/enterprises (0.8 %); 1 of them unknown_district, such"
                + " as at enterprises.csv:82 enterprise_output_change: The district is not on the"
                + " evaluation's list: Q, in {\"day\":\"2020-03-01\",\"district\":\"Q\",\"output\":\"0\"}");
    // After the last step, where a reader looks.
    assertThat(answer.err().indexOf("report ")).isLessThan(answer.err().indexOf("Refused "));
    // A later run that reads nothing anew still stands on what was refused.
    assertThat(told("Refused", lake.run("ingest"))).isEqualTo(told("Refused", answer));
    assertThat(
            lake.sql("select district_id, count(*) from ops.quarantine group by 1 order by 1")
                .rows())
        .containsExactly(",1", "A,1", "B,3");
  }

  /** A district of a six-hundredth of the residents has no data at all. */
  @Test
  void aSmallDistrictWithoutDataIsToldAndLeavesTheCityItsValues() {
    TinyLake lake = TinyLake.published().copyTo(folder.resolve("lake"));
    String days =
        "select date, new_cases, mobility_change, enterprise_change from gold.district_day"
            + " where level = 'city' order by 1";
    List<String> before = lake.sql(days).rows();
    lake.append("districts.csv", "D,Dogwood,tiny,1000")
        .configure("indicators:\n", "quality: {missing_district: warn}\nindicators:\n");

    assertThat(told("Warned", lake.run("run")))
        .singleElement()
        .asString()
        .contains(" checks (ops.quality_check): ")
        .contains("enterprise_change of district D, 0 of 40 days observed");

    assertThat(lake.sql(days).rows()).isEqualTo(before);
    assertThat(
            lake.sql(
                    "select distinct round(cases_covered_share, 6), round(mobility_covered_share, 6),"
                        + " round(enterprise_covered_share, 6), policy_covered_share"
                        + " from gold.district_day where level = 'city'")
                .rows())
        // 600,000 of 601,000.
        .containsExactly("0.998336,0.998336,0.998336,");
    assertThat(
            lake.sql(
                    "select distinct level, round(get_json_object(parts,"
                        + " '$.covered_population_share'), 6) from gold.indicator_value"
                        + " where indicator_id in ('E1', 'E2', 'E3', 'E4') and period_id = 'span'"
                        + " order by 1")
                .rows())
        .containsExactly("city,0.998336", "district,");
    Cli.Answer explained =
        Cli.plain().run("explain", "E4", "tiny", "--warehouse", lake.warehouse().toString());
    assertThat(explained.out())
        .contains("covered_population_share: 0.998336", "enterprise_covered_share");
    assertThat(lake.sql("select count(*) from gold.coherence").rows()).containsExactly("0");
  }
}
