package org.cityeval.functions;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
public class MethodColumnTest {
  /** Called by plans. */
  public static Integer bytesIfAny(UTF8String text) {
    return text.numBytes() == 0 ? null : text.numBytes();
  }

  /** Called by plans. */
  public static UTF8String twice(UTF8String text) {
    return UTF8String.concat(text, text);
  }

  /** Counts what it is asked of. */
  public static final class Repeated implements Serializable {
    private final int times;

    Repeated(int times) {
      this.times = times;
    }

    /** Called by plans. */
    public static UTF8String of(Repeated repeated, UTF8String text, int more) {
      return text == null
          ? UTF8String.fromString("none")
          : UTF8String.fromString(text.toString().repeat(repeated.times + more));
    }

    /** Called by plans. */
    public static Double ratio(Repeated repeated, UTF8String text) {
      return text == null || text.numBytes() == 0
          ? null
          : Double.valueOf(text.numBytes() / (double) repeated.times);
    }
  }

  /** By rows that a task has, and by the same rows that the driver has; by both kinds of plans. */
  private static List<String> found(SparkSession spark, Column column) {
    SparkSession compiling = spark.newSession();
    compiling.conf().set("spark.sql.codegen.wholeStage", "true");
    compiling.conf().set("spark.sql.codegen.factoryMode", "CODEGEN_ONLY");
    List<String> interpreted = foundBy(spark, column);
    assertThat(foundBy(compiling, column)).isEqualTo(interpreted);
    return interpreted;
  }

  private static List<String> foundBy(SparkSession spark, Column column) {
    Dataset<Row> rows = spark.sql("select * from values ('ab'), (''), (null) as t(s)");
    List<String> here = rows.select(column).collectAsList().stream().map(Row::mkString).toList();
    assertThat(rows.repartition(1).sortWithinPartitions(col("s").desc_nulls_last()).select(column))
        .satisfies(
            far -> assertThat(far.collectAsList().stream().map(Row::mkString)).isEqualTo(here));
    return here;
  }

  @Test
  void aClassIsNotAskedForANullAndMayGiveOne(SparkSession spark) {
    assertThat(
            found(
                spark,
                MethodColumn.ask(
                    MethodColumnTest.class, "bytesIfAny", DataTypes.IntegerType, col("s"))))
        .containsExactly("2", "null", "null");
  }

  @Test
  void whatAlwaysGivesAValueHasNoNullWhereItIsAskedForNone(SparkSession spark) {
    Column twice =
        MethodColumn.askForValue(MethodColumnTest.class, "twice", DataTypes.StringType, col("s"));

    assertThat(found(spark, twice)).containsExactly("abab", "", "null");
    assertThat(spark.sql("select 'a' as s").select(twice).schema().fields()[0].nullable())
        .isFalse();
  }

  @Test
  void anObjectTravelsToTheRowsAndIsAskedForANullToo(SparkSession spark) {
    assertThat(
            found(
                spark,
                MethodColumn.ask(new Repeated(1), "of", DataTypes.StringType, col("s"), lit(1))))
        .containsExactly("abab", "", "none");
  }

  @Test
  void anObjectMayGiveNoNumber(SparkSession spark) {
    assertThat(
            found(
                spark, MethodColumn.ask(new Repeated(4), "ratio", DataTypes.DoubleType, col("s"))))
        .containsExactly("0.5", "null", "null");
  }
}
