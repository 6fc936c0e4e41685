package org.cityeval.config.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.cityeval.config.check.RuleFindings.told;
import static org.cityeval.config.check.RuleFindings.tree;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaFindingsTest {
  /** What the schema finds of a part of a config, which lacks the rest. */
  private static List<String> problems(String yaml, String key) throws JsonProcessingException {
    Findings findings = new Findings("f");
    new SchemaFindings(ConfigSchema.load(), findings).check(tree(yaml));
    return told(findings).stream().filter(told -> told.startsWith(key)).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "panel: {mobilty: []} | panel.mobilty: unknown key `mobilty`",
        "evaluation: {id: a} | evaluation.title: missing key `title`",
        "evaluation: {title: 2020} | evaluation.title: not text: `2020`",
        "evaluation: {title: } | evaluation.title: no value",
        "evaluation: {first_day: 2020-02-30} | evaluation.first_day: not a date: `2020-02-30`",
        "evaluation: {id: My City} | evaluation.id: not a valid name: `My City`",
        "sources: {My Cases: {}} | sources.My Cases: not a valid name",
        "sources: {cases: {shape: lang}} | sources.cases.shape: unknown value `lang`",
        "panel: {mobility: x} | panel.mobility: not a list: `x`",
        "quality: {maximum_lost_share: 2} | quality.maximum_lost_share: out of bounds: 2",
        "panel: {serial_interval: {mean: 5}} | panel.serial_interval: mean, sd and citation are set together"
      })
  void whatTheSchemaRefusesIsSaidInTheUsersWords(String yaml, String problem)
      throws JsonProcessingException {
    assertThat(problems(yaml, problem.substring(0, problem.indexOf(": ")))).contains(problem);
  }

  @Test
  void aMisspeltValueIsToldWithTheNearestAndANumberWithItsBound() throws JsonProcessingException {
    Findings findings = new Findings("f");
    new SchemaFindings(ConfigSchema.load(), findings)
        .check(tree("{sources: {c: {shape: lang}}, quality: {maximum_lost_share: 2}}"));
    ConfigProblems found = catchThrowableOfType(ConfigProblems.class, findings::report);

    assertThat(found.problems())
        .anySatisfy(one -> assertThat(one.fix()).isEqualTo("did you mean `long`?"))
        .anySatisfy(one -> assertThat(one.why()).isEqualTo("it must be at most 1"));
  }

  @Test
  void withoutANearNameTheAdviceIsAnother() {
    assertThat(SchemaFindings.nearest("titel", List.of("title"), "remove it"))
        .isEqualTo("did you mean `title`?");
    assertThat(SchemaFindings.nearest("xyz", List.of("title"), "remove it")).isEqualTo("remove it");
  }
}
