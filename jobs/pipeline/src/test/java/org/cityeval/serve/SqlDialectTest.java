package org.cityeval.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.flight.sql.FlightSqlProducer.Schemas;
import org.apache.arrow.flight.sql.impl.FlightSql.SqlInfo;
import org.apache.arrow.flight.sql.impl.FlightSql.SqlSupportedTransaction;
import org.junit.jupiter.api.Test;

class SqlDialectTest {
  /** Numbers of the protocol's list with what is said of them. */
  private static List<List<Object>> said(SqlInfo... asked) {
    List<Integer> numbers = new ArrayList<>();
    for (SqlInfo one : asked) {
      numbers.add(one.getNumber());
    }
    SentRows client = new SentRows();
    new SqlDialect("7.8", "18.3").send(numbers, client);
    assertThat(client.schema()).isEqualTo(Schemas.GET_SQL_INFO_SCHEMA);
    assertThat(client.ends()).isEqualTo(1);
    return client.rows();
  }

  private static String one(SqlInfo asked) {
    List<List<Object>> rows = said(asked);
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).get(0)).isEqualTo(asked.getNumber());
    return String.valueOf(rows.get(0).get(1));
  }

  @Test
  void theServerSaysWhoItIs() {
    assertThat(one(SqlInfo.FLIGHT_SQL_SERVER_NAME)).isEqualTo("CityEval");
    assertThat(one(SqlInfo.FLIGHT_SQL_SERVER_VERSION)).isEqualTo("7.8");
    assertThat(one(SqlInfo.FLIGHT_SQL_SERVER_ARROW_VERSION)).isEqualTo("18.3");
  }

  /** A tool that knows it offers nobody a table to change. */
  @Test
  void nothingCanBeWritten() {
    assertThat(one(SqlInfo.FLIGHT_SQL_SERVER_READ_ONLY)).isEqualTo("true");
    assertThat(one(SqlInfo.SQL_DDL_TABLE)).isEqualTo("false");
    assertThat(one(SqlInfo.SQL_DDL_SCHEMA)).isEqualTo("false");
    assertThat(one(SqlInfo.SQL_TRANSACTIONS_SUPPORTED)).isEqualTo("false");
    assertThat(one(SqlInfo.FLIGHT_SQL_SERVER_TRANSACTION))
        .isEqualTo("" + SqlSupportedTransaction.SQL_SUPPORTED_TRANSACTION_NONE_VALUE);
    assertThat(one(SqlInfo.SQL_BATCH_UPDATES_SUPPORTED)).isEqualTo("false");
  }

  /** As the engine reads it: a name stands in backticks, a pattern escapes by a backslash. */
  @Test
  void namesAreWrittenAsTheEngineReadsThem() {
    assertThat(one(SqlInfo.SQL_IDENTIFIER_QUOTE_CHAR)).isEqualTo("`");
    assertThat(one(SqlInfo.SQL_SEARCH_STRING_ESCAPE)).isEqualTo("\\");
    assertThat(one(SqlInfo.SQL_CATALOG_AT_START)).isEqualTo("true");
  }

  @Test
  void severalAreToldTogetherAndNoneAskedForMeansAll() {
    assertThat(said(SqlInfo.FLIGHT_SQL_SERVER_SQL, SqlInfo.FLIGHT_SQL_SERVER_NAME))
        .extracting(row -> row.get(0))
        .containsExactlyInAnyOrder(
            SqlInfo.FLIGHT_SQL_SERVER_SQL_VALUE, SqlInfo.FLIGHT_SQL_SERVER_NAME_VALUE);
    assertThat(said()).hasSizeGreaterThan(30);
  }
}
