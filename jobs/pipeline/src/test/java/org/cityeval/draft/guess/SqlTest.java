package org.cityeval.draft.guess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlTest {
  @ParameterizedTest
  @CsvSource({
    "new_cases, new_cases",
    "_c0, _c0",
    "new cases, `new cases`",
    "2020, `2020`",
    "a.b, `a.b`",
    "确诊, `确诊`",
    "it`s, `it``s`"
  })
  void aNameThatIsNoPlainWordStandsInBackquotes(String name, String expected) {
    assertThat(Sql.column(name)).isEqualTo(expected);
  }

  @Test
  void aTextCannotEndItsOwnQuotes() {
    assertThat(Sql.text("Xi'an")).isEqualTo("'Xi\\'an'");
    assertThat(Sql.text("\\' or 1=1 --")).isEqualTo("'\\\\\\' or 1=1 --'");
    assertThat(Sql.text("")).isEqualTo("''");
  }
}
