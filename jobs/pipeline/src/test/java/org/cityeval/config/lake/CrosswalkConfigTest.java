package org.cityeval.config.lake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CrosswalkConfigTest {
  private static CrosswalkConfig at(String path, String table, Integer width) {
    return new CrosswalkConfig(
        new Location(path, table, null, null), "s", "id", null, null, width, null);
  }

  @Test
  void spellingsAreAListWhereTheyLieSomewhere() {
    assertThat(at("names.csv", null, null).isListed()).isTrue();
    assertThat(at(null, "lake.names", null).isListed()).isTrue();
    assertThat(at(null, null, null).isListed()).isFalse();
  }

  @Test
  void codesHaveAWidthWhereOneIsDeclared() {
    assertThat(at(null, null, null).width()).isEmpty();
    assertThat(at(null, null, 6).width()).hasValue(6);
  }
}
