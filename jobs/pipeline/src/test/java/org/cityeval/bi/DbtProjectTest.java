package org.cityeval.bi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.cityeval.table.Tables;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** dbt does not run here: its YAML is parsed, and what it would test is asked of Spark. */
@ExtendWith(SparkExtension.class)
class DbtProjectTest {
  private final Map<String, String> kit =
      DbtProject.files().stream()
          .collect(Collectors.toMap(KitFile::path, KitFile::text, (a, b) -> a + b, TreeMap::new));

  private JsonNode yaml(String path) throws JsonProcessingException {
    return new YAMLMapper().readTree(kit.get(path));
  }

  private static JsonNode named(JsonNode list, String name) {
    List<JsonNode> found = new ArrayList<>();
    list.forEach(node -> found.add(node));
    found.removeIf(node -> !node.path("name").asText().equals(name));
    assertThat(found).as(name).hasSize(1);
    return found.get(0);
  }

  @Test
  void dbtTellsEveryColumnAsItsTableDoes() throws JsonProcessingException {
    JsonNode models = yaml("dbt/models/schema.yml").path("models");
    JsonNode sources = yaml("dbt/models/sources.yml").path("sources").path(0).path("tables");

    assertThat(models).hasSize(Tables.PUBLISHED.size());
    for (TableSpec table : Tables.PUBLISHED) {
      JsonNode model = named(models, table.name());
      assertThat(model.path("description").asText()).isEqualTo(table.grain());
      assertThat(named(sources, table.name()).path("description").asText())
          .isEqualTo(table.grain());
      assertThat(kit.get("dbt/models/" + table.name() + ".sql"))
          .contains("source('cityeval_gold', '" + table.name() + "')");
      for (TableColumn<?> column : table.columns()) {
        assertThat(named(model.path("columns"), column.name()).path("description").asText())
            .isEqualTo(column.comment());
      }
    }
  }

  @Test
  void dbtTestsKeysReferencesAndValues() throws JsonProcessingException {
    JsonNode rank = named(yaml("dbt/models/schema.yml").path("models"), "rank_interval");
    JsonNode district = named(rank.path("columns"), "district_id").path("data_tests");

    assertThat(district.path(0).asText()).isEqualTo("not_null");
    assertThat(district.path(1).path("relationships").toString())
        .isEqualTo(
            "{\"to\":\"ref('dim_district')\",\"field\":\"district_id\",\"config\":{\"where\":\"level ="
                + " 'district'\"}}");
    assertThat(named(rank.path("columns"), "weighting").path("data_tests").toString())
        .contains("{\"accepted_values\":{\"values\":[\"efficiency\",\"public_value\"]}}");
    assertThat(named(rank.path("columns"), "rank").has("data_tests")).isFalse();
  }

  /** The keys and references that dbt would test hold on rows that were published. */
  @Test
  void publishedRowsPassTheTestsOfDbt(SparkSession spark) throws JsonProcessingException {
    Path gold = TinyLake.published().warehouse().resolve("gold");
    for (TableSpec table : Tables.PUBLISHED) {
      // Few rows, kept at hand: one look into the log of a table is enough.
      Dataset<Row> rows = spark.read().format("delta").load(gold.resolve(table.name()).toString());
      spark
          .createDataFrame(rows.collectAsList(), rows.schema())
          .createOrReplaceTempView(table.name());
    }
    int tested = 0;
    for (JsonNode model : yaml("dbt/models/schema.yml").path("models")) {
      Map<String, String> failing = failing(spark, model);
      String columns =
          failing.entrySet().stream()
              .map(test -> "count_if(" + test.getValue() + ") as `" + test.getKey() + "`")
              .collect(Collectors.joining(", "));
      String key = model.path("data_tests").path(0).path("unique").path("column_name").asText();
      String name = model.path("name").asText();
      Row counts =
          spark
              .sql(
                  "select %s, count(*) - count(distinct %s) as repeated from %s"
                      .formatted(columns, key, name))
              .head();
      for (String column : counts.schema().fieldNames()) {
        assertThat(counts.<Long>getAs(column)).as("%s: %s", name, column).isZero();
      }
      tested += failing.size();
    }
    assertThat(tested).isGreaterThan(100);
  }

  /** Of a row that fails a test of a column, by column and test. */
  private static Map<String, String> failing(SparkSession spark, JsonNode model) {
    Map<String, String> failing = new TreeMap<>();
    for (JsonNode column : model.path("columns")) {
      for (JsonNode test : column.path("data_tests")) {
        String name = column.path("name").asText();
        failing.put(name + " " + failing.size(), failing(spark, name, test));
      }
    }
    return failing;
  }

  private static String failing(SparkSession spark, String column, JsonNode test) {
    if (test.asText().equals("not_null")) {
      return column + " is null";
    }
    if (test.has("accepted_values")) {
      List<String> values = new ArrayList<>();
      test.path("accepted_values").path("values").forEach(value -> values.add(value.asText()));
      return column + " not in ('%s')".formatted(String.join("', '", values));
    }
    JsonNode reference = test.path("relationships");
    Matcher to = Pattern.compile("ref\\('(\\w+)'\\)").matcher(reference.path("to").asText());
    assertThat(to.matches()).isTrue();
    String field = reference.path("field").asText();
    List<String> there =
        spark
            .table(to.group(1))
            .select(functions.col(field).cast("string"))
            .as(Encoders.STRING())
            .collectAsList();
    assertThat(there).isNotEmpty().doesNotContainNull().noneMatch(value -> value.contains("'"));
    return "%s is not null and %s and %s not in ('%s')"
        .formatted(
            column,
            reference.path("config").path("where").asText("true"),
            column,
            String.join("', '", there));
  }

  @Test
  void metricsAreMadeOfMeasuresThatAreThere(SparkSession spark) throws Exception {
    JsonNode file = yaml("dbt/models/semantic_models.yml");
    Set<String> measures = new HashSet<>();
    for (JsonNode model : file.path("semantic_models")) {
      TableSpec table = Tables.find("gold." + model.path("name").asText()).orElseThrow();
      Set<String> names = new HashSet<>();
      for (String part : List.of("entities", "dimensions", "measures")) {
        for (JsonNode element : model.path(part)) {
          assertThat(names.add(element.path("name").asText())).as("%s", element).isTrue();
          String expression = element.path("expr").asText(element.path("name").asText());
          assertThat(spark.sessionState().sqlParser().parseExpression(expression).references())
              .isNotNull();
        }
      }
      model.path("measures").forEach(measure -> measures.add(measure.path("name").asText()));
      assertThat(List.of(table.columnNames())).contains("as_of");
    }
    for (JsonNode metric : file.path("metrics")) {
      metric.path("type_params").forEach(name -> assertThat(measures).contains(name.asText()));
    }
    assertThat(file.path("metrics")).hasSize(4);
  }
}
