package org.cityeval.explain;

import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.INDICATOR_ID;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.RequestIndicator;
import org.cityeval.problem.UserProblem;
import org.cityeval.series.Level;
import org.cityeval.series.Period;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.gold.PeriodTable;
import org.cityeval.table.silver.DistrictDayTable;
import org.cityeval.table.silver.ServiceRequestTable;
import org.cityeval.table.spec.TableJson;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.Publications;
import org.cityeval.warehouse.StoredRow;
import org.cityeval.warehouse.Warehouse;
import org.cityeval.withholding.Withheld;

/** Gathers what a value was made from. */
public final class Explainer {
  private final Warehouse warehouse;
  private final Publications publications;

  public Explainer(Warehouse warehouse) {
    this.warehouse = warehouse;
    this.publications = new Publications(warehouse.stored());
  }

  /**
   * What is asked about.
   *
   * @param evaluationId null for the only evaluation that has the district
   * @param districtId id or name of a district or a city
   * @param level which of both; null for the district where both have the id
   */
  public record Subject(String evaluationId, String districtId, Level level, String periodId) {}

  /**
   * Explains one published value.
   *
   * @throws UserProblem if nothing such is published
   */
  public Explanation explain(Indicator indicator, Subject subject) {
    PublishedRows rows = new PublishedRows(publications);
    PublishedRows.Found found =
        rows.of(
            IndicatorValueTable.SPEC,
            rows.identified(subject),
            row -> row.is(INDICATOR_ID, indicator.spec().id()),
            indicator.spec().id());
    return explanation(indicator, found.publication(), found.rows().get(0));
  }

  private Explanation explanation(Indicator indicator, Publication publication, StoredRow value) {
    IndicatorSpec spec = indicator.spec();
    // Waves of its own are a district's; all other periods are its city's.
    String whose =
        value.get(PERIOD_ID).startsWith(Period.OWN_WAVE_PREFIX)
            ? DISTRICT_ID.name()
            : CITY_ID.name();
    StoredRow period =
        publications
            .rows(publication, PeriodTable.SPEC)
            .where(CITY_ID, value.get(CITY_ID))
            .where(DISTRICT_ID, value.text(whose))
            .where(PERIOD_ID, value.get(PERIOD_ID))
            .first()
            .orElseThrow();
    NamedSubjects names = new NamedSubjects(publications, List.of(publication));
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("evaluation_id", publication.evaluationId());
    facts.put("as_of", publication.asOf().toString());
    for (String column :
        List.of(
            "city_id",
            "district_id",
            "level",
            "period_id",
            "indicator_id",
            "value",
            "ci_low",
            "ci_high",
            "ci_level",
            "ci_method",
            "status",
            "reason",
            "n",
            "coverage",
            "seed",
            "method_version",
            "input_hash")) {
      facts.put(column, value.cell(column));
    }
    facts.put("district_name", names.of(value.get(DISTRICT_ID), value.get(LEVEL)));
    facts.put("first_day", period.get(PeriodTable.FIRST_DAY).toString());
    facts.put("last_day", period.get(PeriodTable.LAST_DAY).toString());
    facts.put("name", spec.name());
    facts.put("title", spec.title().english());
    facts.put("unit", spec.unit().symbol());
    facts.put("better", spec.better(level(value)).id());
    facts.put("compared_per_resident", spec.unit().isTotal());
    facts.put("definition", spec.definition());
    facts.put("formula", spec.formula());
    facts.put("uncertainty", spec.uncertainty());
    facts.put("citations", spec.citations());
    facts.put("parts", TableJson.read(value.get(IndicatorValueTable.PARTS)));
    facts.put("parameters", TableJson.read(value.get(IndicatorValueTable.PARAMETERS)));
    facts.put("table_versions", publication.tableVersions());
    facts.put("source_versions", publication.sourceVersions());
    facts.put("code_version", publication.codeVersion());
    facts.put("config_hash", publication.configHash());
    facts.putAll(districts(publication, value));
    facts.put("district_names", names.districts());
    return new Explanation(facts, inputs(indicator, publication, value, period));
  }

  private static Level level(StoredRow value) {
    return Level.ofId(value.get(LEVEL));
  }

  /** Residents and borders of all districts of the city. */
  private Map<String, Map<String, Object>> districts(Publication publication, StoredRow value) {
    Map<String, Object> population = new LinkedHashMap<>();
    Map<String, Object> neighbours = new LinkedHashMap<>();
    for (StoredRow district :
        publications
            .rows(publication, DistrictTable.SPEC)
            .columns(DISTRICT_ID, DistrictTable.POPULATION, DistrictTable.NEIGHBOURS)
            .where(CITY_ID, value.get(CITY_ID))
            .list()) {
      population.put(district.get(DISTRICT_ID), district.get(DistrictTable.POPULATION));
      neighbours.put(district.get(DISTRICT_ID), district.get(DistrictTable.NEIGHBOURS));
    }
    Map<String, Map<String, Object>> facts = new LinkedHashMap<>();
    facts.put("population", population);
    facts.put("neighbours", neighbours);
    return facts;
  }

  private Inputs inputs(
      Indicator indicator, Publication publication, StoredRow value, StoredRow period) {
    boolean withholds = Withheld.isAskedBy(publication.config());
    if (indicator instanceof RequestIndicator) {
      return withholds
          ? Inputs.of(ServiceRequestTable.SPEC.qualifiedName(), List.of(), List.of())
          : RequestInputs.of(warehouse, publication, value, period);
    }
    TableSpec days = withholds ? DistrictDayTable.GOLD : DistrictDayTable.SILVER;
    return DailyInputs.of(publications, publication, indicator, value, period, days);
  }
}
