package org.cityeval.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private final Map<String, Object> facts = new LinkedHashMap<>();

  ExplanationTest() {
    facts.put("indicator_id", "E4");
    facts.put("title", "Resumption loss area");
    facts.put("district_name", "Alder");
    facts.put("district_id", "A");
    facts.put("first_day", "2020-03-01");
    facts.put("last_day", "2020-04-09");
    facts.put("value", 123.45678);
    facts.put("unit", "%·d");
    facts.put("ci_low", 113.0);
    facts.put("ci_high", 133.0);
    facts.put("ci_level", 0.95);
    facts.put("ci_method", "bootstrap");
    facts.put("status", "ok");
    facts.put("reason", null);
    facts.put("n", 40L);
    facts.put("coverage", 1.0);
    facts.put("definition", "Area.");
    facts.put("formula", "∫");
    facts.put("uncertainty", "Drawn.");
    facts.put("parts", Map.of("trough_percent", 59.123456789));
    facts.put(
        "parameters",
        new TreeMap<>(Map.of("recovery", Map.of("level", 0.9), "grades", List.of("a", "b"))));
    facts.put("district_names", Map.of("A", "Alder"));
    facts.put("population", Map.of("A", 100000.0));
    facts.put("source_versions", Map.of("cases", "v1"));
    facts.put("table_versions", Map.of("gold.x", 3));
    facts.put("seed", 7L);
    facts.put("citations", List.of("Bruneau (2003)", "Nardo (2008)"));
  }

  private static Inputs inputs(int rows, long leftOut) {
    List<List<Object>> all = new ArrayList<>();
    for (int i = 1; i <= rows; i++) {
      all.add(List.of("day " + i, i / 3.0));
    }
    return new Inputs("silver.district_day", List.of("date", "x"), all, leftOut);
  }

  private String text() {
    return new Explanation(facts, inputs(1, 0)).text();
  }

  @Test
  void thePersonReadsTheValueFirstAndThenHowItCameAbout() {
    assertThat(text())
        .isEqualTo(
            """
            E4 Resumption loss area, Alder (A), 2020-03-01 to 2020-04-09

            value        123 %·d
            interval     113 to 133 (bootstrap, 0.95)
            status       ok
            behind it    n 40, coverage 1
            definition   Area.
            formula      ∫
            uncertainty  Drawn.
            numbers in it:
              trough_percent: 59.1235
            parameters:
              grades: [a, b]
              recovery: {level=0.9}
            residents    Alder (A) 100000
            inputs: 1 rows of silver.district_day
              date  x
              day 1  0.333333
            sources      {cases=v1}
            tables       {gold.x=3}
            seed         7
            citations    Bruneau (2003); Nardo (2008)
            All inputs: --format csv; everything for a script: --format json.
            """
                .replace("\n", System.lineSeparator()));
  }

  /** The width of 20 bears two digits, so none after the point; without it six are shown. */
  @Test
  void anOpenEndIsCalledOpenAndTakesNoDigits() {
    facts.put("ci_high", null);
    assertThat(text()).contains("value        123.457 %·d").contains("interval     113 to open (");
    facts.put("ci_low", null);
    facts.put("ci_high", 133.0);
    assertThat(text()).contains("value        123.457 %·d").contains("interval     open to 133 (");
    facts.put("ci_high", null);
    facts.put("ci_level", null);
    assertThat(text()).contains("interval     open to open (bootstrap)");
  }

  @Test
  void withoutAValueTheReasonIsTold() {
    facts.put("value", null);
    facts.put("ci_method", null);
    facts.put("status", "insufficient");
    facts.put("reason", "too few days");
    facts.put("coverage", null);

    assertThat(text())
        .contains("value        none" + System.lineSeparator())
        .contains("interval     none" + System.lineSeparator())
        .contains("status       insufficient: too few days")
        .contains("behind it    n 40, coverage -");
  }

  @Test
  void tenRowsAreShownAndTheOthersCounted() {
    assertThat(new Explanation(facts, inputs(10, 0)).text())
        .contains("  day 10  3.33333")
        .doesNotContain(" more");
    assertThat(new Explanation(facts, inputs(12, 5)).text())
        .contains("inputs: 17 rows of silver.district_day")
        .contains("  day 10  3.33333" + System.lineSeparator() + "  ... 7 more")
        .doesNotContain("day 11");
  }

  @Test
  void aScriptGetsEveryFactAndEveryRow() {
    assertThat(new Explanation(facts, inputs(2, 5)).json())
        .startsWith("{\"indicator_id\":\"E4\",")
        .contains("\"value\":123.45678,", "\"reason\":null,")
        .endsWith(
            "\"input_table\":\"silver.district_day\",\"inputs\":[{\"date\":\"day 1\","
                + "\"x\":0.3333333333333333},{\"date\":\"day 2\",\"x\":0.6666666666666666}],"
                + "\"inputs_left_out\":5}");
  }
}
