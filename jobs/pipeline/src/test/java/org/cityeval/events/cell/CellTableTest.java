package org.cityeval.events.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellTableTest {
  private final CellTable table = new CellTable();

  @Test
  void numbersKeysAsTheyComeAndKnowsThemAgain() {
    assertThat(table.cell(77)).isZero();
    assertThat(table.cell(-5)).isEqualTo(1);
    assertThat(table.cell(77)).isZero();
    assertThat(table.cell(77)).isZero();
    assertThat(table.count()).isEqualTo(2);
    assertThat(table.key(1)).isEqualTo(-5);
  }

  /** The key of the last event is remembered; 0 must not be taken for it before there was one. */
  @Test
  void aFirstKeyOfZeroIsAKeyLikeAnyOther() {
    assertThat(table.cell(0)).isZero();
    assertThat(table.count()).isEqualTo(1);
  }

  @Test
  void keepsNumbersAndKeysAsItGrows() {
    for (int i = 0; i < 5_000; i++) {
      assertThat(table.cell(1_000_003L * i)).isEqualTo(i);
    }
    assertThat(table.count()).isEqualTo(5_000);
    for (int i = 4_999; i >= 0; i--) {
      assertThat(table.cell(1_000_003L * i)).isEqualTo(i);
      assertThat(table.key(i)).isEqualTo(1_000_003L * i);
    }
  }

  @Test
  void numbersFromNoughtAgainOnceCleared() {
    table.cell(1);
    table.cell(2);
    table.clear();

    assertThat(table.count()).isZero();
    assertThat(table.cell(2)).isZero();
    assertThat(table.cell(1)).isEqualTo(1);
  }
}
