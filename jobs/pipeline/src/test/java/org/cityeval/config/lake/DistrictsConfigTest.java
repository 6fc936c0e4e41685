package org.cityeval.config.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cityeval.config.lake.DistrictsConfig.Columns;
import org.cityeval.config.lake.DistrictsConfig.Merge;
import org.junit.jupiter.api.Test;

class DistrictsConfigTest {
  private static DistrictsConfig config(Map<String, String> attributes, Map<String, Merge> merge) {
    return new DistrictsConfig(null, null, null, null, null, null, attributes, merge);
  }

  private static Columns columns(Map<String, String> regions) {
    return new Columns("id", "name", "city", "city", null, null, null, regions);
  }

  @Test
  void whatIsLeftOutIsEmpty() {
    assertThat(config(null, null).attributes()).isEmpty();
    assertThat(config(null, null).merge()).isEmpty();
    assertThat(columns(null).regions()).isEmpty();
  }

  /** In the order of the config, by which tables and messages name them. */
  @Test
  void whatIsSaidKeepsItsOrderAndDoesNotChangeAfterwards() {
    Map<String, String> said = new LinkedHashMap<>();
    for (String name : List.of("z", "a", "m", "b")) {
      said.put(name, "x");
    }
    Map<String, Merge> merge = new LinkedHashMap<>();
    said.keySet().forEach(id -> merge.put(id, new Merge(List.of("p"), null, null)));
    DistrictsConfig config = config(said, merge);
    Columns columns = columns(said);

    said.clear();
    merge.clear();

    assertThat(config.attributes().keySet()).containsExactly("z", "a", "m", "b");
    assertThat(config.merge().keySet()).containsExactly("z", "a", "m", "b");
    assertThat(columns.regions().keySet()).containsExactly("z", "a", "m", "b");
    assertThatThrownBy(() -> config.attributes().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void partsOfAMergedDistrictDoNotChangeAfterwards() {
    List<String> parts = new ArrayList<>(List.of("p", "q"));
    Merge merge = new Merge(parts, null, null);

    parts.clear();

    assertThat(merge.parts()).containsExactly("p", "q");
  }
}
