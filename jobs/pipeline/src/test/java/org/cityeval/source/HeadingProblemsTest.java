package org.cityeval.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.cityeval.config.TestConfig;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.lake.CsvHeadings;
import org.cityeval.lake.FileHeadings;
import org.cityeval.lake.LakeFile;
import org.cityeval.problem.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadingProblemsTest {
  @TempDir private Path folder;

  private SourceConfig ofDays() {
    return TestConfig.load(folder, TestConfig.VALID).sources().get("phones");
  }

  private SourceConfig ofDistricts() {
    return TestConfig.load(
            folder,
            TestConfig.with(
                "shape: wide_dates\n    district: id\n    date_columns: yyyy-MM-dd",
                "shape: wide_districts\n    date: day\n"
                    + "    district_columns: {mobility_distance_change: {prefix: n_}}"))
        .sources()
        .get("phones");
  }

  private static FileHeadings file(String label, String... headings) {
    return CsvHeadings.of(new LakeFile(label, label, 1, 1), headings);
  }

  private static List<String> of(SourceConfig source, FileHeadings... files) {
    return HeadingProblems.find("sources.phones", source, List.of(files)).stream()
        .map(problem -> problem.problem() + " " + problem.why())
        .toList();
  }

  @Test
  void daysOfThePatternAreNoProblem() {
    assertThat(of(ofDays(), file("a.csv", "id", "2020-03-01", "2020-03-02", "n"))).isEmpty();
  }

  @Test
  void headingsThatAreDaysOfAnotherPatternAreNamed() {
    assertThat(of(ofDays(), file("a.csv", "id", "2020-03-01", "3/2/20", "2020-02-30")))
        .containsExactly(
            "sources.phones.date_columns: a.csv has days that are not like yyyy-MM-dd. 2 headings"
                + " look like days of another pattern: 2020-02-30, 3/2/20.");
  }

  @Test
  void manyStrangeHeadingsOfManyFilesAreShortened() {
    String[] headings = new String[7];
    Arrays.setAll(headings, i -> "3/" + (i + 1) + "/20");
    List<String> problems = of(ofDays(), file("a.csv", headings), file("b.csv", "4/1/20"));

    assertThat(problems).hasSize(2);
    assertThat(problems.get(0))
        .endsWith("pattern: 3/1/20, 3/2/20, 3/3/20, 3/4/20, 3/5/20, ...; 2 files have such.");
    assertThat(problems.get(1)).contains("b.csv", "1 heading looks like a day of another pattern");
  }

  /** Java reads a year of two digits in more than one way. */
  @Test
  void aDayThatStandsTwiceIsNamedWithItsFile() {
    SourceConfig lenient =
        TestConfig.load(folder, TestConfig.with("yyyy-MM-dd", "M/d/yyyy")).sources().get("phones");

    assertThat(of(lenient, file("a.csv", "3/1/2020", "03/01/2020")))
        .containsExactly(
            "sources.phones.date_columns: a.csv has a day twice. Its headings 03/01/2020 and"
                + " 3/1/2020 are the same day.");
    assertThat(of(lenient, file("a.csv", "3/1/2020", "3/1/2020", "n", "n")))
        .containsExactly(
            "sources.phones.date_columns: the heading 3/1/2020 stands twice in a.csv. It stands in"
                + " columns 1 and 2.");
  }

  @Test
  void aHeadingOfADistrictThatStandsTwiceIsNamedAndAnotherIsNot() {
    assertThat(of(ofDistricts(), file("a.csv", "day", "n_A", "n_A", "x", "x")))
        .containsExactly(
            "sources.phones.district_columns: the heading n_A stands twice in a.csv. It stands in"
                + " columns 2 and 3.");
  }

  /** n-B is meant to be n_B; a file that merely lacks it is none of this class. */
  @Test
  void aFileThatLacksADistrictAndHasAStrangeColumnInsteadIsNamed() {
    FileHeadings whole = file("a.csv", "day", "n_A", "n_B");

    assertThat(of(ofDistricts(), whole, file("b.csv", "day", "n_A", "n-B")))
        .containsExactly(
            "sources.phones.district_columns: b.csv has no column n_B. Other files have; it alone"
                + " has n-B, which is no district's.");
    assertThat(of(ofDistricts(), whole, file("b.csv", "day", "n_A"))).isEmpty();
  }

  @Test
  void aLongSourceHasNoHeadingsToJudge() {
    SourceConfig cases = TestConfig.load(folder, TestConfig.VALID).sources().get("cases");

    assertThat(of(cases, file("a.csv", "3/1/20", "3/1/20"))).isEmpty();
  }

  @Test
  void eachProblemSaysTheMend() {
    assertThat(
            HeadingProblems.find(
                "sources.phones",
                ofDays(),
                List.of(file("a.csv", "3/1/20", "2020-03-01", "2020-03-01"))))
        .extracting(UserProblem::fix)
        .doesNotContain("")
        .hasSize(2);
  }
}
