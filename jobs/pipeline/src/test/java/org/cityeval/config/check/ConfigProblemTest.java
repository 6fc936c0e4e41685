package org.cityeval.config.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConfigProblemTest {
  @Test
  void placeKeyAndProblemStandOnOneLineAndWhyAndFixBelow() {
    assertThat(new ConfigProblem("my.yaml", 7, "a.b", "unknown", "it is x", "write y").render())
        .isEqualTo("my.yaml:7: a.b: unknown\n  why: it is x\n  fix: write y");
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    assertThat(new ConfigProblem("--set a=b", 0, "", "not a setting", "", "").render())
        .isEqualTo("--set a=b: not a setting");
  }
}
