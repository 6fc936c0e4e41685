package org.cityeval.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.cityeval.readers.TwoPublications.Asked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** DuckDB without its extension for Delta, by the very statements of the pages. */
class DuckDbTest {

  @ParameterizedTest
  @MethodSource("org.cityeval.readers.TwoPublications#tables")
  void readsTheFilesOfTheVersionThatTheManifestNames(Asked asked) throws Exception {
    compare(
        asked,
        TwoPublications.block("../docs/TABLES.md", "delta_files")
            .replace("'us-metros'", "'riverton'")
            .replace("999999999", Long.toString(asked.published().manifest())));
  }

  @ParameterizedTest
  @MethodSource("org.cityeval.readers.TwoPublications#released")
  void readsARelease(Asked asked) throws Exception {
    compare(asked, TwoPublications.block("../../README.md", "'warehouse/releases/"));
  }

  private static void compare(Asked asked, String block) throws SQLException {
    String statements =
        block
            .replace("'warehouse/", "'" + TwoPublications.WAREHOUSE + "/")
            .replace("rank_interval", asked.table().name());
    List<String> expected = asked.expected();
    if (expected.isEmpty()) {
      // A table without rows has no file to read, as the page says.
      assertThatThrownBy(() -> answer(statements, asked)).isInstanceOf(SQLException.class);
    } else {
      assertThat(answer(statements, asked)).isEqualTo(expected);
    }
  }

  /** The rows that the last statement gives. */
  private static List<String> answer(String statements, Asked asked) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      List<String> each = TwoPublications.statements(statements);
      for (String before : each.subList(0, each.size() - 1)) {
        statement.execute(before);
      }
      return Rows.of(asked.table(), statement.executeQuery(each.get(each.size() - 1)));
    }
  }
}
