package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every expression that cannot stand is told by its key, whatever else is wrong. */
@ExtendWith(SparkExtension.class)
class CheckExpressionsTest {
  @TempDir private Path folder;

  @Test
  void namesTheKeyOfEachAndWhatIsAbsentBeside() {
    TinyLake lake =
        TinyLake.in(folder)
            .configure("{value: new_cases,", "{value: sum(new_cases),")
            .configure("path: mobility.csv", "table: \"x; drop table y\"")
            .configure("{value: output,", "{value: \"reflect('java.lang.System', 'exit', 3)\",")
            .configure("path: enterprises.csv", "path: nope.csv");

    Cli.Answer answer = lake.run("check");

    assertThat(answer.exit()).as(answer.out()).isEqualTo(2);
    assertThat(answer.err())
        .contains("tiny.yaml: 4 problems")
        .contains("sources.cases.measures.new_cases.value: 'sum(new_cases)' is not allowed here.")
        .contains("sources.mobility.table: no such table, x; drop table y.")
        .contains("nope.csv")
        .contains("enterprise_output_change.value: 'reflect('java.lang.System', 'exit', 3)'");
    assertThat(lake.warehouse()).doesNotExist();
  }

  /** Writers that know no text leave bytes; digits in them are a number. */
  @Test
  void bytesAreText() {
    TinyLake lake =
        TinyLake.in(folder)
            .configure("{value: new_cases,", "{value: cast(new_cases as binary),")
            .configure(
                "date: day\n    district: district",
                "date: day\n    district: cast(district as binary)");

    assertThat(lake.run("check").err()).isEmpty();
    assertThat(lake.run("ingest").exit()).isZero();
  }

  /** Of a wide file the days are no columns of a record, and capitals do not matter. */
  @ParameterizedTest
  @ValueSource(strings = {"check", "ingest"})
  void namesKeptColumnsThatAreNotThere(String command) {
    TinyLake lake =
        TinyLake.in(folder)
            .configure("{value: new_cases,", "{value: NEW_CASES,")
            .configure("cases.csv\n", "cases.csv\n    kept_columns: [Day, distrct, note]\n")
            .configure(
                "mobility.csv\n", "mobility.csv\n    kept_columns: [district, 2020-03-01]\n");

    Cli.Answer answer = lake.run(command);

    assertThat(answer.exit()).as(answer.err()).isEqualTo(2);
    assertThat(answer.err())
        .contains("tiny.yaml: 3 problems")
        .contains("sources.cases.kept_columns: no column distrct.")
        .contains("Did you mean district?")
        .contains("sources.cases.kept_columns: no column note.")
        .contains("The columns are day, district, new_cases.")
        .contains("sources.mobility.kept_columns: no column 2020-03-01.");
  }
}
