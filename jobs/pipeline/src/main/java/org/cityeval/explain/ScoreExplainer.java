package org.cityeval.explain;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.Indicators;
import org.cityeval.indicator.Status;
import org.cityeval.numeric.composite.Aggregation;
import org.cityeval.series.Level;
import org.cityeval.table.ComparisonTables;
import org.cityeval.table.DimensionTables;
import org.cityeval.table.GoldTables;
import org.cityeval.table.IndicatorTables;
import org.cityeval.table.Publications;
import org.cityeval.table.TableJson;
import org.cityeval.table.Warehouse;
import org.cityeval.terminal.ShownNumber;

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

  public ScoreExplainer(Warehouse warehouse) {
    this.publications = new Publications(warehouse);
  }

  /** Explains the composite of a district or city under a weighting. */
  public Account explain(Explainer.Subject asked, String weighting) {
    PublishedRows rows = new PublishedRows(publications);
    Explainer.Subject subject = rows.identified(asked);
    PublishedRows.Found found =
        rows.of(
            ComparisonTables.SCORECARD,
            subject,
            col("weighting").equalTo(weighting),
            "the score under " + weighting);
    Row score = found.rows().get(0);
    Map<String, Row> values = new TreeMap<>();
    publications
        .read(found.publication(), GoldTables.INDICATOR_VALUE)
        .where(
            col("district_id")
                .equalTo(subject.districtId())
                .and(col("level").equalTo(score.<String>getAs("level")))
                .and(col("period_id").equalTo(subject.periodId())))
        .collectAsList()
        .forEach(value -> values.put(value.getAs("indicator_id"), value));
    Map<String, Row> goalposts = new TreeMap<>();
    publications
        .read(found.publication(), IndicatorTables.GOALPOST)
        .where(
            col("level")
                .equalTo(lit(score.<String>getAs("level")))
                .and(col("period_id").equalTo(subject.periodId())))
        .collectAsList()
        .forEach(goalpost -> goalposts.put(goalpost.getAs("indicator_id"), goalpost));
    Map<String, Object> facts = new LinkedHashMap<>();
    for (String column : ComparisonTables.SCORECARD.columnNames()) {
      if (!List.of("scores", "weights", "contributions").contains(column)) {
        Object cell = score.getAs(column);
        facts.put(column, cell instanceof java.time.LocalDate ? cell.toString() : cell);
      }
    }
    String name =
        new NamedSubjects(publications, List.of(found.publication()))
            .of(subject.districtId(), score.getAs("level"));
    String title =
        "Score of "
            + name
            + " ("
            + subject.districtId()
            + ") under "
            + weighting
            + ", "
            + subject.periodId();
    if (score.<String>getAs("status").equals(Status.NOT_APPLICABLE.id())) {
      return new Account(
          title + ": not applicable, " + score.getAs("reason"),
          facts,
          List.of(new Account.Section("contributions", COLUMNS, List.of())));
    }
    List<List<Object>> parts = parts(score, values, goalposts, residents(found, score));
    double sum = parts.stream().mapToDouble(part -> (Double) part.get(10)).sum();
    Aggregation aggregation = Aggregation.valueOf(upper(score.getAs("aggregation")));
    facts.put("sum_of_contributions", sum);
    facts.put("composite_of_sum", aggregation.total(sum));
    return new Account(
        title
            + ": "
            + (score.<Double>getAs("composite") == null
                ? "none"
                : ShownNumber.within(score.<Double>getAs("composite"), spread(score))),
        facts,
        List.of(new Account.Section("contributions", COLUMNS, parts)));
  }

  private static double spread(Row score) {
    Double low = score.getAs("composite_low");
    Double high = score.getAs("composite_high");
    return low == null || high == null ? Double.NaN : high - low;
  }

  /** What totals are divided by; null where unknown. */
  private Double residents(PublishedRows.Found found, Row score) {
    boolean isCity = score.<String>getAs("level").equals(Level.CITY.id());
    return publications
        .read(found.publication(), isCity ? DimensionTables.CITY : DimensionTables.DISTRICT)
        .where(col(isCity ? "city_id" : "district_id").equalTo(score.<String>getAs("district_id")))
        .head()
        .getAs("population");
  }

  private static Double scored(Double value, Row goalpost, Double residents) {
    boolean isShared = goalpost != null && goalpost.<Boolean>getAs("per_resident");
    return value == null || !isShared ? value : residents == null ? null : value / residents;
  }

  private static List<List<Object>> parts(
      Row score, Map<String, Row> values, Map<String, Row> goalposts, Double residents) {
    Map<?, ?> scores = TableJson.read(score.getAs("scores"));
    Map<?, ?> weights = TableJson.read(score.getAs("weights"));
    Map<?, ?> contributions = TableJson.read(score.getAs("contributions"));
    List<List<Object>> parts = new ArrayList<>();
    contributions.forEach(
        (id, contribution) -> {
          IndicatorSpec spec = Indicators.find((String) id).orElseThrow().spec();
          Row value = values.get(id);
          Row goalpost = goalposts.get(id);
          parts.add(
              Arrays.asList(
                  spec.id(),
                  spec.title().english(),
                  spec.dimension().id(),
                  value == null ? "missing_input" : value.getAs("status"),
                  value == null ? null : value.getAs("value"),
                  value == null ? null : scored(value.getAs("value"), goalpost, residents),
                  goalpost == null ? null : goalpost.getAs("worst"),
                  goalpost == null ? null : goalpost.getAs("best"),
                  ((Number) scores.get(id)).doubleValue(),
                  ((Number) weights.get(id)).doubleValue(),
                  ((Number) contribution).doubleValue()));
        });
    parts.sort(Comparator.comparing(part -> -(Double) part.get(10)));
    return parts;
  }

  private static String upper(String id) {
    return id.toUpperCase(java.util.Locale.ROOT);
  }
}
