package org.cityeval.job.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A weekly source beside daily ones, two publications of one measure, a normal too far back. */
@ExtendWith(SparkExtension.class)
class UnevenSourcesTest {
  @TempDir private static Path folder;
  private static TinyLake lake;

  @BeforeAll
  static void makesThePanel() {
    lake =
        TinyLake.in(folder)
            .write(
                "cases_before.csv",
                """
                day,district,new_cases,published
                2020-02-28,A,3,2020-04-08
                2020-03-01,A,4,2020-04-08
                2020-03-11,A,50,2020-04-08
                2020-03-12,A,999,2020-04-10
                """)
            .write("enterprises.csv", weeks())
            .configure("kind: percent_change}", "kind: percent_change, every: week}")
            .configure("kind: index}", "kind: level, baseline: last_year}")
            .configure(
                "sources:\n",
                """
                sources:
                  cases_before:
                    path: cases_before.csv
                    shape: long
                    date: day
                    district: district
                    as_of: to_date(published)
                    measures: {new_cases: {value: new_cases, kind: daily_count}}
                """)
            .configure(
                "panel:\n",
                """
                baselines:
                  last_year: {method: same_period_last_year, align: spring_festival}
                quality: {maximum_quarantined_share: 0.5, missing_district: warn}
                panel:
                """);
    for (String step : new String[] {"ingest", "panel"}) {
      Cli.Answer answer = lake.run(step);
      assertThat(answer.exit()).as(answer.err()).isZero();
    }
  }

  /** Weeks that end on Saturdays; the last one ends two days after the span. */
  private static String weeks() {
    StringBuilder text = new StringBuilder("day,district,output\n");
    String[] saturdays = {
      "2020-03-07", "2020-03-14", "2020-03-21", "2020-03-28", "2020-04-04", "2020-04-11"
    };
    for (int week = 0; week < saturdays.length; week++) {
      for (String district : TinyLake.DISTRICTS) {
        text.append(saturdays[week] + "," + district + "," + -10 * (week + 1) + "\n");
      }
    }
    return text.toString();
  }

  @Test
  void aWeekHoldsOnItsDaysAndIsNotSmoothedAgain() {
    assertThat(
            lake.sql(
                    "select date, enterprise_output_change, enterprise_smoothed"
                        + " from gold.district_day where district_id = 'A' and date in"
                        + " ('2020-03-01', '2020-03-07', '2020-03-08', '2020-04-05', '2020-04-09')"
                        + " order by date")
                .rows())
        .containsExactly(
            "2020-03-01,-0.1,-0.1",
            "2020-03-07,-0.1,-0.1",
            "2020-03-08,-0.2,-0.2",
            "2020-04-05,-0.6,-0.6",
            "2020-04-09,-0.6,-0.6");
    assertThat(
            lake.sql(
                    "select distinct flags from silver.observation"
                        + " where measure = 'enterprise_output_change'")
                .rows())
        .containsExactly("weekly");
  }

  @Test
  void aDaySaysWhichOfItsValuesAreAWeeksAndWhichHaveNoNormal() {
    assertThat(
            lake.sql(
                    "select level, concat_ws(' ', collect_set(measure_flags)),"
                        + " count(mobility_distance_change) from gold.district_day"
                        + " group by level order by level")
                .out())
        .contains("city,enterprise_output_change:weekly,0")
        .contains(
            "district,\"mobility_distance_change:no_normal,enterprise_output_change:weekly\",0");
    assertThat(
            lake.sql(
                    "select observed from ops.quality_check"
                        + " where check = 'mobility_change of district A'")
                .rows())
        .containsExactly("0 of 40 days observed; on 40 the baseline has no normal (too far back)");
  }

  @Test
  void theNewestPublicationCountsAndTwoOfOneDayThatDifferAreRefused() {
    assertThat(
            lake.sql(
                    "select date, new_cases from gold.district_day where district_id = 'A'"
                        + " and date between '2020-03-11' and '2020-03-12' order by date")
                .rows())
        .containsExactly("2020-03-11,60", "2020-03-12,");
    assertThat(
            lake.sql("select source_id, reason_code from ops.quarantine order by source_id").rows())
        .containsExactly(
            "tiny/cases,conflicting_duplicate", "tiny/cases_before,conflicting_duplicate");
  }

  @Test
  void aDiffTellsWhatBecameOfEachValue() {
    // Of A's three values 03-01 stands, 03-11 went from 50 to 60 and 02-28 is not said again; of
    // the
    // 120 in the later file one was refused.
    Cli.Answer counts = lake.run("diff", "--format", "csv", "2020-04-08", "2020-04-10");
    assertThat(counts.exit()).as(counts.err()).isZero();
    assertThat(counts.rows())
        .contains("new_cases,tiny/cases tiny/cases_before,3,120,2,1,1,117,1,10,10,1,1,1");

    Cli.Answer both = lake.run("diff", "2020-04-08", "2020-04-10", "--more-than", "5");
    // One revision, by 10.
    assertThat(both.out())
        .containsPattern("largest +median +more +days")
        .contains("new_cases  A         2020-03-11  50  60");
    Cli.Answer json =
        lake.run("diff", "2020-04-08", "2020-04-10", "--show", "changes", "--format", "json");
    assertThat(json.out())
        .contains(
            "\"district_id\":\"A\",\"date\":\"2020-03-11\",\"value_a\":50.0,\"value_b\":60.0");
    assertThat(lake.run("diff", "2020-04-07", "2020-04-10").err())
        .contains("There is no vintage 2020-04-07 of tiny.")
        .contains("2020-04-08, 2020-04-10");
  }
}
