package org.cityeval.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A config is data: an expression makes a value of its row, and of nothing else. */
@ExtendWith(SparkExtension.class)
class RowExpressionsTest {
  private static Dataset<Row> rows(SparkSession spark) {
    return spark.sql("select 1L as n, 'a' as t, date '2020-03-01' as d, array(1, 2) as list");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sum(n)                                       | aggregate",
        "1 + max(n)                                   | aggregate",
        "count(*)                                     | aggregate",
        "row_number() over (order by n)               | window",
        "sum(n) over (partition by t)                 | window",
        "window(d, '1 day')                           | other rows",
        "explode(list)                                | generator",
        "posexplode(list)                             | generator",
        "(select 1)                                   | subquery",
        "n in (select 1)                              | subquery",
        "exists(select 1)                             | subquery",
        "*                                            | star",
        "rand()                                       | another value",
        "n + rand(3)                                  | another value",
        "uuid()                                       | outside the row",
        "shuffle(list)                                | another value",
        "monotonically_increasing_id()                | outside the row",
        "current_date                                 | clock",
        "current_date()                               | clock",
        "date_diff(now(), d)                          | clock",
        "unix_timestamp()                             | clock",
        "current_timezone()                           | clock",
        "current_user                                 | clock",
        "current_user()                               | outside the row",
        "current_database()                           | outside the row",
        "version()                                    | outside the row",
        "input_file_name()                            | outside the row",
        "reflect('java.lang.System', 'exit', 3)       | outside the row",
        "try_reflect('java.lang.System', 'exit', 3)   | outside the row",
        "java_method('java.lang.System', 'getenv')    | outside the row",
        "case when REFLECT('a', 'b') is null then 1 end | outside the row",
        "transform(list, x -> reflect('a', 'b'))      | outside the row",
        "`reflect`('a', 'b')                          | outside the row",
        "raise_error(t)                               | outside the row",
        "xpath_string(t, 'a')                         | outside the row",
        "from_avro(t, 'a', map())                     | outside the row",
        "spark_catalog.default.f(n)                   | no function",
        "my_udf(n)                                    | no function",
      })
  void whatIsNoneOverARowIsTold(String expression, String why, SparkSession spark) {
    assertThat(Expressions.findFault(rows(spark), expression, ExpressionKind.VALUE))
        .hasValueSatisfying(found -> assertThat(found).contains(why));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "n",
        "cast(n as double) / 2",
        "lpad(cast(cast(t as double) as int), 5, '0')",
        "to_date(t, 'M/d/yy')",
        "case when t like 'a%' then n else -n end",
        "aggregate(list, 0, (sum, x) -> sum + x)",
        "element_at(list, 1)",
        "coalesce(try_cast(t as int), n, pi())",
        "regexp_extract(t, '(a)', 1)",
        "d between date '2020-01-01' and make_date(2020, 12, 31)",
        "get_json_object(t, '$.a')",
        "null",
      })
  void anExpressionOverARowIsTaken(String expression, SparkSession spark) {
    assertThat(Expressions.findFault(rows(spark), expression, ExpressionKind.VALUE)).isEmpty();
  }
}
