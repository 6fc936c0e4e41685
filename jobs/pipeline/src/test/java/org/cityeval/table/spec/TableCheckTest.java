package org.cityeval.table.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.cityeval.table.Tables;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

class TableCheckTest {
  private static final TableColumn<Integer> RANK = TableColumn.integer("rank", "A rank.");
  private static final TableColumn<Double> SHARE = TableColumn.number("share", "A share.");
  private static final TableColumn<String> CLASS = TableColumn.text("class", "A word.");

  @Test
  void saysItInSql() {
    assertThat(TableCheck.ascending(RANK, SHARE).holds()).isEqualTo("rank <= share");
    assertThat(TableCheck.atLeast(RANK, 1).holds()).isEqualTo("rank >= 1");
    assertThat(TableCheck.within(RANK, 0, 4).holds()).isEqualTo("rank BETWEEN 0 AND 4");
    assertThat(TableCheck.nearly(SHARE, 0, 1).holds())
        .isEqualTo("share BETWEEN 0 - 1e-9 AND 1 + 1e-9");
    assertThat(TableCheck.word(CLASS, "a", "b").holds()).isEqualTo("class IN ('a', 'b')");
  }

  @Test
  void isNamedByWhatItSays() {
    assertThat(TableCheck.ascending(RANK, SHARE).name()).isEqualTo("rank_le_share");
    assertThat(TableCheck.atLeast(RANK, 1).name()).isEqualTo("rank_from_1");
    assertThatIllegalArgumentException().isThrownBy(() -> new TableCheck("a b", "true"));
  }

  /** A check of a column that is not there would stop every run. */
  @ExtendWith(SparkExtension.class)
  @Test
  void everyCheckReadsColumnsOfItsTableAndHasANameOfItsOwn(SparkSession spark) {
    List<String> checked = new ArrayList<>();
    for (TableSpec table : Tables.ALL) {
      assertThat(table.checks().stream().map(TableCheck::name)).doesNotHaveDuplicates();
      for (TableCheck check : table.checks()) {
        // Columns and types are resolved here.
        spark
            .createDataFrame(List.<Row>of(), table.structType())
            .where(functions.expr(check.expression()));
        checked.add(table.name());
      }
    }
    assertThat(checked).contains("indicator_value", "scorecard", "rank_interval", "wave");
    assertThat(Tables.ALL.stream().filter(table -> !table.schema().equals("gold")))
        .allMatch(table -> table.checks().isEmpty());
  }
}
