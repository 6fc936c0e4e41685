package org.cityeval.bi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cityeval.comparison.Weighting;
import org.cityeval.indicator.Status;
import org.cityeval.series.Level;
import org.cityeval.table.Star;
import org.cityeval.table.Tables;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;

/** A dbt project: a model per published table, with descriptions, tests of keys and references. */
final class DbtProject {
  private static final String SOURCE = "cityeval_gold";

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
          .build();

  private DbtProject() {}

  static List<KitFile> files() {
    List<KitFile> files = new ArrayList<>();
    files.add(new KitFile("dbt/dbt_project.yml", yaml(project())));
    files.add(new KitFile("dbt/models/sources.yml", yaml(sources())));
    files.add(new KitFile("dbt/models/schema.yml", yaml(schema())));
    files.add(new KitFile("dbt/models/semantic_models.yml", yaml(SemanticModels.all())));
    Tables.PUBLISHED.forEach(
        table -> files.add(new KitFile("dbt/models/" + table.name() + ".sql", model(table))));
    files.add(
        new KitFile(
            "dbt/models/" + SemanticModels.SPINE + ".sql",
            """
            select distinct date as date_day from {{ ref('dim_date') }}
            union
            select distinct as_of as date_day from {{ ref('dim_date') }}
            """));
    return files;
  }

  private static Map<String, Object> project() {
    Map<String, Object> project = new LinkedHashMap<>();
    project.put("name", "cityeval");
    project.put("version", "1.0.0");
    project.put("profile", "cityeval");
    project.put("model-paths", List.of("models"));
    project.put("models", Map.of("cityeval", Map.of("+materialized", "view")));
    return project;
  }

  /** The rows of one publication where its evaluation and day are given, of all where not. */
  private static String model(TableSpec table) {
    return String.format(
        Locale.ROOT,
        """
    select * from {{ source('%s', '%s') }}
    {%% if var('evaluation_id', none) and var('as_of', none) %%}
    where evaluation_id = '{{ var("evaluation_id") }}' and as_of = date '{{ var("as_of") }}'
    {%% endif %%}
    """,
        SOURCE,
        table.name());
  }

  private static Map<String, Object> sources() {
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("name", SOURCE);
    source.put("description", "The Delta tables of schema gold of a CityEval warehouse.");
    source.put(
        "tables",
        Tables.PUBLISHED.stream().map(table -> named(table.name(), table.grain())).toList());
    return versioned("sources", List.of(source));
  }

  private static Map<String, Object> schema() {
    return versioned("models", Tables.PUBLISHED.stream().map(DbtProject::properties).toList());
  }

  static Map<String, Object> versioned(String what, Object of) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("version", 2);
    file.put(what, of);
    return file;
  }

  static Map<String, Object> named(String name, String description) {
    Map<String, Object> named = new LinkedHashMap<>();
    named.put("name", name);
    named.put("description", description);
    return named;
  }

  private static Map<String, Object> properties(TableSpec table) {
    Map<String, Object> model = named(table.name(), table.grain());
    model.put("data_tests", List.of(Map.of("unique", Map.of("column_name", keyExpression(table)))));
    model.put(
        "columns", table.columns().stream().map(column -> properties(table, column)).toList());
    return model;
  }

  /** The key as one text; dbt's own tests know no key of several columns. */
  static String keyExpression(TableSpec table) {
    return table.key().stream()
        .map(column -> "cast(" + column + " as varchar(1000))")
        .collect(Collectors.joining(" || '|' || "));
  }

  private static Map<String, Object> properties(TableSpec table, TableColumn<?> column) {
    Map<String, Object> properties = named(column.name(), column.comment());
    List<Object> tests = new ArrayList<>();
    if (table.key().contains(column.name())) {
      tests.add("not_null");
    }
    Star.relations(table).stream()
        .filter(relation -> relation.columns().equals(List.of(column.name())))
        .forEach(relation -> tests.add(reference(relation)));
    List<String> values = values(table, column);
    if (!values.isEmpty()) {
      tests.add(Map.of("accepted_values", Map.of("values", values)));
    }
    if (!tests.isEmpty()) {
      properties.put("data_tests", tests);
    }
    return properties;
  }

  private static Map<String, Object> reference(Star.Relation relation) {
    Map<String, Object> reference = new LinkedHashMap<>();
    reference.put("to", "ref('" + relation.to().name() + "')");
    reference.put("field", relation.columns().get(0));
    if (relation.isOfDistrictsAlone()) {
      reference.put(
          "config", Map.of("where", Keys.LEVEL.name() + " = '" + Level.DISTRICT.id() + "'"));
    }
    return Map.of("relationships", reference);
  }

  /** The values that a column may hold, where the program has a closed list of them. */
  private static List<String> values(TableSpec table, TableColumn<?> column) {
    if (column.name().equals(Keys.LEVEL.name())) {
      return Arrays.stream(Level.values()).map(Level::id).toList();
    }
    if (column.name().equals(Keys.WEIGHTING.name())) {
      return Weighting.PUBLISHED;
    }
    boolean isStatus =
        table.equals(IndicatorValueTable.SPEC)
            && column.name().equals(IndicatorValueTable.STATUS.name());
    return isStatus ? Arrays.stream(Status.values()).map(Status::id).toList() : List.of();
  }

  private static String yaml(Object value) {
    try {
      return YAML.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Not writable as YAML: " + value, e);
    }
  }
}
