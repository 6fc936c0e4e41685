package org.cityeval.draft.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cityeval.csv.CsvText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelimitedTextTest {
  @TempDir private Path folder;

  private Looked look(String text) throws IOException {
    return look(text, StandardCharsets.UTF_8);
  }

  private Looked look(String text, Charset charset) throws IOException {
    return DelimitedText.sample(
        Files.write(folder.resolve("f.csv"), text.getBytes(charset)), "f.csv");
  }

  private FileSample sample(String text) throws IOException {
    return (FileSample) look(text);
  }

  private String reason(String text) throws IOException {
    return ((PassedOver) look(text)).reason();
  }

  @Test
  void cutsHeadingsAndRecords() throws IOException {
    FileSample sample = sample("\uFEFFcode, name ,n\n7,\"Alder, West\",1\n8,,\n");

    assertThat(sample.columns()).containsExactly("code", "name", "n");
    assertThat(sample.cells(1)).containsExactly("Alder, West", "");
    assertThat(sample.cells(2)).containsExactly("1", "");
    assertThat(sample.records()).isEqualTo(2);
    assertThat(sample.whole()).isTrue();
    assertThat(sample.notation().isDefault()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"','", "'\t'", "';'", "'|'"})
  void findsWhatCutsTheRecordsAlike(String delimiter) throws IOException {
    FileSample sample = sample("a,b,c\n1,2,3\n4,5,6\n".replace(",", delimiter));

    assertThat(sample.notation().delimiter()).isEqualTo(delimiter.charAt(0));
    assertThat(sample.columns()).containsExactly("a", "b", "c");
  }

  /** Commas within names cut more cells of a record, but not of each. */
  @Test
  void aDelimiterThatCutsSomeRecordsAloneIsNone() throws IOException {
    FileSample sample = sample("code;name\n7;Alder, West, Old\n8;Birch\n9;Cedar\n10;Dale\n");

    assertThat(sample.notation().delimiter()).isEqualTo(';');
  }

  /** Decimal commas cut the records in two as well, but not the heading. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "day;n\n2020-03-01;1,5\n2020-03-02;2,5\n2020-03-03;3,5\n",
        "day;n;m\n2020-03-01;1,5;2,5\n2020-03-02;2,5;2,5\n2020-03-03;2,5;2,5\n",
        "day;temp, mean;n\n2020-03-01;1,5;2,5\n2020-03-02;2,5;2,5\n2020-03-03;2,5;2,5\n"
      })
  void aDecimalCommaIsNoDelimiter(String text) throws IOException {
    FileSample sample = sample(text);

    assertThat(sample.notation().delimiter()).isEqualTo(';');
    assertThat(sample.notation().decimal()).isEqualTo(',');
    assertThat(sample.cells(1)).startsWith("1,5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "a;b\\n1,5;2\\n # ,",
        "a;b\\n1.5;2\\n # .",
        // Both stand there: the comma groups thousands.
        "a;b\\n1,12;2.5\\n # .",
        // 1,234 alone may be a thousand.
        "a;b\\n1,234;2\\n # .",
        "a,b\\n\"1,5\",2\\n # ."
      })
  void aDecimalCommaIsOneWhereNoPointIs(String text, String decimal) throws IOException {
    assertThat(sample(text.strip().replace("\\n", "\n")).notation().decimal())
        .isEqualTo(decimal.strip().charAt(0));
  }

  @Test
  void readsChineseTextInItsOwnEncoding() throws IOException {
    FileSample sample = (FileSample) look("区县,确诊\n上城区,3\n下城区,4\n", Charset.forName("GB18030"));

    assertThat(sample.columns()).containsExactly("区县", "确诊");
    assertThat(sample.notation().encoding()).isEqualTo("GB18030");
    assertThat(sample.notation().isDefault()).isFalse();
  }

  @Test
  void aColumnWithoutANameIsNamedByItsPlace() throws IOException {
    assertThat(sample(",a,\n1,2,3\n").columns()).containsExactly("_c0", "a", "_c2");
  }

  @Test
  void aRecordOfOtherLengthIsFilledOrCut() throws IOException {
    FileSample sample = sample("a,b,c\n1,2\n1,2,3,4\n1,2,3\n1,2,3\n");

    assertThat(sample.cells(2)).containsExactly("", "3", "3", "3");
  }

  @Test
  void whatHoldsNoTableSaysWhy() throws IOException {
    assertThat(reason("\n\n")).isEqualTo("it has no line");
    assertThat(reason("a,b\n")).isEqualTo("it has a heading and no record");
    assertThat(reason("a\n1\n")).isEqualTo("it has one column, or an unknown delimiter");
    assertThat(reason("a,".repeat(CsvText.MOST_CELLS + 1) + "\n1,2\n"))
        .startsWith("its first line has over 20000 cells");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b\n1,\"x\ny\n2,3\n", "a,b\n1,2\n\"3,4\n"})
  void aQuoteLeftOpenBreaksOff(String text) {
    assertThat(catchThrowable(() -> look(text)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not closed before the file ends");
  }
}
