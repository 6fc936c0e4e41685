package org.cityeval.report.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SheetTest {
  private record Place(String name, Double height, Integer rank) {}

  @Test
  void namesItsColumnsByTheComponentsAndLeavesOutWhatIsNotThere() {
    Sheet sheet =
        Sheet.of(Place.class, List.of(new Place("a", 2.0, null), new Place("b", null, 3)));

    assertThat(sheet.columns()).containsExactly("name", "height", "rank");
    assertThat(sheet.rows().get(0)).containsExactly("a", 2L);
    assertThat(sheet.rows().get(1)).containsExactly("b", null, 3);
    assertThat(sheet.cell(sheet.rows().get(0), "rank")).isNull();
    assertThat(sheet.cell(sheet.rows().get(1), "rank")).isEqualTo(3);
  }

  @Test
  void keepsFiveDigitsAndNoNumberThatIsNone() {
    Sheet sheet =
        Sheet.of(
            List.of("v"),
            Arrays.asList(
                List.of(53.912345), List.of(0.00123456), List.of(1234567.8), List.of(Double.NaN)));

    assertThat(sheet.rows())
        .containsExactly(List.of(53.912), List.of(0.0012346), List.of(1234568L), List.of());
  }

  @Test
  void refusesAColumnThatItDoesNotHave() {
    Sheet sheet = Sheet.of(List.of("v"), List.of());

    assertThatThrownBy(() -> sheet.cell(List.of(), "w"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("No column w");
  }
}
