package org.cityeval.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SparkExtension.class)
class QueryFormTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "select count(distinct t) from v                                     | ",
        "with a as (select n from v) select sum(n) from a                    | ",
        "select count(*) from v where n > (select avg(n) from v)             | ",
        "select count(*) from v lateral view explode(list) e                 | ",
        "select reflect('java.lang.System', 'exit', 3) from v                | outside the row",
        "select count(*) from v where t = (select reflect('a', 'b'))         | outside the row",
        "select count(*) from text.`/etc/passwd`                             | not {object} alone",
        "select count(*) from v, other                                       | not {object} alone",
        "select (select count(*) from other) from v                          | not {object} alone",
        "with v2 as (select * from other) select count(*) from v2            | not {object} alone",
      })
  void aQueryReadsItsOwnRowsAlone(String query, String why, SparkSession spark) {
    assertThat(Expressions.findFaultOfQuery(spark, query, "v").orElse(""))
        .contains(why == null ? "" : why);
    assertThat(Expressions.findFaultOfQuery(spark, query, "v").isPresent()).isEqualTo(why != null);
  }
}
