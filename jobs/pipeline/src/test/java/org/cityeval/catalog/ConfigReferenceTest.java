package org.cityeval.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cityeval.config.check.ConfigSchema;
import org.cityeval.testing.Golden;
import org.junit.jupiter.api.Test;

class ConfigReferenceTest {
  private final String page = new ConfigReference(ConfigSchema.load()).markdown();

  @Test
  void isTheCommittedPage() {
    Golden.matches(Path.of("../docs/CONFIGURATION.md"), page);
  }

  @Test
  void saysTypeDefaultAndMeaningOfAKey() {
    assertThat(page)
        .contains("| `panel.rt.window_days` | whole number | `7` |")
        .contains("| `sources.<source>.measures.<measure>.value` | text | required |")
        .contains("| `evaluation.first_day` | date | required |")
        .contains("## quality\n")
        .contains("## panel (required)\n");
  }
}
