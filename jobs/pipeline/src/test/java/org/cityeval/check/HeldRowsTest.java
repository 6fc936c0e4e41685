package org.cityeval.check;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.StartedJobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SparkExtension.class)
class HeldRowsTest {
  private static HeldRows held(SparkSession spark) {
    return HeldRows.of(
        spark.createDataFrame(
            List.of(
                RowFactory.create("A", 1, List.of("x", "y")),
                RowFactory.create("B", 2, List.of()),
                RowFactory.create("C", null, null),
                RowFactory.create("D", 4, List.of("z"))),
            new StructType()
                .add("name", DataTypes.StringType)
                .add("number", DataTypes.IntegerType)
                .add("texts", DataTypes.createArrayType(DataTypes.StringType))));
  }

  private interface Plan {
    Dataset<Row> of(Dataset<Row> rows);
  }

  /** What a plan makes of the rows, and how many jobs that takes. */
  private static List<String> made(SparkSession spark, Plan plan, int jobs) throws Exception {
    List<String> made = new ArrayList<>();
    HeldRows held = held(spark);
    StartedJobs started =
        StartedJobs.during(
            spark,
            () ->
                held.made(plan.of(held.columns()), none -> false)
                    .forEach(row -> made.add(row.mkString("|"))));
    assertThat(started.jobs()).isEqualTo(jobs);
    return made;
  }

  @Test
  void rowsAreChosenAndComputedWithoutAJob(SparkSession spark) throws Exception {
    assertThat(
            made(
                spark,
                rows ->
                    rows.withColumn("twice", col("number").multiply(2))
                        .where("twice > 2 or number is null")
                        .withColumn("four", col("twice").multiply(2))
                        .select("four", "name"),
                0))
        .containsExactly("8|B", "null|C", "16|D");
  }

  /** A row without texts has no row then, as in Spark. */
  @Test
  void arraysAreExplodedWithoutAJob(SparkSession spark) throws Exception {
    assertThat(
            made(
                spark,
                rows ->
                    rows.select(col("name"), col("number"), explode(col("texts")).as("text"))
                        .where("number < 5")
                        .selectExpr("concat(text, name)", "number"),
                0))
        .containsExactly("xA|1", "yA|1", "zD|4");
  }

  /** The numbers from 0 are looked at 64, then 256 and 1,024 at a time. */
  @ParameterizedTest
  @CsvSource({"0,64", "63,64", "64,320", "319,320", "320,1000", "5000,1000"})
  void noMoreRowsAreLookedAtOnceTheyTellEnough(int wanted, int looked, SparkSession spark) {
    HeldRows held = numbers(spark, 1_000);
    List<Row> made =
        held.made(
            held.columns().withColumn("twice", col("number").multiply(2)),
            rows -> rows.stream().anyMatch(row -> row.getInt(0) == wanted));
    assertThat(made).hasSize(looked);
    assertThat(made.get(looked - 1).getInt(1)).isEqualTo(2 * (looked - 1));
  }

  /** Were each part limited by itself, there would be three rows. */
  @Test
  void aPlanThatDoesNotGoRowByRowIsGivenAllRows(SparkSession spark) {
    HeldRows held = numbers(spark, 1_000);

    assertThat(held.made(held.columns().limit(1), none -> false)).hasSize(1);
    assertThat(held.made(held.columns().groupBy().count(), all -> true))
        .containsExactly(RowFactory.create(1_000L));
  }

  @Test
  void ofNoRowsNoneAreMade(SparkSession spark) {
    HeldRows held = numbers(spark, 0);

    assertThat(held.made(held.columns().select(col("number").plus(1)), none -> false)).isEmpty();
    assertThat(held.made(held.columns().groupBy().count(), none -> false))
        .containsExactly(RowFactory.create(0L));
  }

  private static HeldRows numbers(SparkSession spark, int count) {
    return HeldRows.of(
        spark.createDataFrame(
            IntStream.range(0, count).mapToObj(RowFactory::create).toList(),
            new StructType().add("number", DataTypes.IntegerType)));
  }

  @Test
  void whatElseAPlanDoesItDoesByJobs(SparkSession spark) throws Exception {
    assertThat(made(spark, rows -> rows.groupBy().sum("number"), 1)).containsExactly("7");
  }
}
