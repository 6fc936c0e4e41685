package org.cityeval.bi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cityeval.table.Star;
import org.junit.jupiter.api.Test;

class SemanticModelsTest {
  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Map<String, Object> of, String key) {
    return (List<Map<String, Object>>) of.getOrDefault(key, List.of());
  }

  private static Map<String, Object> named(String key, String name) {
    return list(SemanticModels.all(), key).stream()
        .filter(one -> one.get("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Object> model(String table) {
    return named("semantic_models", table);
  }

  @Test
  void dimensionsAndTheTwoTablesOfResultsAreModels() {
    assertThat(list(SemanticModels.all(), "semantic_models"))
        .extracting(model -> model.get("name"))
        .hasSize(Star.DIMENSIONS.size() + 2)
        .contains("dim_district", "dim_city", "rank_interval", "scorecard");
    assertThat(model("scorecard"))
        .containsEntry("model", "ref('scorecard')")
        .containsEntry("defaults", Map.of("agg_time_dimension", "as_of"));
  }

  /** A period is its district's own or its city's, which no equality of columns says. */
  @Test
  void aFactRefersToWhatItsColumnsName() {
    assertThat(list(model("scorecard"), "entities"))
        .extracting(entity -> entity.get("type") + " " + entity.get("name"))
        .startsWith("primary scorecard_row")
        .contains("foreign dim_district", "foreign dim_city")
        .doesNotContain("foreign dim_period");
    assertThat(list(model("dim_district"), "entities"))
        .extracting(entity -> entity.get("type") + " " + entity.get("name"))
        .startsWith("primary dim_district");
  }

  @Test
  void wordsAndDaysAreWhatNumbersAreCutBy() {
    assertThat(list(model("rank_interval"), "dimensions"))
        .extracting(dimension -> dimension.get("name") + " " + dimension.get("type"))
        .contains("as_of time", "weighting categorical", "class categorical")
        .doesNotContain("rank categorical", "rank time");
  }

  @Test
  void onlyTablesOfResultsAreCounted() {
    assertThat(list(model("rank_interval"), "measures"))
        .extracting(measure -> measure.get("agg") + " " + measure.get("expr"))
        .containsExactly(
            "sum case when rank is not null then 1 else 0 end",
            "sum case when class = 'clearly_better' then 1 else 0 end");
    assertThat(list(model("scorecard"), "measures"))
        .extracting(measure -> measure.get("agg") + " " + measure.get("expr"))
        .containsExactly("average composite");
    assertThat(model("dim_city")).doesNotContainKey("measures");
  }

  @Test
  void aShareIsOneMeasureOverAnother() {
    List<Map<String, Object>> metrics = list(SemanticModels.all(), "metrics");

    assertThat(metrics)
        .extracting(metric -> metric.get("type"))
        .containsExactly("simple", "simple", "ratio", "simple");
    assertThat(metrics.get(2).get("type_params").toString())
        .isEqualTo(
            "{numerator="
                + metrics.get(1).get("name")
                + ", denominator="
                + metrics.get(0).get("name")
                + "}");
    assertThat(metrics.get(0).get("description").toString()).contains("Filter by ");
  }
}
