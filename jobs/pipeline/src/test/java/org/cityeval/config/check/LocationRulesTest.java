package org.cityeval.config.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.config.check.RuleFindings.told;
import static org.cityeval.config.check.RuleFindings.tree;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationRulesTest {
  private static List<String> problems(String holder) throws JsonProcessingException {
    Findings findings = new Findings("f");
    new LocationRules(findings).check(tree(holder), "s");
    return told(findings);
  }

  @Test
  void rowsComeFromAPathOrATable() throws JsonProcessingException {
    assertThat(problems("path: a.csv")).isEmpty();
    assertThat(problems("table: lake.a")).isEmpty();
    assertThat(problems("shape: long")).containsExactly("s: neither path nor table");
    assertThat(problems("{path: a.csv, table: lake.a}")).containsExactly("s: both path and table");
    Findings optional = new Findings("f");
    new LocationRules(optional).checkOptional(tree("numeric_width: 5"), "s");
    assertThat(told(optional)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "encoding: GB18031 | s.options.encoding: unknown encoding `GB18031`",
        "encoding: 'no name' | s.options.encoding: unknown encoding `no name`",
        "delimiter: ab | s.options.delimiter: more than one character: `ab`",
        "{thousands: ',', decimal: ','} | s.options.thousands: `,` groups digits and stands before decimals",
        "header: [] | s.options.header: empty"
      })
  void anOptionThatCannotBeReadIsTold(String options, String problem)
      throws JsonProcessingException {
    String inner = options.startsWith("{") ? options : "{" + options + "}";

    assertThat(problems("{path: a.csv, options: " + inner + "}")).containsExactly(problem);
  }

  @Test
  void optionsThatGoTogetherAreTaken() throws JsonProcessingException {
    assertThat(
            problems(
                "{path: a.csv, options: {encoding: GB18030, delimiter: \"\\t\", thousands: '.',"
                    + " decimal: ',', header: [a, b]}}"))
        .isEmpty();
  }

  @Test
  void aTableOrAnotherFormatHasNamesOfItsOwn() throws JsonProcessingException {
    assertThat(problems("{table: t, options: {header: [a]}}"))
        .containsExactly("s.options.header: `header` does not go with table");
    assertThat(problems("{path: a.json, format: json, options: {header: [a]}}"))
        .containsExactly("s.options.header: `header` does not go with format json");
  }
}
