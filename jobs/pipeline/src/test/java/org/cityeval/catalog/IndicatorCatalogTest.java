package org.cityeval.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cityeval.indicator.Indicators;
import org.cityeval.testing.GoldenPart;
import org.junit.jupiter.api.Test;

class IndicatorCatalogTest {
  private final String page = IndicatorCatalog.published().markdown();

  @Test
  void isTheCommittedPage() {
    GoldenPart.matchesBelowMarker(Path.of("../docs/INDICATORS.md"), page);
  }

  @Test
  void hasARowAndASectionForEveryIndicator() {
    assertThat(page.lines().filter(line -> line.startsWith("| ["))).hasSameSizeAs(Indicators.ALL);
    assertThat(page.lines().filter(line -> line.startsWith("## ")))
        .hasSize(1 + Indicators.ALL.size())
        .contains("## E4 Resumption loss area");
  }

  @Test
  void linksToItsSections() {
    assertThat(page).contains("| [E4](#e4-resumption-loss-area) | Resumption loss area | 复工损失面积 |");
  }

  @Test
  void saysOfEachLevelWhichWayIsBetterWhereTheyDiffer() {
    // V1: less inequality is better for a city; a district's signed share of it is neither.
    assertThat(page)
        .contains("| better | city: lower; district: neither (context, never scored) |");
  }

  @Test
  void breaksNoTableByABarInAFormula() {
    assertThat(page.lines().filter(line -> line.startsWith("| formula |")))
        .allSatisfy(line -> assertThat(line.replace("\\|", "").split("\\|", -1)).hasSize(4));
  }
}
