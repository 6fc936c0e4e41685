package org.cityeval.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.Indicators;
import org.cityeval.indicator.Status;
import org.cityeval.numeric.composite.Aggregation;
import org.cityeval.series.Level;
import org.cityeval.table.ComparisonTables;
import org.cityeval.table.DimensionTables;
import org.cityeval.table.GoldTables;
import org.cityeval.table.IndicatorTables;
import org.cityeval.table.TableJson;
import org.cityeval.terminal.ShownNumber;
import org.cityeval.warehouse.Publications;
import org.cityeval.warehouse.StoredRow;
import org.cityeval.warehouse.StoredTables;

/**
 * Tells what a composite is made of: value, goalposts, score, weight and part of each indicator.
 */
public final class ScoreExplainer {
  private static final List<String> COLUMNS =
      List.of(
          "indicator",
          "title",
          "dimension",
          "status",
          "value",
          "scored_value",
          "worst",
          "best",
          "score",
          "weight",
          "contribution");

  private final Publications publications;

  public ScoreExplainer(StoredTables tables) {
    this.publications = new Publications(tables);
  }

  /** Explains the composite of a district or city under a weighting. */
  public Account explain(Explainer.Subject asked, String weighting) {
    PublishedRows rows = new PublishedRows(publications);
    Explainer.Subject subject = rows.identified(asked);
    PublishedRows.Found found =
        rows.of(
            ComparisonTables.SCORECARD,
            subject,
            row -> row.is("weighting", weighting),
            "the score under " + weighting);
    StoredRow score = found.rows().get(0);
    Map<String, StoredRow> values = new TreeMap<>();
    publications
        .rows(found.publication(), GoldTables.INDICATOR_VALUE)
        .where("district_id", subject.districtId())
        .where("level", score.text("level"))
        .where("period_id", subject.periodId())
        .each(value -> values.put(value.text("indicator_id"), value));
    Map<String, StoredRow> goalposts = new TreeMap<>();
    publications
        .rows(found.publication(), IndicatorTables.GOALPOST)
        .where("level", score.text("level"))
        .where("period_id", subject.periodId())
        .each(goalpost -> goalposts.put(goalpost.text("indicator_id"), goalpost));
    Map<String, Object> facts = new LinkedHashMap<>();
    for (String column : ComparisonTables.SCORECARD.columnNames()) {
      if (!List.of("scores", "weights", "contributions").contains(column)) {
        Object cell = score.cell(column);
        facts.put(column, cell instanceof LocalDate ? cell.toString() : cell);
      }
    }
    String name =
        new NamedSubjects(publications, List.of(found.publication()))
            .of(subject.districtId(), score.text("level"));
    String title =
        "Score of "
            + name
            + " ("
            + subject.districtId()
            + ") under "
            + weighting
            + ", "
            + subject.periodId();
    if (score.is("status", Status.NOT_APPLICABLE.id())) {
      return new Account(
          title + ": not applicable, " + score.text("reason"),
          facts,
          List.of(new Account.Section("contributions", COLUMNS, List.of())));
    }
    List<List<Object>> parts = parts(score, values, goalposts, residents(found, score));
    double sum = parts.stream().mapToDouble(part -> (Double) part.get(10)).sum();
    Aggregation aggregation = Aggregation.valueOf(upper(score.text("aggregation")));
    facts.put("sum_of_contributions", sum);
    facts.put("composite_of_sum", aggregation.total(sum));
    return new Account(
        title
            + ": "
            + (score.number("composite") == null
                ? "none"
                : ShownNumber.within(score.number("composite"), spread(score))),
        facts,
        List.of(new Account.Section("contributions", COLUMNS, parts)));
  }

  private static double spread(StoredRow score) {
    Double low = score.number("composite_low");
    Double high = score.number("composite_high");
    return low == null || high == null ? Double.NaN : high - low;
  }

  /** What totals are divided by; null where unknown. */
  private Double residents(PublishedRows.Found found, StoredRow score) {
    boolean isCity = score.is("level", Level.CITY.id());
    return publications
        .rows(found.publication(), isCity ? DimensionTables.CITY : DimensionTables.DISTRICT)
        .where(isCity ? "city_id" : "district_id", score.text("district_id"))
        .first()
        .orElseThrow()
        .number("population");
  }

  private static Double scored(Double value, StoredRow goalpost, Double residents) {
    boolean isShared = goalpost != null && goalpost.truth("per_resident");
    return value == null || !isShared ? value : residents == null ? null : value / residents;
  }

  private static List<List<Object>> parts(
      StoredRow score,
      Map<String, StoredRow> values,
      Map<String, StoredRow> goalposts,
      Double residents) {
    Map<?, ?> scores = TableJson.read(score.text("scores"));
    Map<?, ?> weights = TableJson.read(score.text("weights"));
    Map<?, ?> contributions = TableJson.read(score.text("contributions"));
    List<List<Object>> parts = new ArrayList<>();
    contributions.forEach(
        (id, contribution) -> {
          IndicatorSpec spec = Indicators.find((String) id).orElseThrow().spec();
          StoredRow value = values.get(id);
          StoredRow goalpost = goalposts.get(id);
          parts.add(
              Arrays.asList(
                  spec.id(),
                  spec.title().english(),
                  spec.dimension().id(),
                  value == null ? "missing_input" : value.text("status"),
                  value == null ? null : value.number("value"),
                  value == null ? null : scored(value.number("value"), goalpost, residents),
                  goalpost == null ? null : goalpost.number("worst"),
                  goalpost == null ? null : goalpost.number("best"),
                  ((Number) scores.get(id)).doubleValue(),
                  ((Number) weights.get(id)).doubleValue(),
                  ((Number) contribution).doubleValue()));
        });
    parts.sort(Comparator.comparing(part -> -(Double) part.get(10)));
    return parts;
  }

  private static String upper(String id) {
    return id.toUpperCase(Locale.ROOT);
  }
}
