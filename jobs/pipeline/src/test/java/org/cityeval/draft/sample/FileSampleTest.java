package org.cityeval.draft.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cityeval.draft.sample.FileSample.Notation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileSampleTest {
  @Test
  void theCellsOfAColumnComeInTheOrderOfTheRows() {
    FileSample sample =
        new FileSample(
            "f",
            Notation.binary("json"),
            List.of("a", "b"),
            List.of(new String[] {"1", "x"}, new String[] {"2", ""}),
            2,
            true);

    assertThat(sample.cells(1)).containsExactly("x", "");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, ',', '.', true",
    "GB18030, ',', '.', false",
    "UTF-8, ;, '.', false",
    "UTF-8, ',', ',', false"
  })
  void aConfigNeedNotSayWhatIsUsual(
      String encoding, char delimiter, char decimal, boolean expected) {
    assertThat(new Notation("csv", encoding, "", delimiter, decimal).isDefault())
        .isEqualTo(expected);
  }
}
