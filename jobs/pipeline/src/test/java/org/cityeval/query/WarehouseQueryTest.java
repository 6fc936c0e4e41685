package org.cityeval.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.problem.UserProblem;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.gold.WaveTable;
import org.cityeval.table.ops.RunTable;
import org.cityeval.testing.SparkExtension;
import org.cityeval.warehouse.Warehouse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkExtension.class)
class WarehouseQueryTest {
  @TempDir private static Path folder;
  private static Warehouse warehouse;

  @BeforeAll
  static void makeTables(SparkSession spark) throws IOException {
    // As the command line sets it: a session of its own, without substitution in SQL.
    SparkSession own = spark.newSession();
    own.conf().set("spark.sql.variable.substitute", "false");
    SparkSession.setActiveSession(own);
    warehouse = new Warehouse(own, StoragePath.of(folder.resolve("warehouse")));
    warehouse.ensure(RunTable.SPEC);
    warehouse.ensure(WaveTable.SPEC);
    Files.writeString(folder.resolve("secret.txt"), "not for queries\n");
    own.sql("create or replace temporary view somebody as select 'hidden' as word");
  }

  private static List<Row> answer(String statement) {
    return new WarehouseQuery(warehouse, Reach.WHOLE)
        .answer(statement.replace("{folder}", folder.toString()))
        .collectAsList();
  }

