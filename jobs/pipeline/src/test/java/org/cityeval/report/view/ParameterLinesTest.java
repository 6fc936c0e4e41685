package org.cityeval.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.cityeval.indicator.Parameters;
import org.junit.jupiter.api.Test;

class ParameterLinesTest {
  /** No reader knows restriction.mobilityAtMost. */
  @Test
  void everyParameterHasAName() throws JsonProcessingException {
    String json = new ObjectMapper().writeValueAsString(Parameters.DEFAULTS);

    assertThat(ParameterLines.of(List.of(json)))
        .hasSize(28)
        .allSatisfy(line -> assertThat(line.head()).matches("[A-Z][^.]*").doesNotContain("_"))
        .allSatisfy(
            line -> assertThat(line.cells().get(0)).doesNotMatch("[A-Z]+|true|false|.*[\\[{].*"));
  }

  @Test
  void saysWhatIsNotANumberInWords() {
    assertThat(
            ParameterLines.of(
                List.of(
                    """
                    {"restriction": {"scope": "CITY"}, "recovery": {"baselineId": "", "prePeriod": false},
                     "requests": {"localLevels": ["street", "district"]}}
                    """)))
        .extracting(line -> line.cells().get(0))
        .containsExactly("not set", "no", "street, district", "these and the city’s");
  }

  @Test
  void severalValuesOfOneAreAllNamed() {
    assertThat(
            ParameterLines.of(
                List.of("{\"recovery\": {\"level\": 0.9}}", "{\"recovery\": {\"level\": 0.8}}")))
        .containsExactly(
            new Sections.Line("Recovered: share of the baseline", List.of("0.8; or 0.9")));
  }
}
