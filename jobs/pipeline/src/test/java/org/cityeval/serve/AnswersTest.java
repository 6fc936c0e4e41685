package org.cityeval.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.Row;
import org.cityeval.testing.SparkExtension;
import org.cityeval.warehouse.Warehouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Rows as a tool gets them, against those that were written. */
@ExtendWith(SparkExtension.class)
class AnswersTest {
  private static final int CLIENTS = 20;

  @TempDir private static Path folder;
  private static ServedWaves served;
  private static Connection connection;

  @BeforeAll
  static void connect() throws SQLException {
    served = ServedWaves.start(ServedWaves.publish(folder.resolve("w")));
    connection = served.connect();
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
    served.close();
  }

  /** The written rows, as the driver shows their days. */
  private static List<List<Object>> written(List<Row> rows) {
    return rows.stream()
        .map(
            row -> {
              List<Object> cells = new ArrayList<>();
              for (int i = 0; i < row.size(); i++) {
                cells.add(
                    row.get(i) instanceof java.time.LocalDate day ? Date.valueOf(day) : row.get(i));
              }
              return cells;
            })
        .toList();
  }

  @Test
  void rowsAreThoseThatWereWrittenByEveryNameOfTheTable() throws SQLException {
    for (String name : List.of("current.wave", "cityeval.current.wave", "`CURRENT`.`Wave`")) {
      assertThat(
              ServedWaves.ask(
                  connection, "select * from " + name + " order by district_id, wave_no"))
          .isEqualTo(written(ServedWaves.WAVES));
    }
    assertThat(
            ServedWaves.ask(
                connection,
                "select cityeval.current.wave.wave_no, current.wave.wave_no, wave.wave_no from"
                    + " cityeval.current.wave where wave_no = 2"))
        .containsExactly(List.of(2, 2, 2));
  }

  @Test
  void typesKeepTheirValues() throws SQLException {
    try (Statement asked = connection.createStatement();
        ResultSet row =
            asked.executeQuery(
                "select timestamp '2020-07-02 03:04:05.678901' at, timestamp_ntz '2020-07-02"
                    + " 03:04:05.678901' plain, date '1900-02-28' day, 1.250BD price,"
                    + " -99999999999999999999999999999999999999BD most, array('a', null) list,"
                    + " cast(null as date) nothing, true yes, 9223372036854775807L long,"
                    + " double('NaN') nan, x'01ff' bytes, named_struct('n', timestamp '2020-01-01"
                    + " 00:00:00') nested, '' empty")) {
      assertThat(row.next()).isTrue();
      Calendar utc = Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
      Instant instant = Instant.parse("2020-07-02T03:04:05.678901Z");
      assertThat(row.getTimestamp("at", utc).toInstant()).isEqualTo(instant);
      assertThat(row.getTimestamp("plain", utc).toInstant()).isEqualTo(instant);
      assertThat(row.getMetaData().getColumnType(1)).isEqualTo(Types.TIMESTAMP);
      assertThat(row.getString("at")).isEqualTo("2020-07-02 03:04:05.678901");
      assertThat(row.getDate("day").toLocalDate()).isEqualTo("1900-02-28");
      assertThat(row.getBigDecimal("price")).isEqualTo(new BigDecimal("1.250"));
      assertThat(row.getMetaData().getScale(4)).isEqualTo(3);
      assertThat(row.getBigDecimal("most"))
          .isEqualTo(new BigDecimal("-99999999999999999999999999999999999999"));
      assertThat((Object[]) row.getArray("list").getArray())
          .extracting(String::valueOf)
          .containsExactly("a", "null");
      assertThat(row.getDate("nothing")).isNull();
      assertThat(row.wasNull()).isTrue();
      assertThat(row.getBoolean("yes")).isTrue();
      assertThat(row.getLong("long")).isEqualTo(Long.MAX_VALUE);
      assertThat(row.getDouble("nan")).isNaN();
      assertThat(row.getBytes("bytes")).containsExactly(1, 255);
      assertThat(row.getString("nested")).contains("2020,1,1,0,0");
      assertThat(row.getString("empty")).isEmpty();
      assertThat(row.next()).isFalse();
    }
  }

  /** More than what lies between two machines: the endpoint waits until the client reads on. */
  @Test
  void manyRowsArriveAll() throws Exception {
    try (Statement asked = connection.createStatement();
        ResultSet rows =
            asked.executeQuery("select id, repeat('x', 200) from range(0, 100000, 1, 3)")) {
      long sum = 0;
      while (rows.next()) {
        sum += rows.getLong(1);
      }
      assertThat(sum).isEqualTo(99_999L * 100_000L / 2);
    }
  }

  @Test
  void headingsAreTheNamesOfTheColumnsAlsoOfAnEmptyAnswer() throws SQLException {
    try (Statement asked = connection.createStatement();
        ResultSet none =
            asked.executeQuery("select wave_no, size as cases from current.wave where false")) {
      assertThat(none.getMetaData().getColumnLabel(1)).isEqualTo("wave_no");
      assertThat(none.getMetaData().getColumnLabel(2)).isEqualTo("cases");
      assertThat(none.next()).isFalse();
    }
  }

  @Test
  void whatDescribesIsAnswered() throws SQLException {
    assertThat(ServedWaves.ask(connection, "show schemas")).containsExactly(List.of("current"));
    assertThat(ServedWaves.ask(connection, "show tables in cityeval.current").get(0).get(1))
        .isEqualTo("wave");
    assertThat(ServedWaves.ask(connection, "describe current.wave").get(8))
        .containsExactly("end_date", "date", "Last day of the wave.");
  }

