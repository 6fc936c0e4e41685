package org.cityeval.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DistrictTest {
  @Test
  void rowsMayMeanItByItsIdAndByThoseOfItsParts() {
    District whole =
        new District(
            "CH",
            "City and Hackney",
            null,
            "ldn",
            "London",
            null,
            280,
            List.of(),
            null,
            Map.of(),
            Map.of(),
            Map.of("H", 270.0, "C", 10.0));

    assertThat(whole.ids()).containsExactly("C", "H", "CH");
    assertThat(whole.with(List.of("T"), "POINT EMPTY").ids()).containsExactly("C", "H", "CH");
    assertThat(new District("T", "t", null, "ldn", "London", null, 1, List.of(), null).ids())
        .containsExactly("T");
  }
}
