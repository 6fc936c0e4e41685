package org.cityeval.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputFormatTest {
  private static String written(
      OutputFormat format, List<String> columns, List<List<Object>> rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(new PrintStream(out, true, StandardCharsets.UTF_8), columns, rows.iterator());
    return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  /** 上城 is four columns wide in a terminal, and so are two full-width letters. */
  @Test
  void aTableIsAligned() {
    assertThat(
            written(
                OutputFormat.TABLE,
                List.of("name", "value"),
                List.of(
                    List.of("上城", 0.123456789),
                    Arrays.asList("Kings", null),
                    List.of("ＡＢ", 2),
                    List.of("two\nlines", 0.125))))
        .isEqualTo(
            """
            name       value
            -------------------
            上城       0.123457
            Kings
            ＡＢ       2
            two lines  0.125
            4 rows
            """);
  }

  @Test
  void oneRowIsNoneOfMany() {
    assertThat(written(OutputFormat.TABLE, List.of("a"), List.of(List.of("x"))))
        .endsWith("\n1 row\n");
    assertThat(written(OutputFormat.TABLE, List.of("a"), List.of())).endsWith("\n0 rows\n");
  }

  /** RFC 4180, 2.6 and 2.7: what holds a comma, a quote or a line break is quoted. */
  @Test
  void csvQuotesWhatItMust() {
    assertThat(
            written(
                OutputFormat.CSV,
                List.of("a", "b,c"),
                List.of(
                    Arrays.asList("say \"hi\"", null),
                    List.of("two\nlines", LocalDate.of(2020, 3, 1)),
                    List.of(3.0, -0.1))))
        .isEqualTo("a,\"b,c\"\r\n\"say \"\"hi\"\"\",\r\n\"two\nlines\",2020-03-01\r\n3,-0.1\r\n");
  }

  /** Of a whole number no decimal is written, unless a double does not tell it exactly. */
  @Test
  void numbersAreWrittenInFull() {
    assertThat(
            written(
                OutputFormat.CSV,
                List.of("n"),
                List.of(List.of(123456789.0), List.of(1e15), List.of(1.0 / 3))))
        .isEqualTo("n\r\n123456789\r\n1.0E15\r\n0.3333333333333333\r\n");
  }

  @Test
  void jsonIsAnArrayOfObjects() {
    assertThat(
            written(
                OutputFormat.JSON,
                List.of("name", "value", "day"),
                List.of(
                    Arrays.asList("a \"b\"", 1.5, LocalDate.of(2020, 3, 1)),
                    Arrays.asList(null, true, null))))
        .isEqualTo(
            """
            [
            {"name":"a \\"b\\"","value":1.5,"day":"2020-03-01"},
            {"name":null,"value":true,"day":null}
            ]
            """);
    assertThat(written(OutputFormat.JSON, List.of("a"), List.of())).isEqualTo("[\n]\n");
  }
}
