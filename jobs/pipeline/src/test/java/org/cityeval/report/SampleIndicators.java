package org.cityeval.report;

import java.util.List;

/** Invented rows of dim_indicator, of every dimension and direction the page tells apart. */
final class SampleIndicators {
  private SampleIndicators() {}

  static List<ReportData.Indicator> all() {
    return List.of(
        indicator("E1", "Response lag", "响应滞后", "efficiency", "d", "lower", "district,city"),
        indicator("E2", "Time to control", "控制用时", "efficiency", "d", "lower", "district,city"),
        indicator(
            "E4", "Resumption loss area", "复工损失面积", "efficiency", "%·d", "lower", "district,city"),
        indicator("E5", "Time to 90 % recovery", "复工恢复用时", "efficiency", "d", "lower", "district"),
        indicator("P1", "Targeting precision", "精准率", "precision", "1", "higher", "district,city"),
        indicator("P2", "Targeting coverage", "覆盖率", "precision", "1", "higher", "district,city"),
        indicator("P3", "Discrimination", "区分度", "precision", "1", "higher", "district"),
        indicator(
            "D1", "Differentiation", "分区差异度", "decentralisation", "1", "context", "district,city"),
        indicator(
            "D3", "Local closure share", "基层办结率", "decentralisation", "1", "higher", "district"),
        indicator(
            "V1",
            "Recovery inequality",
            "复苏不平等",
            "public_value",
            "Theil T, nat",
            "lower",
            "district,city"),
        indicator("V2", "Worst-off gap", "最弱区差距", "public_value", "pp", "lower", "district,city"));
  }

  private static ReportData.Indicator indicator(
      String id,
      String title,
      String zh,
      String dimension,
      String unit,
      String better,
      String levels) {
    return new ReportData.Indicator(
        id,
        title.toLowerCase(java.util.Locale.ROOT).replace(' ', '_'),
        title,
        zh,
        dimension,
        unit,
        better,
        levels,
        "new_cases,mobility_smoothed",
        "A definition of " + title + " in words.",
        "x / (x + y)",
        "Day-block bootstrap.",
        "Author (2020)",
        1);
  }
}
