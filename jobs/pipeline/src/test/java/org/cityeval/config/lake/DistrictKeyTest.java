package org.cityeval.config.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cityeval.config.lake.DistrictKey.Affixes;
import org.cityeval.config.lake.DistrictKey.DistrictColumns;
import org.junit.jupiter.api.Test;

class DistrictKeyTest {
  @Test
  void theDistrictStandsBetweenPrefixAndSuffix() {
    Affixes affixes = new Affixes("n_", "_cases");

    assertThat(affixes.district("n_330102_cases")).isEqualTo("330102");
    assertThat(affixes.district("n_上城区_cases")).isEqualTo("上城区");
    assertThat(affixes.district("330102_cases")).isNull();
    assertThat(affixes.district("n_330102")).isNull();
    // Nothing is left between them.
    assertThat(affixes.district("n__cases")).isNull();
    assertThat(new Affixes("ab", "bc").district("abc")).isNull();
    assertThat(new Affixes("", "").district("330102")).isEqualTo("330102");
    assertThat(affixes.length()).isEqualTo(8);
  }

  @Test
  void everyPrefixStandsWithEverySuffix() {
    DistrictColumns columns = new DistrictColumns(List.of("a", "b"), List.of("x", "y"), null);

    assertThat(columns.affixes())
        .containsExactly(
            new Affixes("a", "x"),
            new Affixes("a", "y"),
            new Affixes("b", "x"),
            new Affixes("b", "y"));
    assertThat(new DistrictColumns(null, List.of("x"), null).affixes())
        .containsExactly(new Affixes("", "x"));
  }

  @Test
  void columnsAreAddedWhereADistrictMayHaveSeveral() {
    assertThat(new DistrictColumns(null, List.of("x", "y"), null).areAdded()).isTrue();
    assertThat(new DistrictColumns(List.of("a"), List.of("x"), null).areAdded()).isFalse();
    assertThat(new DistrictColumns(null, null, Map.of("c1", "A", "c2", "B")).areAdded()).isFalse();
    assertThat(new DistrictColumns(null, null, Map.of("c1", "A", "c2", "A")).areAdded()).isTrue();
  }
}
