package org.cityeval.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.TestConfig;
import org.cityeval.place.Crosswalk.Meaning;
import org.cityeval.problem.SourceProblem;
import org.cityeval.problem.UserProblem;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class CrosswalkTest {
  private static final LocalDate EVER_SINCE = LocalDate.of(1, 1, 1);
  private static final LocalDate EVER_AFTER = LocalDate.of(9999, 12, 31);
  private static final List<District> LISTED = List.of(district("007"), district("330102"));

  @TempDir private Path folder;

  private static District district(String id) {
    return new District(id, id, null, "c", "c", null, 1, List.of(), null);
  }

  private Crosswalk read(SparkSession spark, String keys, String rows) throws IOException {
    Files.writeString(folder.resolve("spellings.csv"), "text,id,from,to\n" + rows);
    var config =
        TestConfig.load(folder, TestConfig.VALID + "crosswalks:\n  names: {" + keys + "}\n")
            .crosswalks()
            .get("names");
    return Crosswalk.read(spark, "names", config, LISTED);
  }

  private Map<String, List<Meaning>> listed(SparkSession spark, String rows) throws IOException {
    return read(
            spark,
            "path: spellings.csv, spelling: text, district_id: id, valid_from: from, valid_to: to",
            rows)
        .meanings();
  }

  private static Meaning meaning(String first, String last, String... ids) {
    return new Meaning(
        first.isEmpty() ? EVER_SINCE : LocalDate.parse(first),
        last.isEmpty() ? EVER_AFTER : LocalDate.parse(last),
        List.of(ids));
  }

  @Test
  void idsMeanThemselvesExactlyAndAlways() {
    Map<String, List<Meaning>> meanings = Crosswalk.ofIds(List.of("007", "Ab")).meanings();

    assertThat(meanings.keySet()).containsExactly("007", "Ab");
    assertThat(meanings.get("Ab")).containsExactly(meaning("", "", "Ab"));
  }

  @Test
  void spellingsAreComparedWithoutCaseAndFullWidth(SparkSession spark) throws IOException {
    Map<String, List<Meaning>> meanings =
        listed(spark, " ALDER ,007,,\nＡｌｄｅｒ Ｃｏ,007,,\n\u3000,007,,\nnowhere,,,\n");

    assertThat(meanings.keySet()).containsExactly("alder", "alder co");
  }

  /** The code meant the old district to 2021-03-31 and means the new one from the next day on. */
  @Test
  void aCodeThatPassedOnMeansOneDistrictAfterTheOther(SparkSession spark) throws IOException {
    assertThat(listed(spark, "xc,007,,2021-03-31\nxc,330102,2021-04-01,\n").get("xc"))
        .containsExactly(meaning("", "2021-03-31", "007"), meaning("2021-04-01", "", "330102"));
  }

  @Test
  void betweenAndBesideItsDaysASpellingMeansNothing(SparkSession spark) throws IOException {
    assertThat(listed(spark, "x,007,2020-03-01,2020-03-31\n").get("x"))
        .containsExactly(
            meaning("", "2020-02-29"),
            meaning("2020-03-01", "2020-03-31", "007"),
            meaning("2020-04-01", ""));
  }

  @Test
  void onDaysOnWhichItMeansTwoASpellingIsAmbiguous(SparkSession spark) throws IOException {
    assertThat(
            listed(spark, "x,330102,,2020-03-31\nx,007,2020-03-01,\nx,007,2020-03-01,\n").get("x"))
        .containsExactly(
            meaning("", "2020-02-29", "330102"),
            meaning("2020-03-01", "2020-03-31", "007", "330102"),
            meaning("2020-04-01", "", "007"));
  }

  @Test
  void withoutAListTheIdsAreSpeltAsASpreadsheetLeavesThem(SparkSession spark) throws IOException {
    Map<String, List<Meaning>> meanings = read(spark, "numeric_width: 6", "").meanings();

    assertThat(meanings.keySet())
        .contains("7", "7.0", "007", "000007", "000007.0", "330102", "330102.0")
        .doesNotContain("0000007");
    assertThat(meanings.get("7")).containsExactly(meaning("", "", "007"));
  }

  @Test
  void aRowMaySpellADistrictInSeveralWays(SparkSession spark) throws IOException {
    assertThat(
            read(
                    spark,
                    "path: spellings.csv, spelling: 'array(text, id)', district_id: id",
                    "Alder,007,,\n")
                .meanings()
                .keySet())
        .containsExactly("007", "alder");
  }

  @Test
  void equalCrosswalksAreWrittenAlike(SparkSession spark) throws IOException {
    String keys =
        "path: spellings.csv, spelling: text, district_id: id, valid_from: from, valid_to: to";
    String one = read(spark, keys, "a,007,,\nb,330102,2020-03-01,\n").toString();

    assertThat(read(spark, keys, "b,330102,2020-03-01,\na,007,,\na,007,,\n")).hasToString(one);
    assertThat(read(spark, keys, "a,007,,\nb,330102,2020-03-02,\n").toString()).isNotEqualTo(one);
  }

  @Test
  void whatIsNoCrosswalkIsToldWithItsKey(SparkSession spark) {
    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> listed(spark, "x,007,3/1/20,\n"))
        .withMessage("crosswalks.names.valid_from: 3/1/20 is no day.");
    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> listed(spark, "x,1,,\ny,2,,\n"))
        .withMessage("crosswalks.names.district_id: none of its ids is on the list of districts.")
        .satisfies(p -> assertThat(p.why()).isEqualTo("It gives 1, 2; the list has 007, 330102."));
    assertThatExceptionOfType(SourceProblem.class)
        .isThrownBy(() -> listed(spark, ""))
        .withMessage("crosswalks.names: the list of spellings is empty.");
  }
}
