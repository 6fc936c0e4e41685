package org.cityeval.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvHeadingsTest {
  private static FileHeadings of(String label, String... cells) {
    return CsvHeadings.of(new LakeFile("file:/" + label, label, 1, 1), cells);
  }

  @Test
  void aHeadingThatStandsTwiceIsNamedByItsPlaceAndIsNoOther() {
    String[] cells = {"date", "n1", "N1", "n11", null, "n1 "};

    assertThat(CsvHeadings.names(cells))
        .containsExactly("date", "n1 (column 2)", "N1 (column 3)", "n11", "_c4", "n1 (column 6)");
    FileHeadings headings = of("f.csv", cells);
    assertThat(headings.twice()).isEqualTo(Map.of("n1", List.of(2, 3, 6)));
    assertThat(headings.columns()).containsExactlyInAnyOrder("date", "n11");
  }

  @Test
  void blanksAroundAHeadingAreNoneOfIt() {
    assertThat(CsvHeadings.names(new String[] {"\ufeff区县 ", "\u3000确诊", " ", ""}))
        .containsExactly("区县", "确诊", "_c2", "_c3");
  }

  @Test
  void theFoldersOfAFileAreColumnsOfIt() {
    FileHeadings headings = of("year=2020/month=03/f.csv", "n");

    assertThat(headings.file()).isEqualTo("year=2020/month=03/f.csv");
    assertThat(headings.columns()).containsExactly("year", "month", "n");
  }
}
