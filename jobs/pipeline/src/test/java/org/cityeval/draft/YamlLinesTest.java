package org.cityeval.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlLinesTest {
  @Test
  void eachLineSaysWhatItRestsOn() {
    YamlLines lines =
        new YamlLines()
            .open(0, "sources")
            .guessed(1, "path", "a.csv", "its name")
            .unknown(1, "shape", "long", "which?")
            .sure(1, "date", "day")
            .blank()
            .remark(1, "no more");

    assertThat(lines.toString())
        .isEqualTo(
            """
            sources:
              path: a.csv  # guessed: its name
              shape: long  # DECIDE: which?
              date: day

              # no more
            """);
  }

  /** A cell that stands in a remark must not become a key of the config. */
  @ParameterizedTest
  @ValueSource(strings = {"x\nkey: 1", "x\r\nkey: 1", "x\u0085key: 1", "x\u2028key: 1"})
  void aRemarkIsOneLineWhateverItTells(String told) throws JsonProcessingException {
    String text =
        new YamlLines().sure(0, "a", "b").remark(0, told).guessed(0, "c", "d", told).toString();

    assertThat(text.lines()).hasSize(3);
    assertThat(new YAMLMapper().readTree(text)).hasToString("{\"a\":\"b\",\"c\":\"d\"}");
  }

  @Test
  void aLongRemarkIsCut() {
    String text = new YamlLines().remark(0, "x".repeat(2_000)).toString();

    assertThat(text).isEqualTo("# " + "x".repeat(1_000) + " ...\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "new_cases | new_cases",
        "concat(a, b) | concat(a, b)",
        "data/f-1.csv | data/f-1.csv",
        "确诊 | 确诊",
        "new cases | 'new cases'",
        "yes | 'yes'",
        "NULL | 'NULL'",
        "007 | '007'",
        "1e3 | '1e3'",
        "12:30 | '12:30'",
        "it's | 'it''s'",
        "a: b | 'a: b'",
        "- a | '- a'",
        "#a | '#a'",
        "`日期` | '`日期`'",
        "*.csv | '*.csv'",
        "{a | '{a'",
        "\"\" | ''"
      })
  void aScalarIsQuotedUnlessItIsAWordACallOrAPath(String value, String expected) {
    assertThat(YamlLines.scalar(value)).isEqualTo(expected);
  }

  /** What is written is read again as the text it was, by a reader of YAML. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "new_cases",
        "yes",
        "y",
        "0x1F",
        "0b101",
        "0o17",
        ".nan",
        "1_000",
        "1e3",
        "007",
        "~",
        "null",
        ".5",
        ".inf",
        "2020-03-01",
        "a: b",
        "a #b",
        "#a",
        "'",
        "''",
        "\"",
        "\\",
        "a\tb",
        "\\t\t\"",
        "- a",
        "? a",
        "| a",
        "> a",
        "%a",
        "@a",
        "&a",
        "*a",
        "!a",
        "[a",
        "a]",
        "{a}",
        ",",
        "a,b",
        "<<",
        "=",
        "12:30:15",
        "杭州市",
        "é",
        " a",
        "a ",
        ""
      })
  void aScalarIsReadAsTheTextItWas(String value) throws JsonProcessingException {
    YAMLMapper yaml = new YAMLMapper();

    assertThat(yaml.readTree("a: " + YamlLines.scalar(value)).get("a").isTextual()).isTrue();
    assertThat(yaml.readTree("a: " + YamlLines.scalar(value)).get("a").textValue())
        .isEqualTo(value);
    assertThat(
            yaml.readTree("a: " + YamlLines.list(List.of(value, "b"))).get("a").get(0).textValue())
        .isEqualTo(value);
  }
}
