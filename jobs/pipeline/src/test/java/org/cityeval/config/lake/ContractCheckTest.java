package org.cityeval.config.lake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.cityeval.config.lake.ContractCheck.Arguments;
import org.cityeval.config.lake.ContractCheck.CheckType;
import org.cityeval.config.lake.ContractCheck.Implementation;
import org.cityeval.config.lake.ContractCheck.Method;
import org.cityeval.config.lake.ContractCheck.Metric;
import org.cityeval.config.lake.ContractCheck.Rule;
import org.cityeval.series.Quantity;
import org.junit.jupiter.api.Test;

class ContractCheckTest {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private static ContractCheck query(String query) {
    return new ContractCheck(
        "id", null, new Rule(CheckType.SQL, null, query, null, null), null, null, null, null, null);
  }

  private static <T> List<T> read(Class<T> type, String... words) throws JsonProcessingException {
    List<T> read = new ArrayList<>();
    for (String word : words) {
      read.add(JSON.readValue("\"" + word + "\"", type));
    }
    return read;
  }

  @Test
  void aQueryAsksTheViewWhereverItNamesTheObject() {
    assertThat(query("select count(*) from {object} a join {object} b").queryOver("v_1"))
        .isEqualTo("select count(*) from v_1 a join v_1 b");
    assertThat(query("select 1").queryOver("v_1")).isEqualTo("select 1");
    // A dollar stands for nothing in the name of a view.
    assertThat(query("from {object}").queryOver("v$1")).isEqualTo("from v$1");
  }

  @Test
  void propertiesAndMeasuresThatAreLeftOutAreNone() {
    Arguments none = new Arguments(null, null, null, null, null, 1, null, null);

    assertThat(none.properties()).isEmpty();
    assertThat(none.measures()).isEmpty();
    assertThat(none.missingValues()).isNull();
    assertThat(none.validValues()).isNull();
  }

  @Test
  void propertiesAndMeasuresDoNotChangeAfterwards() {
    List<String> properties = new ArrayList<>(List.of("p"));
    List<Quantity> measures = new ArrayList<>(List.of(Quantity.NEW_CASES));
    Arguments some = new Arguments(properties, null, null, null, measures, 1, null, null);

    properties.clear();
    measures.clear();

    assertThat(some.properties()).containsExactly("p");
    assertThat(some.measures()).containsExactly(Quantity.NEW_CASES);
  }

  /** Of the Open Data Contract Standard 3.0, section data quality. */
  @Test
  void metricsHaveTheWordsOfTheStandard() throws JsonProcessingException {
    assertThat(
            read(
                Metric.class,
                "rowCount",
                "nullValues",
                "missingValues",
                "invalidValues",
                "duplicateValues"))
        .containsExactly(Metric.values());
  }

  @Test
  void ourOwnChecksAreWrittenLikewise() throws JsonProcessingException {
    assertThat(
            read(
                Implementation.class,
                "observedDays",
                "frozenDays",
                "jump",
                "increment",
                "identicalDays",
                "sumOfDistricts"))
        .containsExactly(Implementation.values());
    assertThat(read(Method.class, "robustZ", "factor")).containsExactly(Method.values());
  }

  @Test
  void argumentsAreWrittenWithSmallFirstLetters() throws JsonProcessingException {
    Arguments read =
        JSON.readValue(
            "{\"missingValues\": [\"-\"], \"everyDays\": 7, \"total\": {\"source\": \"s\"}}",
            Arguments.class);

    assertThat(read.missingValues()).containsExactly("-");
    assertThat(read.everyDays()).isEqualTo(7);
    assertThat(read.total().source()).isEqualTo("s");
    assertThat(read.total().where()).isNull();
  }
}
