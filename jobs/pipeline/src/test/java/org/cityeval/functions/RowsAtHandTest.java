package org.cityeval.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class RowsAtHandTest {
  private static final StructType PAIR = new StructType().add("a", DataTypes.StringType);
  private static final StructType SCHEMA =
      new StructType()
          .add("text", DataTypes.StringType)
          .add("number", DataTypes.LongType)
          .add("texts", DataTypes.createArrayType(DataTypes.StringType))
          .add("pair", PAIR);

  @Test
  void heldRowsAreThoseThatWereGiven(SparkSession spark) {
    Dataset<Row> rows =
        spark.createDataFrame(
            List.of(
                RowFactory.create("x", 3L, List.of("y", "z"), RowFactory.create("p")),
                RowFactory.create(null, null, null, null)),
            SCHEMA);

    assertThat(RowsAtHand.areHeld(rows)).isTrue();
    List<Row> held = RowsAtHand.held(rows);
    assertThat(held).hasSize(2);
    assertThat(held.get(0).getString(0)).isEqualTo("x");
    assertThat(held.get(0).getLong(1)).isEqualTo(3);
    assertThat(held.get(0).<String>getList(2)).containsExactly("y", "z");
    assertThat(held.get(0).getStruct(3).getString(0)).isEqualTo("p");
    assertThat(Arrays.asList(held.get(1).get(0), held.get(1).get(1), held.get(1).get(2)))
        .containsOnlyNulls();
    assertThat(held.get(1).schema()).isEqualTo(SCHEMA);
  }

  @Test
  void aPlanIsNotHeldAndHasMoreThanColumns(SparkSession spark) {
    Dataset<Row> plan = spark.range(3).toDF();

    assertThat(RowsAtHand.areHeld(plan)).isFalse();
    assertThat(RowsAtHand.areColumnsAlone(plan)).isFalse();
  }

  @Test
  void columnsAloneHaveNoRows(SparkSession spark) {
    Dataset<Row> alone = RowsAtHand.columnsAlone(spark, SCHEMA);

    assertThat(RowsAtHand.areColumnsAlone(alone)).isTrue();
    assertThat(RowsAtHand.areHeld(alone)).isFalse();
    assertThat(alone.schema()).isEqualTo(SCHEMA);
    assertThat(alone.collectAsList()).isEmpty();
  }
}
