package org.cityeval.draft.guess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.draft.guess.SampleTables.table;

import java.time.LocalDate;
import java.util.List;
import org.cityeval.draft.sample.FileSample;
import org.junit.jupiter.api.Test;

class FileFamilyTest {
  private static List<String> paths(Table... tables) {
    return FileFamily.group(List.of(tables)).stream().map(FileFamily::path).toList();
  }

  @Test
  void filesWhoseNamesDifferInNumbersAloneAreOneSource() {
    assertThat(
            paths(
                table("cases-2020-03.csv", "day,n", "2020-03-01,1"),
                table("cases-2020-04.csv", "day,n", "2020-04-01,1")))
        .containsExactly("cases-2020-*.csv");
  }

  @Test
  void eachNumberInWhichTheyDifferBecomesAStar() {
    assertThat(
            paths(
                table("2019/v2/trips-12.csv", "a,b", "1,2"),
                table("2020/v2/trips-1.csv", "a,b", "1,2"),
                table("2020/v2/trips-2.csv", "a,b", "1,2")))
        .containsExactly("*/v2/trips-*.csv");
  }

  @Test
  void aFileAloneKeepsItsPath() {
    assertThat(paths(table("covid19.csv", "a,b", "1,2"), table("covid.csv", "a,b", "1,2")))
        .containsExactly("covid19.csv", "covid.csv");
  }

  @Test
  void filesOfOtherColumnsOrAnotherNotationAreAnotherSource() {
    Table other = table("m-3.csv", "a,b", "1,2");
    Table semicolon =
        Table.of(
            new FileSample(
                "m-4.csv",
                new FileSample.Notation("csv", "UTF-8", "", ';', '.'),
                other.sample().columns(),
                other.sample().rows(),
                1,
                true));

    assertThat(paths(table("m-1.csv", "a,c", "1,2"), other, semicolon))
        .containsExactly("m-1.csv", "m-3.csv", "m-4.csv");
  }

  @Test
  void spansFromTheFirstDayOfAnyFileToTheLastOfAny() {
    FileFamily family =
        FileFamily.group(
                List.of(
                    table("c-2.csv", "day,n", "2020-04-01,1", "2020-04-02,1"),
                    table("c-1.csv", "day,n", "2020-03-01,1", "2020-03-02,1")))
            .get(0);

    assertThat(family.span())
        .contains(new DayGuess.Span(LocalDate.of(2020, 3, 1), LocalDate.of(2020, 4, 2)));
    assertThat(FileFamily.group(List.of(table("l.csv", "a,b", "x,y"))).get(0).span()).isEmpty();
  }

  @Test
  void whereHeadingsAreDaysTheySpan() {
    Table wide = table("w.csv", "code,3/5/20,3/1/20,3/2/20,3/3/20,3/4/20", "A,1,2,3,4,5");

    assertThat(new FileFamily(List.of(wide)).span())
        .contains(new DayGuess.Span(LocalDate.of(2020, 3, 1), LocalDate.of(2020, 3, 5)));
  }
}
