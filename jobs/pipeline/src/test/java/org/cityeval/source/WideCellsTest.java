package org.cityeval.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.functions.RowsAtHand;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Columns id, d1, d2, each of a day; rows come back as id, damage, day, heading and cell. */
@ExtendWith(SparkExtension.class)
class WideCellsTest {
  private static final StructType SAID = new StructType().add("_date", DataTypes.DateType);
  private static final List<WideCells.Heading> DAYS =
      List.of(
          new WideCells.Heading(1, List.of(LocalDate.of(2020, 3, 1))),
          new WideCells.Heading(2, List.of(LocalDate.of(2020, 3, 2))));

  private static List<String> unpivoted(SparkSession spark, String values) {
    Dataset<Row> rows =
        spark.sql(
            "select id, d1, d2, nullif(_malformed, '') as _malformed from values "
                + values
                + " as t(id, d1, d2, _malformed)");
    return WideCells.unpivot(rows, SAID, DAYS).collectAsList().stream().map(Row::toString).toList();
  }

  @Test
  void eachCellIsARowWithWhatItsHeadingSays(SparkSession spark) {
    assertThat(unpivoted(spark, "('A', 5, null, string(null))"))
        .containsExactly("[A,null,2020-03-01,d1,5]", "[A,null,2020-03-02,d2,null]");
  }

  /** What the columns are is known without a plan that reads cells. */
  @Test
  void columnsAloneStayColumnsAlone(SparkSession spark) {
    StructType lake =
        new StructType()
            .add("id", DataTypes.StringType)
            .add("d1", DataTypes.StringType)
            .add("d2", DataTypes.StringType)
            .add("_malformed", DataTypes.StringType);

    Dataset<Row> alone = WideCells.unpivot(RowsAtHand.columnsAlone(spark, lake), SAID, DAYS);

    assertThat(RowsAtHand.areColumnsAlone(alone)).isTrue();
    assertThat(alone.schema())
        .isEqualTo(
            WideCells.unpivot(spark.createDataset(List.of(), Encoders.row(lake)), SAID, DAYS)
                .schema());
    assertThat(alone.columns()).containsExactly("id", "_malformed", "_date", "_heading", "value");
  }

  @Test
  void aRowThatCouldNotBeReadStaysOneOfWhichNoHeadingSaysAnything(SparkSession spark) {
    assertThat(unpivoted(spark, "('A', '5', '6', 'cell_count: 2, the heading has 3')"))
        .containsExactly("[A,cell_count: 2, the heading has 3,null,null,null]");
  }

  /** The cell that was cut is damaged; the others of its row were read. */
  @Test
  void ofARowThatWasCutShortTheLastCellAloneIsDamaged(SparkSession spark) {
    assertThat(unpivoted(spark, "('A', '5', '6', 'cut_short: d2 is 6')"))
        .containsExactly("[A,null,2020-03-01,d1,5]", "[A,cut_short: d2 is 6,2020-03-02,d2,6]");
  }
}