  /** Everything that writes, runs, loads, sets, or looks anywhere but at the tables. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        // What changes tables.
        "update ops.run set step = 'x'",
        "delete from ops.run",
        "insert into ops.run select * from ops.run",
        "insert overwrite ops.run select * from ops.run",
        "with x as (select 1) insert into ops.run select * from ops.run",
        "from ops.run insert into gold.wave select *",
        "merge into ops.run r using ops.run s on r.run_id = s.run_id when matched then delete",
        "truncate table ops.run",
        "drop table ops.run",
        "drop view if exists somebody",
        "alter table ops.run add columns (x int)",
        "alter table ops.run set tblproperties ('delta.appendOnly' = 'true')",
        "restore table ops.run to version as of 0",
        "restore table delta.`{folder}/warehouse/ops/run` to version as of 0",
        "vacuum ops.run",
        "vacuum '{folder}/warehouse/ops/run'",
        "optimize ops.run",
        "reorg table ops.run apply (purge)",
        "convert to delta parquet.`{folder}`",
        "create table gold.mine (x int) using delta",
        "create table mine using csv location '{folder}/made' as select 1 as x",
        "create or replace temporary view mine as select 1",
        "create view gold.mine as select * from ops.run",
        "create database mine",
        "create function f as 'java.lang.String'",
        "create temporary function f as 'java.lang.String' using jar '{folder}/x.jar'",
        "analyze table ops.run compute statistics",
        "cache table ops.run",
        "cache table x as select * from text.`{folder}/secret.txt`",
        "uncache table ops.run",
        "refresh table ops.run",
        "comment on table ops.run is 'x'",
        // What writes or loads files, runs code, or changes the session.
        "insert overwrite directory '{folder}/made' using csv select 1",
        "insert overwrite local directory '{folder}/made' using csv select 1",
        "load data inpath '{folder}/secret.txt' into table ops.run",
        "add jar '{folder}/x.jar'",
        "add file '{folder}/secret.txt'",
        "list jars",
        "set spark.sql.variable.substitute=true",
        "set",
        "set -v",
        "reset",
        "set variable x = 1",
        "declare variable x int default 1",
        "set time zone 'Asia/Shanghai'",
        "use gold",
        "clear cache",
        "execute immediate 'select 1'",
        "begin select 1; end",
        "call system.something()",
        "select transform(step) using 'cat' as (x string) from ops.run",
        "explain insert into ops.run select * from ops.run",
        "explain create table mine as select 1",
        "explain delete from ops.run",
        "explain extended select * from text.`{folder}/secret.txt`",
        "explain set x=1",
        "describe query select * from text.`{folder}/secret.txt`",
        "describe history delta.`{folder}/warehouse/ops/run`",
        "describe detail delta.`{folder}/warehouse/ops/run`",
        "describe text.`{folder}/secret.txt`",
        "describe database gold",
        "describe function reflect",
        "show create table ops.run",
        "show tblproperties ops.run",
        "show functions",
        "show columns in text.`{folder}/secret.txt`",
        "show tables in text",
        // What reads elsewhere.
        "select * from text.`{folder}/secret.txt`",
        "select * from csv.`{folder}/secret.txt`",
        "select * from binaryFile.`{folder}/secret.txt`",
        "select * from delta.`{folder}/warehouse/ops/run`",
        "select * from parquet.`{folder}`",
        "select * from spark_catalog.ops.run",
        "select * from global_temp.somebody",
        "select * from somebody",
        "table somebody",
        "select * from ops.run version as of 0",
        "select * from ops.run with ('path' = '{folder}')",
        "select * from ops.run union all select * from text.`{folder}/secret.txt`",
        "select (select max(value) from text.`{folder}/secret.txt`) from ops.run",
        "select 1 where exists (select 1 from text.`{folder}/secret.txt`)",
        "select 1 where 'x' in (select value from text.`{folder}/secret.txt`)",
        "select * from ops.run, lateral (select * from text.`{folder}/secret.txt`)",
        "select * from (select * from (select * from text.`{folder}/secret.txt`))",
        "with x as (select * from text.`{folder}/secret.txt`) select * from x",
        "with x as (select 1), y as (with z as (select * from csv.`{folder}/secret.txt`) select"
            + " * from z) select * from y",
        "select * from (with x as (select 1 as a) select * from x), x",
        "with y as (select * from x), x as (select 1) select * from y",
        "select 1 order by (select max(value) from text.`{folder}/secret.txt`)",
        "select count(*) over w from ops.run window w as (partition by (select max(value) from"
            + " text.`{folder}/secret.txt`))",
        "select * from read_files('{folder}/secret.txt')",
        "select * from table_changes('ops.run', 0)",
        "select * from table_changes_by_path('{folder}/warehouse/ops/run', 0)",
        "select * from explode(table(select * from text.`{folder}/secret.txt`))",
        "select * from identifier('text.`{folder}/secret.txt`')",
        "select identifier('reflect')('java.lang.System', 'getenv', 'PATH')",
        // Calls into Java, about users and files, and whatever else is no value of values.
        "select reflect('java.lang.System', 'getenv', 'PATH')",
        "select REFLECT('java.lang.System', 'exit', 3)",
        "select java_method('java.lang.System', 'getProperty', 'user.home')",
        "select try_reflect('java.lang.System', 'getenv', 'PATH')",
        "select system.builtin.reflect('java.lang.System', 'getenv', 'PATH')",
        "select count(*) from ops.run where reflect('java.lang.System', 'getenv', 'PATH') = 'x'",
        "select count(*) from ops.run having reflect('java.lang.System', 'getenv', 'PATH') = 'x'",
        "select transform(array(1), x -> reflect('java.lang.System', 'getenv', 'PATH'))",
        "select max(1) filter (where reflect('java.lang.System', 'getenv', 'PATH') = 'x')",
        "select sum(1) over (order by reflect('java.lang.System', 'getenv', 'PATH'))",
        "select count(*) over w from ops.run window w as (order by reflect('java.lang.System',"
            + " 'getenv', 'PATH'))",
        "select * from values (reflect('java.lang.System', 'getenv', 'PATH')) as t(x)",
        "select * from ops.run lateral view explode(array(reflect('java.lang.System', 'getenv',"
            + " 'PATH'))) as x",
        "select * from ops.run join gold.wave on reflect('java.lang.System', 'getenv', 'PATH') = ''",
        "select input_file_name() from ops.run",
        "select current_user()",
        "select xpath_string('<a/>', 'a')",
        "select raise_error('x')",
        "select 1 limit cast(reflect('java.lang.Integer', 'valueOf', '1') as int)",
      })
  void aStatementThatDoesMoreThanAskTheTablesIsRefused(String statement) throws IOException {
    List<String> before = files();

    assertThatThrownBy(() -> answer(statement))
        .isInstanceOfAny(UserProblem.class, AnalysisException.class)
        .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("not for queries"));
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void variablesOfTheEnvironmentStandForNothing() {
    assertThat(answer("select '${env:PATH}', '${system:user.home}'").get(0))
        .isEqualTo(org.apache.spark.sql.RowFactory.create("${env:PATH}", "${system:user.home}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select count(*) from ops.run",
        "SELECT * FROM `ops`.`run` r JOIN OPS.RUN s ON r.run_id = s.run_id WHERE s.step LIKE 'a%'",
        "select run.step, ops.run.run_id from ops.run order by 1 limit 3 offset 1",
        "with a as (select * from ops.run), b as (select * from a) select count(*) from b, a",
        "with recursive t(n) as (select 1 union all select n + 1 from t where n < 3) select sum(n)"
            + " from t",
        "select step, count(*) n from ops.run group by cube(step) having count(*) > 0",
        "select step, rank() over w from ops.run window w as (partition by step order by run_id)",
        "select case when step is null then 'a' else upper(step) || 'x' end from ops.run",
        "select * from ops.run where run_id in (select run_id from ops.run) and exists (select 1)",
        "select (select max(attempt) from ops.run), current_date, cast('1' as int), interval 1 day",
        "select * from range(3) union select 5 except select 1",
        "select explode(sequence(1, 3)), x from ops.run lateral view explode(array(1)) as x",
        "select step from ops.run pivot (count(1) for attempt in (1, 2))",
        "values (1, 'a'), (2, 'b')",
        "table ops.run",
        "from ops.run select step",
        "select transform(array(1, 2), x -> x + 1)[0], get_json_object(message, '$.a') from ops.run",
        "select * from ops.run tablesample (10 percent)",
        "select distinct extract(year from started), trim(both 'x' from step) from ops.run",
        "select /*+ broadcast(r) */ count(*) from ops.run r",
      })
  void aQueryIsAnswered(String statement) {
    assertThat(answer(statement)).isNotNull();
  }

  @Test
  void aQueryIsDescribedAndExplained() {
    assertThat(strings("describe query select 1 as one, 'a' as two")).containsExactly("one", "two");
    assertThat(strings("explain select * from ops.run").get(0)).contains("Physical Plan");
  }

  private static List<String> strings(String statement) {
    return answer(statement).stream().map(row -> row.getString(0)).toList();
  }

  private static List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toString).sorted().toList();
    }
  }
}