  @Test
  void theCatalogueMayBeSaidWhenConnectingAndAnotherIsRefused() throws SQLException {
    Connection own = served.connect("catalog", "cityeval");
    assertThat(ServedWaves.ask(own, "select 1")).containsExactly(List.of(1));
    // The driver ends the session once more after it has left.
    assertThat(catchThrowable(own::close))
        .satisfiesAnyOf(
            none -> assertThat(none).isNull(),
            late -> assertThat(late).hasMessageContaining("Channel shutdown invoked"));
    // The last two hold the name, and more.
    for (String other : List.of("other", "cityeval2", "not cityeval")) {
      assertThatThrownBy(() -> ServedWaves.ask(served.connect("catalog", other), "select 1"))
          .hasMessageContaining("Cannot set session option for catalog");
    }
  }

  @Test
  void aPreparedStatementTakesValuesOfTheTypesOfWhatTheyAreComparedWith() throws SQLException {
    try (PreparedStatement asked =
        connection.prepareStatement(
            "with w as (select * from current.wave where district_id = ? and end_date >= ?) select"
                + " wave_no, ? as said from w where size < ? and wave_no in (?, ?) and start_date <"
                + " (select max(peak_date) from current.wave where peak_cases > ?) limit ?")) {
      assertThat(asked.getParameterMetaData().getParameterCount()).isEqualTo(8);
      assertThat(asked.getParameterMetaData().getParameterType(1)).isEqualTo(Types.VARCHAR);
      assertThat(asked.getParameterMetaData().getParameterType(2)).isEqualTo(Types.DATE);
      assertThat(asked.getParameterMetaData().getParameterType(5)).isEqualTo(Types.INTEGER);
      asked.setString(1, "O'Hara `x` 区");
      asked.setDate(2, Date.valueOf("2020-04-03"));
      asked.setString(3, "' or 1 = 1 --");
      asked.setDouble(4, 2e9);
      asked.setInt(5, 1);
      asked.setInt(6, 2);
      asked.setDouble(7, -1);
      asked.setInt(8, 10);
      assertThat(ServedWaves.cells(asked.executeQuery()))
          .containsExactly(List.of(1, "' or 1 = 1 --"));
      // The same statement with other values.
      asked.setDate(2, Date.valueOf("2020-04-04"));
      assertThat(ServedWaves.cells(asked.executeQuery())).isEmpty();
    }
  }

  @Test
  void timesDecimalsAndNothingAreValuesToo() throws SQLException {
    try (PreparedStatement asked =
        connection.prepareStatement(
            "select timestamp '2020-07-02 03:04:05.678' = ?, 1.25BD = ?, ? is null, cast(? as"
                + " boolean)")) {
      asked.setTimestamp(1, Timestamp.valueOf("2020-07-02 03:04:05.678"));
      asked.setBigDecimal(2, new BigDecimal("1.25"));
      asked.setNull(3, Types.VARCHAR);
      asked.setBoolean(4, true);
      assertThat(ServedWaves.cells(asked.executeQuery()))
          .containsExactly(List.of(true, true, true, true));
    }
  }

  @Test
  void aValueThatIsLackingIsToldOf() throws SQLException {
    try (PreparedStatement asked = connection.prepareStatement("select ? + 1")) {
      assertThatThrownBy(asked::executeQuery).isInstanceOf(Exception.class);
    }
    assertThatThrownBy(() -> ServedWaves.ask(connection, "select ? + 1"))
        .hasMessageContaining("1 question marks");
  }

  /** What is written but not published is not seen; what is published, by the next statement. */
  @Test
  void theNextStatementSeesTheNextPublication(@TempDir Path other) throws SQLException {
    Warehouse changing = ServedWaves.publish(other.resolve("w"));
    String count = "select count(*), count(distinct a.wave_no) from current.wave a, current.wave b";
    try (ServedWaves serving = ServedWaves.start(changing);
        Connection asking = serving.connect();
        PreparedStatement prepared = asking.prepareStatement(count)) {
      assertThat(ServedWaves.ask(asking, count)).containsExactly(List.of(9L, 2L));
      long version = ServedWaves.replace(changing, ServedWaves.WAVES.subList(0, 1));
      assertThat(ServedWaves.ask(asking, count)).containsExactly(List.of(9L, 2L));
      ServedWaves.publish(changing, version);
      assertThat(ServedWaves.ask(asking, count)).containsExactly(List.of(1L, 1L));
      assertThat(ServedWaves.cells(prepared.executeQuery())).containsExactly(List.of(1L, 1L));
    }
  }

  @Test
  void twentyClientsAreAnsweredAtOnce() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Callable<List<List<Object>>>> asked = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        int client = i;
        asked.add(
            () -> {
              try (Connection own = served.connect()) {
                return ServedWaves.ask(
                    own,
                    "select w.wave_no + "
                        + client
                        + ", count(*) from current.wave w cross join range(1000) group by 1 order"
                        + " by 1");
              }
            });
      }
      List<Future<List<List<Object>>>> answers = clients.invokeAll(asked);
      for (int i = 0; i < CLIENTS; i++) {
        // Two waves are the first of their district.
        assertThat(answers.get(i).get())
            .containsExactly(List.of(i + 1, 2000L), List.of(i + 2, 1000L));
      }
    } finally {
      clients.shutdownNow();
    }
  }
}
