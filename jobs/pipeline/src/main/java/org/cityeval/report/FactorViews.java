package org.cityeval.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the ranks of a group rest on, over the whole span: measurement, and choices of method. */
final class FactorViews {
  static final List<String> COLUMNS =
      List.of("Factor", "Alone or with others (total index)", "By itself (first-order index)");

  private static final Map<String, String> TITLES =
      Map.of(
          "measurement", "Uncertainty of the values",
          "outliers", "Treatment of outliers",
          "normalisation", "Normalisation",
          "weights", "Weights within dimensions",
          "aggregation", "Arithmetic or geometric mean");

  private final ReportData data;
  private final Subjects subjects;

  FactorViews(ReportData data, Subjects subjects) {
    this.data = data;
    this.subjects = subjects;
  }

  /** Every state of the figure, by group and weighting. */
  Map<String, PageModel.View<PageModel.FactorRow>> views() {
    Map<String, List<ReportData.Factor>> byGroup =
        data.results().factors().stream()
            .filter(factor -> subjects.groups().contains(factor.group()))
            .collect(
                Collectors.groupingBy(
                    factor -> Rankings.key(factor.group(), factor.weighting()),
                    TreeMap::new,
                    Collectors.toList()));
    Map<String, PageModel.View<PageModel.FactorRow>> views = new TreeMap<>();
    byGroup.forEach((key, factors) -> views.put(key, view(factors)));
    return views;
  }

  private PageModel.View<PageModel.FactorRow> view(List<ReportData.Factor> factors) {
    List<ReportData.Factor> ordered =
        factors.stream()
            .sorted(
                Comparator.comparingDouble((ReportData.Factor factor) -> -factor.total())
                    .thenComparing(ReportData.Factor::factor))
            .toList();
    ReportData.Factor most = ordered.get(0);
    return new PageModel.View<>(
        "What ranks of "
            + subjects.group(most.group())
            + " rest on, weighed by "
            + Wording.weighting(most.weighting()),
        most.total() == 0
            ? "No draw and no other choice of method changes a rank."
            : "On average most of a rank's variance, "
                + Wording.percent(most.total())
                + ", goes with one factor: "
                + title(most).toLowerCase(java.util.Locale.ROOT)
                + ". Shares overlap where factors act together.",
        ordered.stream()
            .map(
                factor ->
                    new PageModel.FactorRow(
                        title(factor),
                        List.of(
                            Wording.percent(factor.total()), Wording.percent(factor.firstOrder())),
                        factor.total(),
                        factor.firstOrder()))
            .toList());
  }

  private static String title(ReportData.Factor factor) {
    return TITLES.getOrDefault(factor.factor(), factor.factor());
  }
}
