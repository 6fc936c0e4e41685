package org.cityeval.bench.counties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CountyLakeTest {
  private static final String CASES = "time_series_covid19_confirmed_US.csv.gz";
  private static final String MOBILITY = "DL-us-m50_index.csv.gz";
  private static final String MERCHANTS = "Womply Merchants - County - Daily.csv.gz";
  private static final Path REPOSITORY = Path.of("../..");

  @TempDir Path folder;

  @BeforeEach
  void writeLake() throws IOException {
    new SmallCountyLake(Files.createDirectories(folder.resolve("lake"))).write(1001, 1003, 1005);
  }

  @Test
  void oneCopyHasWhatTheFilesHave() throws IOException, SQLException {
    made("out");

    for (String file : List.of(CASES, MOBILITY, MERCHANTS, "Affinity - County - Monthly.csv.gz")) {
      assertThat(cells("out", file))
          .as(file)
          .containsExactlyInAnyOrderElementsOf(cells("lake", file));
    }
  }

  @Test
  void copiesHaveCodesOfTheirOwnAndRowsOfNoCountyAreWrittenOnce() throws Exception {
    made("out", "--copies", "3", "--every", "2");

    assertThat(rows("out", "GeoIDs - County.csv", "countyfips, cz", "true"))
        .containsExactly(
            "1001, 11101",
            "1005, 11101",
            "101001, 111101",
            "101005, 111101",
            "201001, 211101",
            "201005, 211101");
    assertThat(rows("out", CASES, "fips", "true"))
        .containsExactlyInAnyOrder(
            "80001.0", "1001.0", "1005.0", "101001.0", "101005.0", "201001.0", "201005.0");
    assertThat(rows("out", MOBILITY, "fips", "true"))
        .containsExactlyInAnyOrder("01", "01001", "01005", "101001", "101005", "201001", "201005");
    assertThat(rows("out", MERCHANTS, "countyfips", "true")).hasSize(12);
  }

  @Test
  void copiesDifferByNoise() throws Exception {
    made("out", "--copies", "3");

    // Of 14 cases a fifth is 2.8, so 11 to 17 are reported, once rounded.
    assertThat(days(CASES, "fips = '101001.0'", "%-m/%-d/%y"))
        .allSatisfy(cases -> assertThat(cases).isBetween(11.0, 17.0))
        .contains(11.0, 17.0);
    assertThat(days(CASES, "fips = '1001.0'", "%-m/%-d/%y")).containsOnly(14.0);
    assertThat(rows("out", MOBILITY, "\"2020-04-30\", \"2020-05-01\"", "fips = '01001'"))
        .containsExactly("50, 1610");
    assertThat(rows("out", MOBILITY, "\"2020-04-30\"::INT BETWEEN 45 AND 55", "admin_level = '2'"))
        .containsOnly("true");
    assertThat(rows("out", MOBILITY, "DISTINCT \"2020-04-30\"", "true")).hasSizeGreaterThan(1);
    assertThat(rows("out", MERCHANTS, "merchants_all", "day = '3'")).containsOnly(".");
    assertThat(rows("out", MERCHANTS, "abs(merchants_all::DOUBLE + .1) <= .0201", "day = '2'"))
        .containsOnly("true");
  }

  /** Merchants were 10 % fewer on that day, revenue was a quarter higher. */
  @Test
  void eachSourceHasNoiseOfItsOwn() throws Exception {
    made("out", "--copies", "3");
    String noise =
        "%s FROM %s WHERE countyfips::INT > 100000 AND day = '2' ORDER BY countyfips::INT";

    assertThat(
            texts(
                "SELECT "
                    + noise.formatted(
                        "round(50 * (merchants_all::DOUBLE + .1), 2)", read("out", MERCHANTS))))
        .hasSize(6)
        .isNotEqualTo(
            texts(
                "SELECT "
                    + noise.formatted(
                        "round(50 * (revenue_all::DOUBLE - .25), 2)",
                        read("out", "Womply Revenue - County - Daily.csv.gz"))));
  }

  @Test
  void optionsThatGiveNoLakeAreRefused() {
    String[] lake = {"--lake", folder.resolve("lake").toString(), "--out"};
    String out = folder.resolve("out").toString();

    assertThat(status(lake, out, "--copies", "101")).isEqualTo(2);
    assertThat(status(lake, out, "--copies", "0")).isEqualTo(2);
    assertThat(status(lake, out, "--every", "0")).isEqualTo(2);
    assertThat(status(lake, folder.resolve("lake").toString())).isEqualTo(2);
  }

  private static int status(String[] lake, String out, String... further) {
    List<String> arguments = new ArrayList<>(List.of(lake));
    arguments.add(out);
    arguments.addAll(List.of(further));
    return new CommandLine(new CountyLake())
        .setErr(new PrintWriter(Writer.nullWriter()))
        .execute(arguments.toArray(String[]::new));
  }

  @Test
  void filesEndWithTheLastDayAndAreTheSameAgain() throws Exception {
    made("out", "--copies", "2", "--last-day", "2020-11-23");
    made("again", "--copies", "2", "--last-day", "2020-11-23");

    assertThat(rows("out", "Policy Milestones - State.csv", "date", "true"))
        .containsExactly("2020-03-19");
    assertThat(columns(CASES)).contains("11/23/20").doesNotContain("11/24/20");
    assertThat(columns(MOBILITY)).contains("2020-11-23").doesNotContain("2020-11-24");
    for (String file : List.of(CASES, MOBILITY, MERCHANTS)) {
      assertThat(rows("again", file, "*", "true")).isEqualTo(rows("out", file, "*", "true"));
    }
  }

  @Test
  void theConfigReadsCodesOfSevenDigits() throws Exception {
    made("out");

    assertThat(Files.readString(folder.resolve("out/us-counties.yaml")))
        .contains("district_id: lpad(countyfips, 7, '0')", "numeric_width: 7")
        .doesNotContain("countyfips, 5", "numeric_width: 5");
    assertThatThrownBy(() -> CountyLake.ofCopies("evaluation: {}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lpad(countyfips, 5");
  }

  private void made(String out, String... options) {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("--lake", folder.resolve("lake").toString()));
    arguments.addAll(List.of("--out", folder.resolve(out).toString()));
    arguments.addAll(List.of("--repository", REPOSITORY.toString()));
    assertThat(new CommandLine(new CountyLake()).execute(arguments.toArray(String[]::new)))
        .isZero();
  }

  private List<Double> days(String file, String where, String format) throws SQLException {
    String query =
        """
        SELECT total::INT - lag(total::INT, 1, 0) OVER (ORDER BY strptime(day, '%s'))
        FROM (UNPIVOT (SELECT COLUMNS('.*/20') FROM %s WHERE %s) ON COLUMNS(*) INTO NAME day VALUE total)
        """;
    return texts(query.formatted(format, read("out", file), where)).stream()
        .map(Double::valueOf)
        .toList();
  }

  private List<String> columns(String file) throws SQLException {
    return texts("SELECT column_name FROM (DESCRIBE FROM " + read("out", file) + ")");
  }

  /** The rows of a file, whatever the order of its columns. */
  private List<String> cells(String lake, String file) throws SQLException {
    return texts(
        "SELECT list_sort(list(name || '=' || cell))::VARCHAR FROM (UNPIVOT (SELECT row_number() OVER () AS place, * FROM "
            + read(lake, file)
            + ") ON COLUMNS(* EXCLUDE (place)) INTO NAME name VALUE cell) GROUP BY place");
  }

  private List<String> rows(String lake, String file, String columns, String where)
      throws SQLException {
    return texts("SELECT " + columns + " FROM " + read(lake, file) + " WHERE " + where);
  }

  private String read(String lake, String file) {
    return "read_csv('" + folder.resolve(lake).resolve(file) + "', all_varchar = true)";
  }

  private static List<String> texts(String query) throws SQLException {
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      int columns = found.getMetaData().getColumnCount();
      List<String> rows = new ArrayList<>();
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(found.getString(i));
        }
        rows.add(String.join(", ", row));
      }
      return rows;
    }
  }
}
