package org.cityeval.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.Indicators;
import org.junit.jupiter.api.Test;

/** Whoever finds a value changed finds out why. */
class ChangelogTest {
  private static final Pattern VERSION =
      Pattern.compile("(?m)^\\| ([A-Z]\\d) \\| (\\d+) \\| \\d{4}-\\d{2}-\\d{2} \\| .{4,} \\|$");

  @Test
  void namesEveryVersionOfEveryMethod() throws IOException {
    List<String> versions = new ArrayList<>();
    for (Indicator indicator : Indicators.ALL) {
      for (int version = 2; version <= indicator.spec().methodVersion(); version++) {
        versions.add(indicator.spec().id() + " " + version);
      }
    }

    List<String> named =
        VERSION
            .matcher(Files.readString(Path.of("../../CHANGELOG.md")))
            .results()
            .map(row -> row.group(1) + " " + row.group(2))
            .toList();
    assertThat(named).containsExactlyInAnyOrderElementsOf(versions);
  }
}
