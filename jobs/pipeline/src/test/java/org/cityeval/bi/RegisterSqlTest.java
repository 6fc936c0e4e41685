package org.cityeval.bi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.cityeval.problem.UserProblem;
import org.cityeval.table.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterSqlTest {
  /** The lines of a script that are no comments. */
  private static List<String> statements(String location, String path) {
    return text(location, path).lines().filter(line -> !line.startsWith("--")).toList();
  }

  private static String text(String location, String path) {
    return RegisterSql.files(location).stream()
        .filter(file -> file.path().equals(path))
        .findFirst()
        .orElseThrow()
        .text();
  }

  @Test
  void eachEngineHasAScript() {
    assertThat(RegisterSql.files("/w"))
        .extracting(KitFile::path)
        .containsExactly("sql/trino.sql", "sql/athena.sql", "sql/databricks.sql");
  }

  @Test
  void trinoCallsItsProcedure() {
    assertThat(statements("hdfs://n/w", "sql/trino.sql"))
        .startsWith("CREATE SCHEMA IF NOT EXISTS delta.cityeval_gold;")
        .contains(
            "CALL delta.system.register_table(schema_name => 'cityeval_gold', table_name => 'wave',"
                + " table_location => 'hdfs://n/w/gold/wave');");
  }

  @Test
  void databricksMakesATableOfALocation() {
    assertThat(statements("/w", "sql/databricks.sql"))
        .startsWith("CREATE SCHEMA IF NOT EXISTS cityeval_gold;")
        .contains(
            "CREATE TABLE IF NOT EXISTS cityeval_gold.wave USING DELTA LOCATION '/w/gold/wave';");
  }

  /** Hadoop has names of its own for what Athena knows as s3, and for nothing else. */
  @Test
  void athenaKnowsS3ByItsOwnNameAlone() {
    String[][] places = {
      {"s3a://b/w", "s3://b/w"},
      {"s3n://b/w", "s3://b/w"},
      {"s3://b/w", "s3://b/w"},
      {"s3x://b/w", "s3x://b/w"},
      {"/x/s3a:/w", "/x/s3a:/w"}
    };
    for (String[] place : places) {
      assertThat(statements(place[0], "sql/athena.sql"))
          .startsWith("CREATE DATABASE IF NOT EXISTS cityeval_gold;")
          .contains(
              "CREATE EXTERNAL TABLE cityeval_gold.wave LOCATION '"
                  + place[1]
                  + "/gold/wave/' TBLPROPERTIES ('table_type' = 'DELTA');");
    }
    assertThat(text("s3a://b/w", "sql/trino.sql")).contains("'s3a://b/w/gold/wave'");
  }

  /** The manifest is no table that is published, and is there all the same. */
  @Test
  void everyPublishedTableAndTheManifestAreThereOnceBelowTheirGrain() {
    for (KitFile file : RegisterSql.files("/w")) {
      assertThat(statements("/w", file.path())).hasSize(1 + Tables.PUBLISHED.size() + 1);
      assertThat(file.text())
          .containsOnlyOnce("/w/gold/publication")
          .contains("-- One wave of reported cases of one district or city.\n")
          .contains("filter by evaluation_id\n-- and as_of");
      assertThat(file.text().lines().filter(line -> !line.startsWith("--")))
          .allMatch(line -> line.endsWith(";"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/it's", "/a\\b", "/a\nb", "/a\nb\nc", "a\u0000", "s3://b/\r"})
  void aPathThatWouldEndALiteralIsRefused(String location) {
    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> RegisterSql.files(location))
        .satisfies(
            told -> {
              assertThat(told.why()).isEqualTo("It is " + location + ".");
              assertThat(told.fix()).isEqualTo("Name another --warehouse.");
            });
  }

  @Test
  void anyOtherPathIsWrittenAsItIs() {
    assertThat(text("/a b %s %20/浙", "sql/trino.sql")).contains("'/a b %s %20/浙/gold/wave'");
  }
}
