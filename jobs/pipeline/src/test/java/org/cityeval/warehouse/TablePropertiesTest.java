package org.cityeval.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.cityeval.table.Tables;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableCheck;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TablePropertiesTest {
  private static final TableSpec PLAIN =
      TableSpec.of("gold", "t", "x")
          .evaluationKey()
          .key(Keys.CITY_ID)
          .key(Keys.DATE)
          .columns(TableColumn.number("value", "A value."))
          .build();
  private static final TableSpec CHECKED =
      new TableSpec(
          "gold",
          "t",
          "x",
          PLAIN.key(),
          PLAIN.columns(),
          List.of(new TableCheck("positive", "value > 0"), new TableCheck("small", "value < 9")));

  @Test
  void readersOfVersion1ReadEveryTable() {
    assertThat(TableProperties.of(PLAIN))
        .containsEntry("delta.minReaderVersion", "1")
        .containsEntry("delta.minWriterVersion", "2")
        .containsEntry("delta.enableDeletionVectors", "false")
        .containsEntry("delta.columnMapping.mode", "none");
  }

  /** What partitions a table is known by the folders. */
  @ParameterizedTest
  @CsvSource({"gold.publication, 0", "gold.dim_city, 1", "gold.goalpost, 3", "gold.wave, 3"})
  void statisticsAreKeptOfTheKeyBelowThePartitionsOfThreeColumnsAtMost(
      String table, String columns) {
    assertThat(TableProperties.of(Tables.find(table).orElseThrow()))
        .containsEntry("delta.dataSkippingNumIndexedCols", columns);
  }

  /** What is empty breaks none. */
  @Test
  void checksAreConstraintsThatWritersMustKnow() {
    assertThat(TableProperties.of(CHECKED))
        .containsEntry("delta.minReaderVersion", "1")
        .containsEntry("delta.minWriterVersion", "3")
        .containsEntry("delta.constraints.positive", "coalesce(value > 0, true)")
        .containsEntry("delta.constraints.small", "coalesce(value < 9, true)");
  }

  @Test
  void kernelFindsTheProtocolItselfAndEvaluatesNoCheck() {
    assertThat(TableProperties.ofKernel(CHECKED))
        .doesNotContainKeys(
            "delta.minReaderVersion",
            "delta.minWriterVersion",
            "delta.constraints.positive",
            "delta.constraints.small")
        .containsEntry("delta.dataSkippingNumIndexedCols", "2");
  }

  @Test
  void aTableThatWasMadeBeforeNamesNoCheck() {
    assertThat(TableProperties.unnamed(CHECKED, Set.of("delta.constraints.positive", "other")))
        .extracting(TableCheck::name)
        .containsExactly("small");
    assertThat(TableProperties.unnamed(PLAIN, Set.of())).isEmpty();
  }
}
