package org.cityeval.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cityeval.functions.AllowedFunctions.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedFunctionsTest {
  @ParameterizedTest
  @CsvSource({
    "lpad, OF_A_ROW",
    "LPAD, OF_A_ROW",
    "to_date, OF_A_ROW",
    "transform, OF_A_ROW",
    "typeof, OF_A_ROW",
    "sum, AGGREGATE",
    "row_number, WINDOW",
    "lag, WINDOW",
    "window, WINDOW_OF_TIME",
    "session_window, WINDOW_OF_TIME",
    "explode, GENERATOR"
  })
  void valuesAreMadeOfValues(String name, Kind kind) {
    assertThat(AllowedFunctions.find(List.of(name))).contains(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reflect",
        "java_method",
        "try_reflect",
        "input_file_name",
        "current_user",
        "raise_error",
        "assert_true",
        "xpath",
        "from_xml",
        "uuid",
        "version"
      })
  void whatReachesFurtherIsKnownAndNotAllowed(String name) {
    assertThat(AllowedFunctions.isKnown(List.of(name))).isTrue();
    assertThat(AllowedFunctions.find(List.of(name))).isEmpty();
    assertThat(AllowedFunctions.inPlaceOfTables(List.of(name))).isFalse();
  }

  @Test
  void noFunctionOfTheEngineStandsInASchema() {
    assertThat(AllowedFunctions.find(List.of("system", "abs"))).isEmpty();
    assertThat(AllowedFunctions.isKnown(List.of("system", "abs"))).isFalse();
    assertThat(AllowedFunctions.find(List.of("no_such"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "explode",
        "explode_outer",
        "inline",
        "inline_outer",
        "json_tuple",
        "posexplode",
        "posexplode_outer",
        "range",
        "stack"
      })
  void rowsAreMadeOfWhatIsGiven(String name) {
    assertThat(AllowedFunctions.inPlaceOfTables(List.of(name))).isTrue();
  }
}
