package org.cityeval.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cityeval.report.data.ReportData;
import org.cityeval.report.data.SampleReport;
import org.cityeval.report.data.SampleRevision;
import org.junit.jupiter.api.Test;

class RevisionSheetsTest {
  private static final ReportData DATA = SampleReport.data();
  private static final RevisionSheets SHEETS =
      RevisionSheets.of(SampleRevision.of(), DATA, new Subjects(DATA));

  @Test
  void countsWhatBecameOfTheValuesOfAnIndicator() {
    Sheet indicators = SHEETS.indicators();

    assertThat(indicators.columns())
        .containsExactly(
            "indicator",
            "level",
            "equal",
            "interval",
            "value",
            "word",
            "onlyBefore",
            "onlyNow",
            "beyond");
    // Of E1 one is equal and two changed; 9 lies outside 3 to 5, while 5 and 4 lie in 2 to 7.
    assertThat(indicators.rows())
        .containsExactly(
            List.of("E1", "district", 1, 0, 2, 0, 0, 0, 1),
            List.of("E4", "district", 0, 0, 0, 1, 0, 0, 0));
  }

  @Test
  void theLargestChangeComesFirst() {
    Sheet values = SHEETS.values();

    assertThat(values.rows().stream().map(row -> values.cell(row, "unit")))
        .containsExactly("riverton-1", "riverton-2", "riverton-5");
    assertThat(values.cell(values.rows().get(0), "beyond")).isEqualTo(true);
    assertThat(values.cell(values.rows().get(1), "beyond")).isEqualTo(false);
    // Where a value became a reason, no interval holds anything.
    assertThat(values.cell(values.rows().get(2), "beyond")).isNull();
  }

  @Test
  void changedClassesComeBeforeMovedRanks() {
    Sheet ranks = SHEETS.ranks();

    assertThat(ranks.rows().stream().map(row -> ranks.cell(row, "unit")))
        .containsExactly("riverton", "riverton-1", "riverton-2");
    // One rank moved among the cities. Of Riverton two moved, one of them into another class.
    assertThat(SHEETS.groups().rows())
        .containsExactly(
            List.of("cities", "span", "efficiency", 1, 1, 0, 0, 1, 0, 0),
            List.of("riverton", "span", "efficiency", 3, 2, 0, 1, 2, 0, 0));
  }

  @Test
  void oneVintageHasNoRevision() {
    assertThat(RevisionSheets.of(null, DATA, new Subjects(DATA))).isNull();
  }
}
