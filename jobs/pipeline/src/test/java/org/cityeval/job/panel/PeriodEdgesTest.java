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

/**
 * A span that begins 26 days into the lake, and a period that begins a day later. By hand, for
 * district A of 100,000 residents: its last case was on 03-24, so it was at risk (level 3 or more)
 * until 03-26, known the day after, and blue from 03-27. Seven indices of mobility up to 03-27 are
 * 50 six times and 100; 64, 71 and 547/7 are the means of the next three days, then it is above 80.
 */
@ExtendWith(SparkExtension.class)
class PeriodEdgesTest {
  @TempDir private static Path folder;
  private static TinyLake lake;

  @BeforeAll
  static void runs() {
    lake =
        TinyLake.in(folder)
            .configure("first_day: 2020-03-01", "first_day: 2020-03-27")
            .configure(
                "evaluation:\n",
                """
                evaluation:
                  periods: {end: {title: End, first_day: 2020-03-28, last_day: 2020-04-09}}
                """);
    Cli.Answer answer = lake.run("run");
    assertThat(answer.exit()).as(answer.err()).isZero();
  }

  @Test
  void theRiskOfTheDayBeforeIsKnownOnTheFirstDay() {
    // Restricted on four days of the span, of which the first was at risk: 1 / 4. On the three of
    // the period none was. What was not needed is .36 + .29 + 153/700 of each resident's day.
    assertThat(
            lake.sql(
                    "select indicator_id, period_id, round(value, 6), n, coverage"
                        + " from current.indicator_value where district_id = 'A'"
                        + " and indicator_id in ('P1', 'P7') and period_id in ('span', 'end')"
                        + " order by 1, 2")
                .rows())
        .containsExactly(
            "P1,end,,13,1", "P1,span,0.25,14,1", "P7,end,,13,1", "P7,span,86857.142857,14,1");
  }

  @Test
  void whatIsPublishedIsTheSpanAndWhatLiesBeforeItIsKeptForLags() {
    assertThat(
            lake.sql(
                    "select 'gold', min(date), max(date), count(*) from gold.district_day"
                        + " where district_id = 'A' union all"
                        + " select 'silver', min(date), max(date), count(*)"
                        + " from silver.district_day where district_id = 'A'")
                .rows())
        // The response looks 14 days before an outbreak, and at 14 days of the level before.
        .containsExactlyInAnyOrder(
            "gold,2020-03-27,2020-04-09,14", "silver,2020-02-28,2020-04-09,42");
  }

  @Test
  void aLagLongerThanThePanelKeepsIsNotCutInSilence() {
    Cli.Answer answer = lake.run("evaluate", "--set", "indicators.restriction.lag_days=40");

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).contains("2020-02-16").contains("2020-02-28").contains("panel");
  }

  @Test
  void anExplanationShowsTheDayBefore() {
    assertThat(
            Cli.plain().run("explain", "P1", "A", "--warehouse", lake.warehouse().toString()).out())
        .contains("2020-03-26");
  }
}
