package org.cityeval.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements of someone who is let in and wants more than is published. */
@ExtendWith(SparkExtension.class)
class HostileStatementsTest {
  @TempDir private static Path folder;
  private static ServedWaves served;
  private static Connection connection;

  @BeforeAll
  static void connect() throws SQLException, IOException {
    served = ServedWaves.start(ServedWaves.publish(folder.resolve("w")));
    Files.writeString(folder.resolve("secret.txt"), "not for queries\n");
    connection = served.connect();
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
    served.close();
  }

  private static List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(file -> file + " " + file.toFile().length()).sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Tables that are there, but are not published.
        "select * from gold.wave",
        "select * from cityeval.gold.publication",
        "select * from ops.run",
        "select * from silver.observation",
        "select * from spark_catalog.current.wave",
        "describe gold.publication",
        "show tables in gold",
        "explain select * from gold.wave",
        // A plan tells where the files are.
        "explain select * from current.wave",
        "explain extended select 1",
        "with current as (select 1) select * from gold.wave",
        // What writes, sets or loads.
        "insert into current.wave select * from current.wave",
        "update current.wave set size = 0",
        "delete from current.wave",
        "merge into current.wave a using current.wave b on false when not matched then insert *",
        "truncate table current.wave",
        "drop table current.wave",
        "drop schema current cascade",
        "create table x as select * from current.wave",
        "create or replace temporary view wave as select 1",
        "alter table current.wave add columns (x int)",
        "set spark.sql.ansi.enabled=true",
        "set",
        "reset",
        "set time zone 'Asia/Shanghai'",
        "add jar '/tmp/x.jar'",
        "list files",
        "create temporary function f as 'java.lang.String'",
        "use gold",
        "cache table current.wave",
        "refresh table current.wave",
        "call system.x()",
        "begin select 1; end",
        "execute immediate 'select 1'",
        "declare x int",
        "insert overwrite local directory '{folder}/out' using csv select 1",
        // Files by their path.
        "select * from text.`{folder}/secret.txt`",
        "select * from csv.`{folder}/secret.txt`",
        "select * from parquet.`{folder}/w/gold/wave`",
        "select * from delta.`{folder}/w/gold/wave`",
        "select * from cityeval.text.`{folder}/secret.txt`",
        "select * from read_files('{folder}/secret.txt')",
        "select (select max(value) from text.`{folder}/secret.txt`)",
        // Calls into Java and about the machine.
        "select reflect('java.lang.System', 'getenv', 'PATH')",
        "select java_method('java.lang.System', 'exit', 3)",
        "select try_reflect('java.lang.System', 'getenv', 'PATH')",
        "select input_file_name() from current.wave",
        "select _metadata.file_path from current.wave",
        "select w._Metadata from current.wave w",
        "select _metadata.* from current.wave",
        "select w._METADATA.* from current.wave w",
        "select _metadata.* except (file_name) from current.wave",
        "select struct(_metadata.*) from current.wave",
        "select count(_metadata.file_path) from current.wave",
        "select 1 from current.wave order by _metadata.file_path",
        "select current_user()",
        // Two in one.
        "select 1; select 2",
        "select 1; drop table current.wave",
        "select 1 /* ; */ ; /* drop */ drop table current.wave",
        // No statement.
        "",
        "-- nothing",
        "select",
      })
  void areRefused(String statement) throws IOException {
    List<String> before = files();

    assertThatThrownBy(
            () -> ServedWaves.ask(connection, statement.replace("{folder}", folder.toString())))
        .isInstanceOf(SQLException.class)
        .satisfies(
            refusal -> {
              assertThat(refusal.getMessage()).doesNotContain("not for queries", "\tat ");
              assertThat(refusal.getMessage()).doesNotContain("The statement failed");
            });
    assertThat(files()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into current.wave select * from current.wave",
        "drop table current.wave",
        "set x=1"
      })
  void areRefusedAsUpdatesToo(String statement) throws SQLException {
    try (Statement asked = connection.createStatement()) {
      assertThatThrownBy(() -> asked.executeUpdate(statement))
          .hasMessageContaining("what a query may not");
    }
  }

  @Test
  void areNotStatementsWithCommentsAndAnEnd() throws SQLException {
    assertThat(
            ServedWaves.ask(
                connection, "/* drop table x; */ select 1, '; drop' -- delete from y\n;"))
        .containsExactly(List.of(1, "; drop"));
  }

  @Test
  void thatAreTooLongEndInASentence() {
    assertThatThrownBy(() -> ServedWaves.ask(connection, "select 1" + " + 1".repeat(30_000)))
        .hasMessageContaining("120008 characters");
  }

  @Test
  void thatAreTooDeepEndInASentence() throws SQLException {
    String deep = "select " + "(".repeat(5_000) + "1" + ")".repeat(5_000);

    assertThatThrownBy(() -> ServedWaves.ask(connection, deep))
        .hasMessageContaining("nested too deeply");
    assertThat(ServedWaves.ask(connection, "select " + "(".repeat(50) + "1" + ")".repeat(50)))
        .containsExactly(List.of(1));
  }

  @Test
  void thatAreAChainOfThousandsEndOneWayOrTheOther() throws SQLException {
    String chain = "select 1" + " + 1".repeat(4_000);

    assertThatThrownBy(() -> ServedWaves.ask(connection, chain)).isInstanceOf(SQLException.class);
    assertThat(ServedWaves.ask(connection, "select 1")).containsExactly(List.of(1));
  }

  @Test
  void thatFailUnderWayAreTold() throws SQLException {
    assertThatThrownBy(
            () ->
                ServedWaves.ask(
                    connection, "select element_at(array(1), cast(id as int)) from range(3)"))
        .isInstanceOf(SQLException.class);
    assertThat(ServedWaves.ask(connection, "select 1")).containsExactly(List.of(1));
  }
}
