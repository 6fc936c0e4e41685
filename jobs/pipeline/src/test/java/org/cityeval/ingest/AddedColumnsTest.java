package org.cityeval.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Confirmed and probable cases in columns of their own, as New York publishes its boroughs. */
@ExtendWith(SparkExtension.class)
class AddedColumnsTest {
  private static final String CONFIG =
      """
      evaluation: {id: tiny, title: Boroughs, first_day: 2020-03-01, last_day: 2020-03-09}
      districts:
        path: districts.csv
        code_system: letters
        columns: {district_id: id, district_name: id, city_id: "'ny'", city_name: "'NY'"}
      sources:
        cases:
          path: cases.csv
          shape: wide_districts
          date: day
          unknown_district: out_of_scope
          district_columns: {new_cases: {suffix: SUFFIX}}
          measures: {new_cases: {value: value, kind: daily_count}}
      panel: {mobility: [], enterprise: []}
      quality: {maximum_quarantined_share: 1}
      """;

  private static final String CASES =
      """
      day,CASE_COUNT,PROBABLE_CASE_COUNT,BX_CASE_COUNT,BX_PROBABLE_CASE_COUNT,BK_CASE_COUNT,BK_PROBABLE_CASE_COUNT
      2020-03-01,3,1,1,1,2,0
      2020-03-02,9,2,4,,5,2
      2020-03-03,9,3,x,1,5,2
      2020-03-03,9,3,6,1,5,2
      """;

  @TempDir private Path folder;

  private TinyLake lake(String suffix) {
    return TinyLake.in(folder)
        .write("tiny.yaml", CONFIG.replace("SUFFIX", suffix))
        .write("districts.csv", "id\nBX\nBK\n")
        .write("cases.csv", CASES);
  }

  @Test
  void columnsOfADistrictAddUpAndEachCellIsARecord() {
    TinyLake lake = lake("[_CASE_COUNT, _PROBABLE_CASE_COUNT]");

    Cli.Answer answer = lake.run("ingest");

    assertThat(answer.exit()).as(answer.err()).isZero();
    // Bronx: 1 + 1; then one of the two is blank; then 6 + 1. Brooklyn: 2 + 0, 5 + 2, 5 + 2.
    assertThat(
            lake.sql(
                    "select date, district_id, value, records, flags from silver.observation"
                        + " order by 1, 2")
                .rows())
        .containsExactly(
            "2020-03-01,BK,2,2,parts_added",
            "2020-03-01,BX,2,2,parts_added",
            "2020-03-02,BK,7,2,parts_added",
            "2020-03-03,BK,7,2,parts_added",
            "2020-03-03,BX,7,2,parts_added");
    assertThat(lake.sql("select position from ops.quarantine").rows())
        .containsExactly("cases.csv:4:BX_CASE_COUNT new_cases");
    // 4 rows of 4 cells, and one of PROBABLE, which is no district. Good: 5 sums of 2. Missing:
    // the blank, and what stands beside it. Of the second 2020-03-03 Brooklyn repeats both cells
    // and the Bronx its probable ones.
    assertThat(
            lake.sql("select observed from ops.quality_check where check = 'record equation'")
                .rows())
        .containsExactly(
            "good 10 + missing 2 + out_of_scope 4 + quarantined 1 + deduplicated 3 = 20");
  }

  @Test
  void aSuffixThatALongerHeadingEndsInTooIsAnErrorThatNamesBoth() {
    Cli.Answer answer = lake("_CASE_COUNT").run("check");

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err())
        .contains(
            "sources.cases.district_columns.new_cases: <district>_CASE_COUNT is both BX_CASE_COUNT"
                + " and BX_PROBABLE_CASE_COUNT.")
        .contains("is both BK_CASE_COUNT and BK_PROBABLE_CASE_COUNT.")
        .contains("The rest of the longer heading, BX_PROBABLE, is no district.");
  }

  @Test
  void aDistrictWhoseNameBeginsWithAnothersIsNoError() {
    TinyLake lake =
        lake("_CASE_COUNT").write("districts.csv", "id\nBX\nBK\nBX_PROBABLE\nBK_PROBABLE\n");

    Cli.Answer answer = lake.run("check");

    assertThat(answer.exit()).as(answer.err()).isZero();
  }

  @Test
  void everySuffixOfAListFitsAHeading() {
    Cli.Answer answer = lake("[_CASE_COUNT, _PROBABLE_CASES]").run("check");

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).contains("no heading is <district>_PROBABLE_CASES.");
  }
}
