package org.cityeval.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cityeval.testing.Csv;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class SqlFormatTest {
  private static final String RANKS =
      "select * from current.rank_interval order by comparison_group, rank";

  @Test
  void csvAndJsonHoldTheSameRows() throws IOException {
    List<Map<String, String>> csv = Csv.read(sql(RANKS, "csv"));
    JsonNode json = new ObjectMapper().readTree(sql(RANKS, "json"));

    assertThat(csv).isNotEmpty().hasSize(json.size());
    assertThat(csv.get(0))
        .containsKeys("district_id", "rank", "rank_low", "rank_high", "weighting");
    // Rows of equal city and rank may come in either order; what they hold may not differ.
    List<String> fromCsv = new ArrayList<>();
    csv.forEach(row -> fromCsv.add(row.toString()));
    List<String> fromJson = new ArrayList<>();
    for (JsonNode object : json) {
      Map<String, String> row = new LinkedHashMap<>();
      object
          .properties()
          .forEach(
              cell ->
                  row.put(
                      cell.getKey(),
                      cell.getValue().isNull() ? "" : whole(cell.getValue().asText())));
      fromJson.add(row.toString());
    }
    assertThat(fromJson).containsExactlyInAnyOrderElementsOf(fromCsv);
  }

  @Test
  void ranksComeInTheOrderAskedFor() {
    List<Map<String, String>> rows = Csv.read(sql(RANKS, "csv"));
    List<String> order =
        rows.stream()
            .map(
                row ->
                    row.get("comparison_group")
                        + String.format(Locale.ROOT, "%05d", Integer.valueOf(row.get("rank"))))
            .toList();

    assertThat(order).isSorted();
    assertThat(rows)
        .allSatisfy(
            row -> {
              int rank = Integer.parseInt(row.get("rank"));
              assertThat(Integer.parseInt(row.get("rank_low"))).isLessThanOrEqualTo(rank);
              assertThat(Integer.parseInt(row.get("rank_high"))).isGreaterThanOrEqualTo(rank);
            });
  }

  @Test
  void aTableAlignsItsColumnsAndCountsItsRows() {
    String[] lines =
        sql(
                "select district_id, rank from current.rank_interval where comparison_group ="
                    + " 'riverton'"
                    + " and period_id = 'span' and weighting = 'efficiency' order by 1",
                "table")
            .split("\n", -1);

    assertThat(lines[0]).isEqualTo("district_id  rank");
    assertThat(lines[1]).matches("-+");
    assertThat(lines[2]).startsWith("R1           ");
    assertThat(lines[7]).isEqualTo("5 rows");
  }

  @Test
  void textWithCommasAndQuotesSurvivesCsvAndJson() throws IOException {
    String statement = "select 'a, \"b\"\nc' as text, cast(null as double) as none, 0.1D as tenth";

    assertThat(Csv.read(sql(statement, "csv")))
        .containsExactly(Map.of("text", "a, \"b\"\nc", "none", "", "tenth", "0.1"));
    JsonNode row = new ObjectMapper().readTree(sql(statement, "json")).get(0);
    assertThat(row.get("text").asText()).isEqualTo("a, \"b\"\nc");
    assertThat(row.get("none").isNull()).isTrue();
    assertThat(row.get("tenth").doubleValue()).isEqualTo(0.1);
  }

  @Test
  void anEmptyAnswerIsStillWellFormed() throws IOException {
    String none = "select rank from current.rank_interval where false";

    assertThat(sql(none, "csv")).isEqualTo("rank\r\n");
    assertThat(new ObjectMapper().readTree(sql(none, "json"))).isEmpty();
    assertThat(sql(none, "table")).endsWith("0 rows\n");
  }

  /** CSV writes whole numbers without a fraction. */
  private static String whole(String number) {
    return number.replaceFirst("^(-?[0-9]+)\\.0$", "$1");
  }

  private static String sql(String statement, String format) {
    return Commands.out("sql", statement, "--warehouse", Riverton.warehouse(), "--format", format);
  }
}
