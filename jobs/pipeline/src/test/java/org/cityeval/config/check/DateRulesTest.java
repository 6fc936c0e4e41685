package org.cityeval.config.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.config.check.RuleFindings.told;
import static org.cityeval.config.check.RuleFindings.tree;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DateRulesTest {
  private static List<String> problems(String yaml) throws JsonProcessingException {
    Findings findings = new Findings("f");
    new DateRules(findings).check(tree(yaml));
    return told(findings);
  }

  private static String span(String first, String last, String more) {
    return "evaluation: {first_day: " + first + ", last_day: " + last + more + "}\n";
  }

  @Test
  void aWindowOfOneDayIsOne() throws JsonProcessingException {
    assertThat(problems(span("2020-03-01", "2020-03-01", ""))).isEmpty();
  }

  @Test
  void aWindowThatEndsBeforeItBeginsIsTold() throws JsonProcessingException {
    assertThat(
            problems(
                span("2020-03-01", "2020-02-29", "")
                    + "baselines: {b: {first_day: 2020-02-02, last_day: 2020-02-01}}"))
        .containsExactlyInAnyOrder(
            "evaluation.last_day: last_day 2020-02-29 lies before first_day 2020-03-01",
            "baselines.b.last_day: last_day 2020-02-01 lies before first_day 2020-02-02");
  }

  /** 2020 to 2029 are 3,653 days, three of the years with a leap day. */
  @Test
  void aSpanOfTenYearsIsTheLongest() throws JsonProcessingException {
    assertThat(problems(span("2020-01-01", "2029-12-31", ""))).isEmpty();
    assertThat(problems(span("2020-01-01", "2030-01-01", "")))
        .containsExactly("evaluation.last_day: the span has 3654 days");
  }

  @Test
  void aPeriodLiesWithinTheSpanBothEndsIncluded() throws JsonProcessingException {
    String periods =
        ", periods: {all: {first_day: 2020-03-01, last_day: 2020-03-31},"
            + " out: {first_day: 2020-02-29, last_day: 2020-04-01}}";

    assertThat(problems(span("2020-03-01", "2020-03-31", periods)))
        .containsExactlyInAnyOrder(
            "evaluation.periods.out.first_day: 2020-02-29 lies outside the span",
            "evaluation.periods.out.last_day: 2020-04-01 lies outside the span");
  }

  @Test
  void aHolidayMayLieBeyondTheSpanButNotEndBeforeItBegins() throws JsonProcessingException {
    String holidays =
        ", holidays: {before: {first_day: 2019-12-25, last_day: 2019-12-26},"
            + " turned: {first_day: 2020-03-05, last_day: 2020-03-04}}";

    assertThat(problems(span("2020-03-01", "2020-03-31", holidays)))
        .containsExactly(
            "evaluation.holidays.turned.last_day: last_day 2020-03-04 lies before first_day"
                + " 2020-03-05");
  }

  @Test
  void whatIsNoDayOrIsLackingIsLeftToTheSchema() throws JsonProcessingException {
    assertThat(problems(span("2020-02-30", "soon", ", periods: {p: {first_day: 5}}"))).isEmpty();
    assertThat(problems("{}")).isEmpty();
  }
}
