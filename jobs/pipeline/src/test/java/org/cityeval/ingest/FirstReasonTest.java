package org.cityeval.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.lake.Provenance;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class FirstReasonTest {
  private static final StructType ROW =
      new StructType()
          .add(Provenance.MALFORMED, DataTypes.StringType)
          .add("kept", DataTypes.BooleanType)
          .add("district", DataTypes.StringType)
          .add("number", DataTypes.DoubleType)
          .add("most", DataTypes.DoubleType);

  private static final StructType REFUSED =
      new StructType()
          .add(Provenance.MALFORMED, DataTypes.StringType)
          .add(RecordColumns.REASON, DataTypes.StringType);

  /** Each row fails by all that stands right of what is expected of it. */
  @Test
  void theFirstOfTheReasonsIsTold(SparkSession spark) {
    Dataset<Row> rows =
        spark.createDataFrame(
            List.of(
                RowFactory.create("cell_count: 3 of 4", false, "outside", null, 9.0),
                RowFactory.create(null, false, "outside", null, 9.0),
                RowFactory.create(null, true, "outside", null, 9.0),
                RowFactory.create(null, true, null, null, 9.0),
                RowFactory.create(null, true, null, 10.0, 9.0),
                RowFactory.create(null, true, null, 9.0, 9.0),
                RowFactory.create(null, true, null, 10.0, null)),
            ROW);

    List<String> found =
        rows.select(
                FirstReason.ofRow(FirstReason::code)
                    .when(Reason.FILTERED, col("kept").equalTo(false))
                    .district(col("district").isNotNull(), col("district"))
                    .when(Reason.UNPARSABLE_NUMBER, col("number").isNull())
                    .when(Reason.OUT_OF_RANGE, col("number").gt(col("most")))
                    .orNone())
            .as(Encoders.STRING())
            .collectAsList();

    assertThat(found)
        .containsExactly(
            "cell_count",
            "filtered",
            "outside",
            "unparsable_number",
            "out_of_range",
            "none",
            "none");
  }

  @Test
  void theSentenceSaysWhatWasFound(SparkSession spark) {
    Dataset<Row> rows =
        spark.createDataFrame(
            List.of(
                RowFactory.create("cell_count: 3 of 4", "cell_count"),
                RowFactory.create(null, "unparsable_date"),
                RowFactory.create(null, "unparsable_number")),
            REFUSED);

    List<String> told =
        rows.select(
                FirstReason.detail(
                    reason -> reason == Reason.UNPARSABLE_DATE ? lit(null) : lit("twelve")))
            .as(Encoders.STRING())
            .collectAsList();

    assertThat(told)
        .containsExactly(
            "The record has not as many cells as the heading: 3 of 4",
            "The date cannot be read",
            "The value is not a number: twelve");
  }

  @Test
  void eachReasonHasItsSentenceAndWhatWasFoundOfIt(SparkSession spark) {
    List<Reason> readable =
        Arrays.stream(Reason.values())
            .filter(reason -> reason != Reason.NONE && !reason.isUnreadable())
            .toList();
    Dataset<Row> rows =
        spark.createDataFrame(
            readable.stream().map(reason -> RowFactory.create(null, reason.code())).toList(),
            REFUSED);

    List<String> told =
        rows.select(FirstReason.detail(reason -> lit(reason.name())))
            .as(Encoders.STRING())
            .collectAsList();

    assertThat(told)
        .containsExactlyElementsOf(
            readable.stream().map(reason -> reason.sentence() + ": " + reason.name()).toList());
  }

  /** The unreadable tell what is damaged; all others tell the same here. */
  @Test
  void reasonsThatTellTheSameColumnShareABranch() {
    String asked = FirstReason.detail(reason -> lit("twelve")).toString();

    assertThat(asked.split("CASE WHEN", -1)).as(asked).hasSize(2);
  }

  @Test
  void noPartOfTheLakeHasAnOrderOfItsOwn() {
    FirstReason asked = FirstReason.ofValue(FirstReason::code).when(Reason.OUT_OF_RANGE, lit(true));

    assertThatThrownBy(() -> asked.when(Reason.NO_VALUE, lit(true)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NO_VALUE is asked for before OUT_OF_RANGE");
  }
}
