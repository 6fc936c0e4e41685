package org.cityeval.report.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;

import java.util.List;
import java.util.Set;
import org.cityeval.warehouse.StoredRow;
import org.junit.jupiter.api.Test;

/** 35001 is Phoenix among commuting zones, and Bernalillo among counties, which lies in another. */
class CityIdsTest {
  private static final List<String> COLUMNS =
      List.of("city_id", "district_id", "level", "peer_id", "comparison_group", "n");

  private static CityIds ids(String district) {
    return CityIds.of(Set.of("35001", "34901"), Set.of(district));
  }

  private static StoredRow row(Object... cells) {
    return new StoredRow(COLUMNS, cells);
  }

  @Test
  void aCityThatSharesItsIdIsSetApart() {
    CityIds ids = ids("35001");

    assertThat(ids.apart(row("34901", "35001", "district", "36000", "34901", 1)).cells())
        .containsExactly("34901", "35001", "district", "36000", "34901", 1);
    assertThat(ids.apart(row("35001", "35001", "city", "35001", "cities", 2)).cells())
        .containsExactly("35001 (city)", "35001 (city)", "city", "35001 (city)", "cities", 2);
    assertThat(ids.apart(row("35001", "04013", "district", "35001", "35001", 3)).cells())
        .containsExactly("35001 (city)", "04013", "district", "35001", "35001 (city)", 3);
  }

  @Test
  void theListsThemselvesAgreeWithTheRest() {
    CityIds ids = ids("35001");

    assertThat(ids.apart(new StoredRow(List.of("city_id"), "35001")).get(CITY_ID))
        .isEqualTo("35001 (city)");
    assertThat(
            ids.apart(new StoredRow(List.of("district_id", "city_id"), "35001", "34901"))
                .get(DISTRICT_ID))
        .isEqualTo("35001");
  }

  @Test
  void othersStayAsTheyAre() {
    StoredRow row = new StoredRow(List.of("city_id"), "35001");

    assertThat(ids("99999").apart(row).get(CITY_ID)).isEqualTo("35001");
  }
}
