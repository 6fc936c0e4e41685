package org.cityeval.report.view;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cityeval.report.data.BesideData;
import org.cityeval.report.data.ReportData;

/** What ranks rest on: the measurement, and choices of method, by group and by member. */
public final class FactorViews {
  public static final List<String> COLUMNS =
      List.of(
          "Factor",
          "Group, alone or with others (total index)",
          "Group, by itself (first-order index)",
          "Chosen member, total index",
          "Chosen member, first-order index");

  /** What a row says of a chosen member that is not ranked in the group. */
  public static final String NOT_RANKED = "not ranked in it";

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

  BesideModel.Basis basis() {
    Map<String, List<BesideData.Factor>> means =
        data.results().beside().factors().stream()
            .filter(f -> f.unitId() == null && subjects.groups().contains(f.group()))
            .collect(
                Collectors.groupingBy(
                    f -> Rankings.key(f.group(), f.periodId(), f.weighting()),
                    TreeMap::new,
                    Collectors.toList()));
    Map<String, PageModel.View<BesideModel.FactorRow>> views = new TreeMap<>();
    means.forEach((key, factors) -> views.put(key, view(factors)));
    return new BesideModel.Basis(views, own());
  }

  private Map<String, Map<String, BesideModel.Own>> own() {
    Map<String, Map<String, BesideModel.Own>> own = new TreeMap<>();
    for (BesideData.Factor f : data.results().beside().factors()) {
      if (f.unitId() != null && subjects.groups().contains(f.group())) {
        own.computeIfAbsent(
                Rankings.key(f.unitId(), f.group(), f.periodId(), f.weighting()),
                k -> new TreeMap<>())
            .put(f.factor(), new BesideModel.Own(cells(f), thousandths(f.total())));
      }
    }
    return own;
  }

  private PageModel.View<BesideModel.FactorRow> view(List<BesideData.Factor> factors) {
    List<BesideData.Factor> ordered =
        factors.stream()
            .sorted(
                Comparator.comparingDouble((BesideData.Factor factor) -> -factor.total())
                    .thenComparing(BesideData.Factor::factor))
            .toList();
    BesideData.Factor most = ordered.get(0);
    return new PageModel.View<>(
        "What ranks rest on: "
            + subjects.group(most.group())
            + ", "
            + subjects.periodTitle(most.group(), most.periodId())
            + ", weighed by "
            + Wording.weighting(most.weighting()),
        most.total() == 0
            ? "No draw and no other choice of method changes a rank."
            : "What matters most to a rank is the "
                + title(most).toLowerCase(Locale.ROOT)
                + ": on average "
                + Wording.percent(most.total())
                + " of its variance goes with that factor, alone or with others. Shares overlap"
                + " where factors act together.",
        ordered.stream()
            .map(
                f ->
                    new BesideModel.FactorRow(
                        f.factor(),
                        title(f),
                        cells(f),
                        thousandths(f.total()),
                        thousandths(f.firstOrder())))
            .toList());
  }

  private static List<String> cells(BesideData.Factor factor) {
    return List.of(Wording.percent(factor.total()), Wording.percent(factor.firstOrder()));
  }

  private static double thousandths(double share) {
    return Math.round(1000 * share) / 1000.0;
  }

  private static String title(BesideData.Factor factor) {
    return TITLES.getOrDefault(factor.factor(), factor.factor());
  }
}
