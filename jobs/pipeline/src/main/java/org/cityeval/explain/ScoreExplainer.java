package org.cityeval.explain;

import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.INDICATOR_ID;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;
import static org.cityeval.table.spec.Keys.WEIGHTING;

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
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.gold.GoalpostTable;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.gold.ScorecardTable;
import org.cityeval.table.spec.TableJson;
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
            ScorecardTable.SPEC,
            subject,
            row -> row.is(WEIGHTING, weighting),
            "the score under " + weighting);
    StoredRow score = found.rows().get(0);
    Map<String, StoredRow> values = new TreeMap<>();
    publications
        .rows(found.publication(), IndicatorValueTable.SPEC)
        .where(DISTRICT_ID, subject.districtId())
        .where(LEVEL, score.get(LEVEL))
        .where(PERIOD_ID, subject.periodId())
        .each(value -> values.put(value.get(INDICATOR_ID), value));
    Map<String, StoredRow> goalposts = new TreeMap<>();
    publications
        .rows(found.publication(), GoalpostTable.SPEC)
        .where(LEVEL, score.get(LEVEL))
        .where(PERIOD_ID, subject.periodId())
        .each(goalpost -> goalposts.put(goalpost.get(INDICATOR_ID), goalpost));
    Map<String, Object> facts = new LinkedHashMap<>();
    for (String column : ScorecardTable.SPEC.columnNames()) {
      if (!List.of("scores", "weights", "contributions").contains(column)) {
        Object cell = score.cell(column);
        facts.put(column, cell instanceof LocalDate ? cell.toString() : cell);
      }
    }
    String name =
        new NamedSubjects(publications, List.of(found.publication()))
            .of(subject.districtId(), score.get(LEVEL));
    String title =
        "Score of "
            + name
            + " ("
            + subject.districtId()
            + ") under "
            + weighting
            + ", "
            + subject.periodId();
    if (score.is(ScorecardTable.STATUS, Status.NOT_APPLICABLE.id())) {
      return new Account(
          title + ": not applicable, " + score.get(ScorecardTable.REASON),
          facts,
          List.of(new Account.Section("contributions", COLUMNS, List.of())));
    }
    List<List<Object>> parts = parts(score, values, goalposts, residents(found, score));
    double sum = parts.stream().mapToDouble(part -> (Double) part.get(10)).sum();
    Aggregation aggregation = Aggregation.valueOf(upper(score.get(ScorecardTable.AGGREGATION)));
    facts.put("sum_of_contributions", sum);
    facts.put("composite_of_sum", aggregation.total(sum));
    return new Account(
        title
            + ": "
            + (score.get(ScorecardTable.COMPOSITE) == null
                ? "none"
                : ShownNumber.within(score.get(ScorecardTable.COMPOSITE), spread(score))),
        facts,
        List.of(new Account.Section("contributions", COLUMNS, parts)));
  }

  private static double spread(StoredRow score) {
    Double low = score.get(ScorecardTable.COMPOSITE_LOW);
    Double high = score.get(ScorecardTable.COMPOSITE_HIGH);
    return low == null || high == null ? Double.NaN : high - low;
  }

  /** What totals are divided by; null where unknown. */
  private Double residents(PublishedRows.Found found, StoredRow score) {
    boolean isCity = score.is(LEVEL, Level.CITY.id());
    return publications
        .rows(found.publication(), isCity ? CityTable.SPEC : DistrictTable.SPEC)
        .where(isCity ? CITY_ID.name() : DISTRICT_ID.name(), score.get(DISTRICT_ID))
        .first()
        .orElseThrow()
        .get(DistrictTable.POPULATION);
  }

  private static Double scored(Double value, StoredRow goalpost, Double residents) {
    boolean isShared = goalpost != null && goalpost.get(GoalpostTable.PER_RESIDENT);
    return value == null || !isShared ? value : residents == null ? null : value / residents;
  }

  private static List<List<Object>> parts(
      StoredRow score,
      Map<String, StoredRow> values,
      Map<String, StoredRow> goalposts,
      Double residents) {
    Map<?, ?> scores = TableJson.read(score.get(ScorecardTable.SCORES));
    Map<?, ?> weights = TableJson.read(score.get(ScorecardTable.WEIGHTS));
    Map<?, ?> contributions = TableJson.read(score.get(ScorecardTable.CONTRIBUTIONS));
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
                  value == null ? "missing_input" : value.get(IndicatorValueTable.STATUS),
                  value == null ? null : value.get(IndicatorValueTable.VALUE),
                  value == null
                      ? null
                      : scored(value.get(IndicatorValueTable.VALUE), goalpost, residents),
                  goalpost == null ? null : goalpost.get(GoalpostTable.WORST),
                  goalpost == null ? null : goalpost.get(GoalpostTable.BEST),
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
