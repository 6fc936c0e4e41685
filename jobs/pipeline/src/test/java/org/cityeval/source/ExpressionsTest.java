package org.cityeval.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.problem.UserProblem;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever stands in a cell, an expression gives a value or null; in either mode of Spark's SQL.
 */
@ExtendWith(SparkExtension.class)
class ExpressionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "to_date(x, 'yyyyMMdd')            | 20200131         | 2020-01-31",
        "to_date(x, 'yyyyMMdd')            | 20200231         | ",
        "to_date(x, 'yyyyMMdd')            | 2020-01-31       | ",
        "to_date(x, 'M/d/yy H:mm')         | 10/21/18 20:25   | 2018-10-21",
        "to_date(x, 'M/d/yy H:mm')         | 21/10/18 20:25   | ",
        "to_date(cast(x as int), 'yyyyMMdd') | 20200131       | 2020-01-31",
        "make_date(x, 2, 30)               | 2020             | ",
        "cast(x as int)                    | 2147483648       | ",
        "cast(x as int) + 1                | 2147483647       | ",
        "cast(x as int) + 1                | 2147483646       | 2147483647",
        "cast(x as int) * 2                | 1073741824       | ",
        "-2 - cast(x as int)               | 2147483647       | ",
        "cast(cast(x as double) as int)    | 1e10             | ",
        "1 / cast(x as double)             | 0                | ",
        "5 % cast(x as int)                | 0                | ",
        "5 div cast(x as int)              | 0                | ",
        "x / 0                             | 7                | ",
        "to_number(x, '999')               | abc              | ",
        "url_decode(x)                     | %zz              | ",
        "element_at(array(x), 0)           | a                | ",
        "coalesce(cast(x as int), -1)      | many             | -1",
      })
  void whatCannotBeComputedIsNull(
      String expression, String cell, String value, SparkSession shared) {
    for (String ansi : List.of("false", "true")) {
      SparkSession spark = shared.newSession();
      spark.conf().set("spark.sql.ansi.enabled", ansi);
      Dataset<Row> row = spark.createDataset(List.of(cell), Encoders.STRING()).toDF("x");

      Row result =
          row.select(Expressions.column(spark, expression).cast(DataTypes.StringType)).first();

      assertThat(result.getString(0)).as("ANSI %s", ansi).isEqualTo(value);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', ., -.715, -0.715",
    "'', ., 12., 12",
    "'', ., 1.5e3, 1500",
    "'', ., '1,234', ",
    "'', ., 1e999, ",
    "'', ., NaN, ",
    "'', ., 1d, ",
    "',', ., '1,234.5', 1234.5",
    "',', ., '-12,345,678', -12345678",
    "',', ., 1234.5, 1234.5",
    "',', ., '1,23', ",
    "',', ., '1234,567', ",
    "',', ., '1,234,56', ",
    "., ',', '1.234,5', 1234.5",
    "., ',', '1234,5', 1234.5",
    "., ',', 1234.5, ",
    "' ', ',', '1 234,5', 1234.5",
  })
  void aNumberIsReadAsTheConfigSaysItIsWritten(
      String thousands, String decimal, String text, Double number, SparkSession spark) {
    Notation notation = new Notation(thousands.isEmpty() ? null : thousands, decimal);
    Dataset<Row> row = spark.createDataset(List.of(text), Encoders.STRING()).toDF("x");

    Row result = row.select(notation.number(row.col("x"))).first();

    assertThat(result.<Double>getAs(0)).isEqualTo(number);
  }

  private static Dataset<Row> rows(SparkSession spark) {
    return spark.sql("select 1L as n, 'a' as t, date '2020-03-01' as d, array(1, 2) as list");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NUMBER | d             | gives DATE",
        "NUMBER | list          | gives ARRAY<INT>",
        "NUMBER | n > 1         | gives BOOLEAN",
        "DAY    | n             | gives BIGINT",
        "FILTER | t             | gives STRING",
        "FILTER | n             | gives BIGINT",
        "VALUE  | list          | gives ARRAY<INT>",
        "VALUE  | struct(n, t)  | gives STRUCT",
        "TEXTS  | array(list)   | gives ARRAY<ARRAY<INT>>",
      })
  void whatTheKeyCannotTakeIsTold(
      ExpressionKind kind, String expression, String why, SparkSession spark) {
    assertThat(Expressions.findFault(rows(spark), expression, kind))
        .hasValueSatisfying(found -> assertThat(found).contains(why, kind.wanted()));
  }

  @Test
  void noStageComputesWhatCheckWouldRefuse(SparkSession spark) {
    assertThatThrownBy(() -> Expressions.column(spark, "reflect('java.lang.System', 'exit', 3)"))
        .isInstanceOf(UserProblem.class);
  }
}
