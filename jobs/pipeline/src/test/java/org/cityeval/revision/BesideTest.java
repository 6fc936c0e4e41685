package org.cityeval.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.warehouse.StoredRow;
import org.junit.jupiter.api.Test;

class BesideTest {
  @Test
  void aRowIsKnownWithinAPublicationByItsKeyWithoutThePublications() {
    assertThat(Beside.keys(RankIntervalTable.SPEC))
        .doesNotContain("evaluation_id", "as_of")
        .contains("comparison_group", "district_id", "period_id", "weighting");
  }

  private static StoredRow row(String district, String period, int rank) {
    return new StoredRow(
        List.of("district_id", "period_id", "rank", "more"), district, period, rank, "untold");
  }

  private static StoredRow said(int value) {
    return new StoredRow(List.of("key", "value"), "x", value);
  }

  private static String told(StoredRow row) {
    return row == null ? "none" : row.cell("rank").toString();
  }

  @Test
  void whatOneSideLacksIsNoneThere() {
    List<String> told = new ArrayList<>();
    try (Beside sides = new Beside(List.of("district_id", "period_id"), List.of("rank"))) {
      sides.add(Beside.B, row("C", "span", 4));
      sides.add(Beside.B, row("B", "span", 3));
      sides.add(Beside.A, row("B", "wave", 9));
      sides.add(Beside.A, row("B", "span", 2));
      sides.add(Beside.A, row("A", "span", 1));
      sides.each(
          ofKey ->
              told.add(
                  ofKey.get(0).text("district_id")
                      + " "
                      + ofKey.get(0).text("period_id")
                      + " "
                      + told(Beside.said(Beside.A, ofKey))
                      + " "
                      + told(Beside.said(Beside.B, ofKey))));
    }

    assertThat(told)
        .containsExactly("A span 1 none", "B span 2 3", "B wave 9 none", "C span none 4");
  }

  @Test
  void ofAKeyEachMaySaySeveralThingsAndBothTheSame() {
    List<String> told = new ArrayList<>();
    try (Beside sides = new Beside(List.of("key"), List.of("value"))) {
      sides.add(Beside.A + Beside.B, said(1));
      sides.add(Beside.B, said(2));
      sides.add(Beside.A, said(3));
      sides.each(
          ofKey ->
              ofKey.forEach(
                  row ->
                      told.add(
                          row.cell("value")
                              + (Beside.says(Beside.A, row) ? " a" : "")
                              + (Beside.says(Beside.B, row) ? " b" : ""))));
    }

    assertThat(told).containsExactly("3 a", "2 b", "1 a b");
  }

  @Test
  void ofNoKeysNothingIsTold() {
    List<StoredRow> told = new ArrayList<>();
    try (Beside sides = new Beside(List.of("key"), List.of("value"))) {
      sides.each(told::addAll);
    }

    assertThat(told).isEmpty();
  }
}
