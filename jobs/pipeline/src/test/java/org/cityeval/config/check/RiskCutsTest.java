package org.cityeval.config.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.cityeval.numeric.epidemic.RiskThresholds;
import org.junit.jupiter.api.Test;

/** The pages tell the cuts that are in force. */
class RiskCutsTest {
  @Test
  void theKeyOfThePresetTellsTheCutsOfActNow() throws IOException {
    String page = Files.readString(Path.of("../docs/CONFIGURATION.md"));

    assertThat(page)
        .contains("up to " + list(RiskThresholds.actNow().densityCuts()) + ", above it 5")
        .contains("up to " + list(RiskThresholds.actNow().reproductionCuts()) + ", above it 4");
  }

  @Test
  void theIndicatorsTellTheCutsOfBoth() throws IOException {
    String page = Files.readString(Path.of("../docs/INDICATORS.md"));

    RiskThresholds zhejiang = RiskThresholds.zhejiang();
    assertThat(page)
        .contains("1 without a case in " + zhejiang.clearDays() + " days")
        .contains("2 without one in " + zhejiang.quietDays() + ",")
        .contains("3 below " + zhejiang.orangeFrom() + " (or below " + zhejiang.clusterCases())
        .contains("4 below " + zhejiang.redFrom() + ", 5 from there")
        .contains("(up to " + list(RiskThresholds.actNow().densityCuts()) + ")")
        .contains("(up to " + list(RiskThresholds.actNow().reproductionCuts()) + ")");
  }

  private static String list(List<Double> cuts) {
    return cuts.stream()
        .map(cut -> cut == Math.rint(cut) ? String.valueOf(Math.round(cut)) : cut.toString())
        .collect(Collectors.joining(", "));
  }
}
