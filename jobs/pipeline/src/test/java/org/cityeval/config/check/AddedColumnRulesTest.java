package org.cityeval.config.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.config.check.RuleFindings.told;
import static org.cityeval.config.check.RuleFindings.tree;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddedColumnRulesTest {
  private static List<String> problems(String headings, String kind)
      throws JsonProcessingException {
    Findings findings = new Findings("f");
    new AddedColumnRules(findings, "k").check(tree(headings), kind);
    return told(findings);
  }

  @Test
  void countsAndLevelsOfSeveralColumnsAddUp() throws JsonProcessingException {
    assertThat(problems("suffix: [_A, _B]", "daily_count")).isEmpty();
    assertThat(problems("prefix: [a_, b_]", "level")).isEmpty();
    assertThat(problems("suffix: [_A]", "index")).isEmpty();
    assertThat(problems("columns: {a: BX, b: BK}", "grade")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'suffix: [_A, _B]', index",
    "'prefix: [a_, b_]', percent_change",
    "'columns: {a: BX, b: BX}', grade"
  })
  void changesIndicesAndGradesDoNot(String headings, String kind) throws JsonProcessingException {
    assertThat(problems(headings, kind))
        .containsExactly("k: several columns of a district for kind " + kind);
  }

  @Test
  void whichPrefixGoesWithWhichSuffixMustBePlain() throws JsonProcessingException {
    assertThat(problems("{prefix: [a, b], suffix: [x, y]}", "level"))
        .containsExactly("k: several prefixes and several suffixes");
    assertThat(problems("{prefix: [a], suffix: [x, y]}", "level")).isEmpty();
  }

  @Test
  void anEmptyListNamesNothing() throws JsonProcessingException {
    assertThat(problems("{prefix: [], suffix: []}", "level"))
        .containsExactly("k.prefix: empty", "k.suffix: empty");
  }
}
