package org.cityeval.report.data;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Invented rows of dim_indicator, of every dimension and direction the page tells apart. */
public final class SampleIndicators {
  static final String PERSON_DAYS = "person-days";

  private SampleIndicators() {}

  public static List<ReportData.Indicator> all() {
    return List.of(
        indicator("E1", "Response lag", "响应滞后", "efficiency", "d", both("lower")),
        indicator("E2", "Time to control", "控制用时", "efficiency", "d", both("lower")),
        indicator("E4", "Resumption loss area", "复工损失面积", "efficiency", "%·d", both("lower")),
        indicator("E5", "Time to 90 % recovery", "复工恢复用时", "efficiency", "d", ofDistricts("lower")),
        indicator("P1", "Targeting precision", "精准率", "precision", "1", both("higher")),
        indicator("P2", "Targeting coverage", "覆盖率", "precision", "1", both("higher")),
        indicator("P3", "Discrimination", "区分度", "precision", "1", ofDistricts("higher")),
        indicator("D1", "Differentiation", "分区差异度", "decentralisation", "1", both("context")),
        indicator(
            "D3", "Local closure share", "基层办结率", "decentralisation", "1", ofDistricts("higher")),
        indicator(
            "V1",
            "Recovery inequality",
            "复苏不平等",
            "public_value",
            "Theil T, nat",
            Map.of("city", "lower", "district", "context")),
        indicator("V2", "Worst-off gap", "最弱区差距", "public_value", "pp", both("lower")),
        indicator("P7", "Unneeded restriction", "过度限制人日", "precision", PERSON_DAYS, both("lower")));
  }

  private static Map<String, String> both(String better) {
    return Map.of("city", better, "district", better);
  }

  private static Map<String, String> ofDistricts(String better) {
    return Map.of("district", better);
  }

  private static ReportData.Indicator indicator(
      String id,
      String title,
      String zh,
      String dimension,
      String unit,
      Map<String, String> better) {
    return new ReportData.Indicator(
        id,
        title.toLowerCase(Locale.ROOT).replace(' ', '_'),
        title,
        zh,
        dimension,
        unit,
        new TreeMap<>(better),
        unit.equals(PERSON_DAYS),
        "new_cases,mobility_smoothed",
        "A definition of " + title + " in words.",
        "x / (x + y)",
        "Day-block bootstrap.",
        "Author (2020)",
        1);
  }
}
