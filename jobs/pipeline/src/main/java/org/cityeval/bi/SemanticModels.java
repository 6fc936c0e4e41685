package org.cityeval.bi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.table.Star;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.gold.ScorecardTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;

/** Semantic models and metrics of dbt (MetricFlow): what may be counted, and by what it is cut. */
final class SemanticModels {
  /** The model that lists days, which MetricFlow asks for. */
  static final String SPINE = "metricflow_time_spine";

  private SemanticModels() {}

  static Map<String, Object> all() {
    List<Object> models = new ArrayList<>();
    Star.DIMENSIONS.forEach(table -> models.add(model(table)));
    Stream.of(RankIntervalTable.SPEC, ScorecardTable.SPEC)
        .forEach(table -> models.add(model(table)));
    Map<String, Object> spine = DbtProject.named(SPINE, "Every day that a metric is asked for.");
    spine.put("time_spine", Map.of("standard_granularity_column", "date_day"));
    spine.put("columns", List.of(ordered("name", "date_day", "granularity", "day")));
    Map<String, Object> file = DbtProject.versioned("models", List.of(spine));
    file.put("semantic_models", models);
    file.put("metrics", metrics());
    return file;
  }

  private static Map<String, Object> model(TableSpec table) {
    Map<String, Object> model = DbtProject.named(table.name(), table.grain());
    model.put("model", "ref('" + table.name() + "')");
    model.put("defaults", Map.of("agg_time_dimension", Keys.AS_OF.name()));
    model.put("entities", entities(table));
    model.put("dimensions", dimensions(table));
    List<Object> measures = measures(table);
    if (!measures.isEmpty()) {
      model.put("measures", measures);
    }
    return model;
  }

  private static List<Object> entities(TableSpec table) {
    List<Object> entities = new ArrayList<>();
    boolean isDimension = Star.DIMENSIONS.contains(table);
    entities.add(
        entity(
            isDimension ? table.name() : table.name() + "_row",
            "primary",
            isDimension ? key(table, Star.key(table)) : DbtProject.keyExpression(table)));
    Star.relations(table).stream()
        .filter(relation -> !relation.isOfPeriod())
        .forEach(
            relation ->
                entities.add(
                    entity(relation.to().name(), "foreign", key(table, relation.columns()))));
    return entities;
  }

  /** One publication after another: the same district of another vintage is another row. */
  private static String key(TableSpec table, List<String> columns) {
    List<String> all = new ArrayList<>(List.of(Keys.EVALUATION_ID.name(), Keys.AS_OF.name()));
    all.addAll(columns);
    return DbtProject.keyExpression(
        new TableSpec(
            table.schema(), table.name(), table.grain(), all, table.columns(), List.of()));
  }

  private static Map<String, Object> entity(String name, String type, String expression) {
    Map<String, Object> entity = new LinkedHashMap<>();
    entity.put("name", name);
    entity.put("type", type);
    entity.put("expr", expression);
    return entity;
  }

  private static List<Object> dimensions(TableSpec table) {
    List<Object> dimensions = new ArrayList<>();
    for (TableColumn<?> column : table.columns()) {
      Map<String, Object> dimension = DbtProject.named(column.name(), column.comment());
      if (column.type().equals(DataTypes.DateType)) {
        dimension.put("type", "time");
        dimension.put("type_params", Map.of("time_granularity", "day"));
        dimensions.add(dimension);
      } else if (column.type().equals(DataTypes.StringType)) {
        dimension.put("type", "categorical");
        dimensions.add(dimension);
      }
    }
    return dimensions;
  }

  private static List<Object> measures(TableSpec table) {
    if (table.equals(RankIntervalTable.SPEC)) {
      String rank = RankIntervalTable.RANK.name();
      return List.of(
          measure(
              Measure.MEMBERS_RANKED,
              "sum",
              "case when " + rank + " is not null then 1 else 0 end"),
          measure(
              Measure.MEMBERS_CLEARLY_BETTER,
              "sum",
              String.format(
                  Locale.ROOT,
                  "case when %s = '%s' then 1 else 0 end",
                  RankIntervalTable.CLASS.name(),
                  Measure.BETTER)));
    }
    return table.equals(ScorecardTable.SPEC)
        ? List.of(measure(Measure.MEAN_COMPOSITE, "average", ScorecardTable.COMPOSITE.name()))
        : List.of();
  }

  private static Map<String, Object> measure(Measure what, String how, String expression) {
    Map<String, Object> measure = DbtProject.named(what.name(), what.description());
    measure.put("agg", how);
    measure.put("expr", expression);
    return measure;
  }

  private static List<Object> metrics() {
    return List.of(
        simple(Measure.MEMBERS_RANKED),
        simple(Measure.MEMBERS_CLEARLY_BETTER),
        metric(
            Measure.SHARE_CLEARLY_BETTER,
            "ratio",
            ordered(
                "numerator",
                Measure.MEMBERS_CLEARLY_BETTER.name(),
                "denominator",
                Measure.MEMBERS_RANKED.name())),
        simple(Measure.MEAN_COMPOSITE));
  }

  private static Map<String, Object> simple(Measure measure) {
    return metric(measure, "simple", Map.of("measure", measure.name()));
  }

  private static Map<String, Object> metric(Measure measure, String type, Object parameters) {
    Map<String, Object> metric =
        DbtProject.named(
            measure.name(),
            measure.description() + " Filter by " + String.join(", ", measure.narrowed()) + ".");
    metric.put("label", measure.title());
    metric.put("type", type);
    metric.put("type_params", parameters);
    return metric;
  }

  private static Map<String, Object> ordered(String first, Object a, String second, Object b) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(first, a);
    map.put(second, b);
    return map;
  }
}
