package org.cityeval.bench.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.assertj.core.data.Offset;
import org.cityeval.bench.counties.SmallCountyLake;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One county of {@link SmallCountyLake}. Its smoothed cases are 14, so 7 per 100,000. */
class DuckDbPanelTest {
  private static final long SPAN = 269;

  @TempDir Path folder;

  @BeforeEach
  void writeLake() throws IOException {
    new SmallCountyLake(folder).write(1001);
  }

  @Test
  void theScriptGivesWhatTheDefinitionsSay() throws SQLException, IOException {
    pipeline("");

    assertThat(compared())
        .allSatisfy(column -> assertThat(column.different()).as(column.column()).isZero())
        .extracting(Agreement::compared)
        .containsOnly(SPAN);
    assertThat(compared())
        .filteredOn(column -> column.column().equals("enterprise_spending_change"))
        .extracting(Agreement::values)
        .containsExactly(31L);
  }

  @Test
  void aValueThatDiffersIsCounted() throws SQLException, IOException {
    pipeline("UPDATE p SET incidence = 7.1 WHERE date = DATE '2020-06-01'");

    Agreement incidence = of("incidence");
    assertThat(incidence.different()).isEqualTo(1);
    assertThat(incidence.largest()).isCloseTo(.1 / 7, within(1e-12));
    assertThat(of("new_cases").different()).isZero();
  }

  @Test
  void aDayThatIsMissingCountsInEachColumn() throws SQLException, IOException {
    pipeline("DELETE FROM p WHERE date = DATE '2020-06-01'");

    assertThat(compared()).extracting(Agreement::different).containsOnly(1L);
  }

  @Test
  void aWeekWithAnAdjustedCountIsLeftOutOfWhatIsMadeOfCases() throws SQLException, IOException {
    pipeline("UPDATE p SET cases_flag = 'backlog', incidence = 0 WHERE date = DATE '2020-06-01'");

    assertThat(of("incidence").compared()).isEqualTo(SPAN - 7);
    assertThat(of("incidence").different()).isZero();
    assertThat(of("new_cases").compared()).isEqualTo(SPAN);
  }

  private static Offset<Double> within(double offset) {
    return Offset.offset(offset);
  }

  private Agreement of(String column) throws SQLException, IOException {
    return compared().stream().filter(one -> one.column().equals(column)).findFirst().orElseThrow();
  }

  private List<Agreement> compared() throws SQLException, IOException {
    try (DuckDbPanel panel = new DuckDbPanel(1)) {
      panel.make(folder);
      return panel.compare(folder);
    }
  }

  /** What the pipeline would leave, by hand, but for one change. */
  private void pipeline(String change) throws SQLException, IOException {
    Path table = Files.createDirectories(folder.resolve("silver").resolve("district_day"));
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      statement.execute(
          """
          CREATE TABLE p AS
          SELECT '01001' AS district_id, 'district' AS level, day::DATE AS date, 14.0::DOUBLE AS new_cases,
                 CASE WHEN day <> DATE '2020-05-01' THEN -0.5::DOUBLE END AS mobility_distance_change,
                 CASE WHEN day = DATE '2020-03-02' THEN -0.1::DOUBLE END AS enterprise_open_change,
                 CASE WHEN day = DATE '2020-03-02' THEN 0.25::DOUBLE END AS enterprise_revenue_change,
                 CASE WHEN day < DATE '2020-04-01' AND day >= DATE '2020-03-01' THEN -0.2::DOUBLE END
                   AS enterprise_spending_change,
                 mobility_distance_change AS mobility_change, -0.5::DOUBLE AS mobility_smoothed,
                 enterprise_spending_change AS enterprise_change, enterprise_spending_change AS enterprise_smoothed,
                 14.0::DOUBLE AS new_cases_smoothed, 7.0::DOUBLE AS incidence, NULL::VARCHAR AS cases_flag
          FROM generate_series(DATE '2020-02-16', DATE '2020-11-24', INTERVAL 1 DAY) AS s(day)
          """);
      if (!change.isEmpty()) {
        statement.execute(change);
      }
      statement.execute("COPY p TO '" + table.resolve("part.parquet") + "' (FORMAT parquet)");
    }
  }
}
