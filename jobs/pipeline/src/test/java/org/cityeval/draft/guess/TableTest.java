package org.cityeval.draft.guess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.draft.guess.SampleTables.table;

import java.util.List;
import java.util.Set;
import org.cityeval.draft.sample.ColumnProfile;
import org.cityeval.draft.sample.FileSample;
import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void aColumnOfDaysMakesItDated() {
    Table table = table("f.csv", "code,day,n", "A,2020-03-01,1", "B,2020-03-02,2");

    assertThat(table.isDated()).isTrue();
    assertThat(table.day()).map(DayGuess::columns).contains(Set.of("day"));
    assertThat(table.headings()).isEmpty();
    assertThat(table.profiles())
        .extracting(ColumnProfile::name)
        .containsExactly("code", "day", "n");
  }

  @Test
  void headingsThatAreDaysMakeItDatedAndAreNoColumns() {
    Table table =
        table("f.csv", "code,1/22/20,1/23/20,1/24/20,1/25/20,1/26/20,total", "A,1,2,3,4,5,15");

    assertThat(table.isDated()).isTrue();
    assertThat(table.headings()).map(DayNotation::pattern).contains("M/d/yy");
    assertThat(table.profiles()).extracting(ColumnProfile::name).containsExactly("code", "total");
    assertThat(table.day()).isEmpty();
  }

  @Test
  void fourHeadingsLikeDaysAreTooFew() {
    Table table = table("f.csv", "code,1/22/20,1/23/20,1/24/20,1/25/20", "A,1,2,3,4");

    assertThat(table.headings()).isEmpty();
    assertThat(table.profiles()).hasSize(5);
  }

  @Test
  void aListIsNotDated() {
    assertThat(table("f.csv", "code,name", "A,x", "B,y").isDated()).isFalse();
  }

  @Test
  void marksOfMissingValuesAreFoundBelowDays() {
    Table table =
        table(
            "f.csv",
            "code,1/22/20,1/23/20,1/24/20,1/25/20,1/26/20",
            "NA,1,-,3,4,n/a",
            "B,1,2,3,,x");

    assertThat(table.marksBelowDays()).containsExactlyInAnyOrder("-", "n/a");
    assertThat(table("f.csv", "code,n", "A,-").marksBelowDays()).isEmpty();
  }

  @Test
  void thousandsAreSeenBelowDays() {
    String days = "code,1/22/20,1/23/20,1/24/20,1/25/20,1/26/20";
    Table plain = table("f.csv", days, "A,1,2,3,4,5");
    String[] cells = {"A", "1", "2", "3", "999", "1,000"};
    Table grouped =
        Table.of(
            new FileSample(
                "f.csv",
                plain.sample().notation(),
                plain.sample().columns(),
                List.<String[]>of(cells),
                1,
                true));

    assertThat(plain.groupsThousandsBelowDays()).isFalse();
    assertThat(grouped.groupsThousandsBelowDays()).isTrue();
  }

  /** Among texts a mark may be one of them. */
  @Test
  void marksOfMissingValuesAreFoundInColumnsOfNumbersAlone() {
    Table table = table("f.csv", "code,n,m", "NA,1,-", "B,NA,3", "C,2,4");

    assertThat(table.missingMarks(table.profiles())).containsExactly("-", "NA");
    assertThat(table.missingMarks(table.columns(c -> c.name().equals("code")))).isEmpty();
  }

  @Test
  void theWordsOfTheFileAreThoseOfItsNameWithoutFolders() {
    assertThat(table("raw/2020/newCases_by-county.csv", "a,b", "1,2").words())
        .isEqualTo("new cases by county csv");
  }

  @Test
  void aColumnIsFoundByItsWholeName() {
    Table table = table("f.csv", "code,code2", "A,B");

    assertThat(table.column("code2")).map(ColumnProfile::name).contains("code2");
    assertThat(table.column("Code")).isEmpty();
  }
}
