package org.cityeval.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.cityeval.table.Tables;
import org.cityeval.table.gold.CityTable;
import org.cityeval.testing.PublishedFew;
import org.cityeval.warehouse.NamedTables;
import org.cityeval.warehouse.Warehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReachTest {
  private static boolean finds(Reach reach, String... name) {
    return reach.find(List.of(name)).isPresent();
  }

  /** Silver holds what is withheld, ops what was refused, gold what is not published yet. */
  @Test
  void whoMayReadWhatIsPublishedReadsNothingElse() {
    for (String schema : List.of("gold", "silver", "ops")) {
      assertThat(Reach.PUBLISHED.names()).noneMatch(name -> name.schema().equals(schema));
    }
    assertThat(finds(Reach.PUBLISHED, "current", "scorecard")).isTrue();
    assertThat(finds(Reach.PUBLISHED, "gold", "scorecard")).isFalse();
    assertThat(finds(Reach.PUBLISHED, "silver", "observation")).isFalse();
    assertThat(Reach.PUBLISHED.names()).hasSize(Tables.PUBLISHED.size());
    assertThat(Reach.PUBLISHED.showsPlans()).isFalse();
  }

  @Test
  void whoMayReadTheFilesReadsEverything() {
    assertThat(finds(Reach.WHOLE, "gold", "scorecard")).isTrue();
    assertThat(finds(Reach.WHOLE, "silver", "observation")).isTrue();
    assertThat(finds(Reach.WHOLE, "current", "scorecard")).isTrue();
    assertThat(finds(Reach.WHOLE, "current", "observation")).isFalse();
    assertThat(Reach.WHOLE.names()).hasSize(Tables.PUBLISHED.size() + Tables.ALL.size());
    assertThat(Reach.WHOLE.showsPlans()).isTrue();
  }

  /** Tools write all three parts; nobody else's catalogue is ours. */
  @Test
  void theCatalogueMayStandBeforeTheSchema() {
    assertThat(finds(Reach.PUBLISHED, "CityEval", "current", "SCORECARD")).isTrue();
    assertThat(finds(Reach.PUBLISHED, "spark_catalog", "current", "scorecard")).isFalse();
    assertThat(finds(Reach.PUBLISHED, "scorecard")).isFalse();
    assertThat(finds(Reach.PUBLISHED, "cityeval")).isFalse();
    assertThat(Reach.withoutCatalog(List.of("cityeval"))).containsExactly("cityeval");
    assertThat(Reach.withoutCatalog(List.of("cityeval", "gold"))).containsExactly("gold");
  }

  @Test
  void presentIsOfWhichThereAreRows(@TempDir Path folder) {
    PublishedFew few = new PublishedFew(folder).write(CityTable.SPEC);
    Warehouse warehouse =
        new Warehouse(
            () -> {
              throw new IllegalStateException("No session is to be started here");
            },
            few.tables());

    assertThat(Reach.WHOLE.present(new NamedTables(warehouse)))
        .extracting(NamedTables.Name::qualified)
        .containsExactly("gold.dim_city");
    few.publish("tiny", "{}");
    assertThat(Reach.PUBLISHED.present(new NamedTables(warehouse)))
        .extracting(NamedTables.Name::qualified)
        .containsExactly("current.dim_city");
  }
}
