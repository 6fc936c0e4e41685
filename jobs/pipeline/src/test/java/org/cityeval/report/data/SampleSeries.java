package org.cityeval.report.data;

import static org.cityeval.report.data.SampleReport.DAYS;
import static org.cityeval.report.data.SampleReport.FIRST;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.series.Quantity;

/** Invented days: two waves of cases, mobility and activity that fall with them, and a gap. */
public final class SampleSeries {
  private SampleSeries() {}

  public static ReportData.Series of(String city, String unit, double scale, double shift) {
    Map<Quantity, double[]> daily = new LinkedHashMap<>();
    ReportTables.DAILY.forEach(quantity -> daily.put(quantity, new double[DAYS]));
    for (int day = 0; day < DAYS; day++) {
      double cases = scale * (bump(day, 48 + shift, 13, 30) + bump(day, 180 + shift, 16, 22)) + 0.2;
      double rt =
          Math.max(0.3, 1 + 0.9 * Math.sin((day - 10 - shift) / 21.0) * Math.exp(-day / 300.0));
      double still = -0.1 - 0.5 * bump(day, 50 + shift, 22, 1) - 0.25 * bump(day, 185, 20, 1);
      double width = 0.08 + 0.9 / Math.sqrt(1 + cases * 3);
      boolean gap = day > 118 && day < 126;
      boolean few = cases < 1.6;
      daily.get(Quantity.NEW_CASES_SMOOTHED)[day] = cases;
      daily.get(Quantity.INCIDENCE)[day] = cases / 2;
      daily.get(Quantity.NEW_CASES)[day] = Math.round(cases * (day % 7 == 0 ? 0.4 : 1.1));
      daily.get(Quantity.POLICY_GRADE)[day] = day < 20 ? 0 : day < 110 ? 4 : 2;
      daily.get(Quantity.RT_MEAN)[day] = few ? Double.NaN : rt;
      daily.get(Quantity.RT_LOW)[day] = few ? Double.NaN : Math.max(0.05, rt - width);
      daily.get(Quantity.RT_HIGH)[day] = few ? Double.NaN : rt + width;
      daily.get(Quantity.RISK_LEVEL)[day] = Math.min(5, 1 + Math.floor(cases / scale / 6));
      daily.get(Quantity.MOBILITY_SMOOTHED)[day] =
          gap ? Double.NaN : still + 0.02 * Math.sin(day / 3.0 + shift);
      daily.get(Quantity.ENTERPRISE_SMOOTHED)[day] =
          unit.equals("riverton-5") ? Double.NaN : 0.7 * still + 0.03;
    }
    return new ReportData.Series(city, unit, FIRST, daily, new TreeMap<>());
  }

  private static double bump(int day, double at, double width, double height) {
    return height * Math.exp(-Math.pow((day - at) / width, 2) / 2);
  }
}
