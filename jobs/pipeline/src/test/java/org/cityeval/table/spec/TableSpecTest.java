package org.cityeval.table.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class TableSpecTest {
  private static final TableColumn<Double> VALUE = TableColumn.number("value", "A number.");

  private static TableSpec table(String schema) {
    return TableSpec.of(schema, "t", "One row a day.")
        .evaluationKey()
        .key(Keys.SOURCE_ID)
        .key(Keys.DATE)
        .columns(VALUE)
        .check("positive", "value > 0")
        .build();
  }

  @Test
  void keysLeadTheColumnsAndHaveTheirTypes() {
    TableSpec table = table("gold");

    assertThat(table.qualifiedName()).isEqualTo("gold.t");
    assertThat(table.key()).containsExactly("evaluation_id", "as_of", "source_id", "date");
    assertThat(table.columnNames())
        .containsExactly("evaluation_id", "as_of", "source_id", "date", "value");
    StructType type = table.structType();
    assertThat(type.apply("as_of").dataType()).isEqualTo(DataTypes.DateType);
    assertThat(type.apply("value").dataType()).isEqualTo(DataTypes.DoubleType);
    assertThat(type.apply("value").getComment().get()).isEqualTo("A number.");
    assertThat(table.checks()).hasSize(1);
  }

  /** Days and districts would make a partition of a few rows each. */
  @Test
  void onlyWhatASliceIsMadeOfPartitionsATable() {
    assertThat(table("gold").partitions()).containsExactly("evaluation_id", "source_id", "as_of");
    assertThat(table("silver").partitions()).containsExactly("evaluation_id", "source_id", "as_of");
    assertThat(table("ops").partitions()).containsExactly("evaluation_id", "source_id");
    assertThat(TableSpec.of("gold", "t", "x").key(Keys.DATE).build().partitions()).isEmpty();
  }

  @Test
  void rowsAreWrittenByTheKeyButPartitionByPartition() {
    TableSpec table =
        TableSpec.of("silver", "t", "x").key(Keys.DATE).key(Keys.AS_OF).key(Keys.SOURCE_ID).build();

    assertThat(table.order()).containsExactly("source_id", "as_of", "date");
    assertThat(table.key()).containsExactly("date", "as_of", "source_id");
  }

  @Test
  void aTypeThatSomeReadersLackIsRefused() {
    TableColumn<Object> map =
        new TableColumn<>(
            "parts", DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType), "Parts.");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> TableSpec.of("gold", "t", "x").columns(List.of(map)).build())
        .withMessage("gold.t.parts has a type that some readers lack");
  }
}
