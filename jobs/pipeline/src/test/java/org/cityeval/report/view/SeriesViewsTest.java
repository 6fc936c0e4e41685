package org.cityeval.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.assembly.CountFlag;
import org.cityeval.report.data.ReportData;
import org.cityeval.report.data.SampleReport;
import org.cityeval.series.Quantity;
import org.junit.jupiter.api.Test;

class SeriesViewsTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 3, 1);

  @Test
  void setsADistrictBesideItsCityPer100000() {
    Map<String, PageModel.SeriesView> views =
        views(days("a", 14, 55.175, 1412.4), days("city", 14, 12.5, 2000));

    assertThat(views.get("a").rows().get(0).head()).isEqualTo("7 Mar 2020");
    assertThat(views.get("a").rows().get(0).cells().get(0)).isEqualTo("55.2; city 12.5");
    assertThat(views.get("city").rows().get(0).cells().get(0)).isEqualTo("12.5");
    assertThat(views.get("a").daily())
        .containsKey("incidence")
        .doesNotContainKey("new_cases_smoothed");
    assertThat(views.get("a").finding())
        .startsWith(
            "In a cases peaked on 1 Mar 2020 at a 7-day mean of 1,412 a day, 55.2 per 100,000"
                + " residents");
  }

  @Test
  void saysSoWhereResidentsAreNotKnown() {
    PageModel.SeriesView view = views(days("a", 7, Double.NaN, 3)).get("a");

    assertThat(view.rows().get(0).cells().get(0)).isEqualTo("3 cases, residents unknown");
    assertThat(view.daily()).containsKey("new_cases_smoothed");
  }

  @Test
  void aDayThatTheCityLacksIsNotObserved() {
    assertThat(views(days("a", 14, 1, 2), days("city", 7, 3, 4)).get("a").rows().get(1).cells())
        .startsWith("1; city not observed");
  }

  @Test
  void aFlaggedDayIsLabelledInWords() {
    assertThat(views(days("city", 7, 3, 4)).get("city").flags())
        .containsExactly(
            new PageModel.FlaggedDay(
                FIRST.plusDays(3).toString(),
                "a backlog of other days; left out of rates, waves and classes"));
  }

  private static Map<String, PageModel.SeriesView> views(ReportData.Series... series) {
    return new SeriesViews(new Subjects(SampleReport.data())).of(List.of(series));
  }

  private static ReportData.Series days(String unit, int days, double incidence, double cases) {
    return new ReportData.Series(
        "city",
        unit,
        FIRST,
        Map.of(
            Quantity.INCIDENCE, constant(days, incidence),
            Quantity.NEW_CASES_SMOOTHED, constant(days, cases)),
        new TreeMap<>(Map.of(FIRST.plusDays(3), CountFlag.BACKLOG)));
  }

  private static double[] constant(int days, double value) {
    double[] daily = new double[days];
    Arrays.fill(daily, value);
    return daily;
  }
}
