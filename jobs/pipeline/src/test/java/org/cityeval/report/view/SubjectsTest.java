package org.cityeval.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.cityeval.report.data.ReportData;
import org.cityeval.report.data.SmallReport;
import org.junit.jupiter.api.Test;

class SubjectsTest {
  private static Subjects of(SmallReport report) {
    return new Subjects(report.data());
  }

  @Test
  void aNameIsBothNamesAndAnUnknownIdIsItself() {
    Subjects subjects =
        of(
            new SmallReport()
                .city("c", "City", "城", null)
                .district("d", "c", "Dale", null, null)
                .district("e", "c", "East", "东区", null));

    assertThat(subjects.name("c")).isEqualTo("City 城");
    assertThat(subjects.name("d")).isEqualTo("Dale");
    assertThat(subjects.name("e")).isEqualTo("East 东区");
    assertThat(subjects.name("nobody")).isEqualTo("nobody");
  }

  @Test
  void namesakesAreDistrictsWithBothNamesAlike() {
    Subjects subjects =
        of(
            new SmallReport()
                .city("Centre", "Centre", null, null)
                .district("a1", "a", "Centre", null, null)
                .district("b1", "b", "Centre", null, null)
                .district("b2", "b", "Centre", "中区", null)
                .district("b3", "b", "Other", null, null));

    assertThat(subjects.hasNamesake("a1")).isTrue();
    assertThat(subjects.hasNamesake("b1")).isTrue();
    assertThat(subjects.hasNamesake("b2")).isFalse();
    assertThat(subjects.hasNamesake("b3")).isFalse();
    assertThat(subjects.hasNamesake("Centre")).isFalse();
  }

  @Test
  void districtsStandWithTheirCity() {
    Subjects subjects =
        of(
            new SmallReport()
                .district("a2", "a", "n", null, null)
                .district("b1", "b", "m", null, null)
                .district("a1", "a", "o", null, null));

    assertThat(subjects.districts("a"))
        .extracting(ReportData.District::id)
        .containsExactly("a2", "a1");
    assertThat(subjects.districts("z")).isEmpty();
  }

  @Test
  void periodsAreTheSpanNamedOnesAndWavesEachByTheirDays() {
    Subjects subjects =
        of(
            new SmallReport()
                .period("c", "wave-2", "wave", "2020-06-01", "2020-06-30")
                .period("c", "wave-1", "wave", "2020-01-01", "2020-01-31")
                .period("c", "z", "named", "2020-03-01", "2020-03-02")
                .period("c", "b", "named", "2020-05-01", "2020-05-02")
                .period("c", "a", "named", "2020-03-01", "2020-03-09")
                .period("c", "span", "span", "2020-01-01", "2020-12-31")
                .period("other", "span", "span", "2020-01-01", "2020-12-31"));

    assertThat(subjects.periods("c"))
        .extracting(ReportData.Period::id)
        .containsExactly("span", "a", "z", "b", "wave-1", "wave-2");
    assertThat(subjects.periods("nobody")).isEmpty();
  }

  private static SmallReport grouped() {
    return new SmallReport()
        .city("t", "Town", null, null)
        .city("c", "City", null, null)
        .rank("t", "t1", null)
        .rank("t", "t2", null)
        .rank("cities", "c", 1)
        .rank("cities", "t", null)
        .rank("zone", "t1", 2)
        .rank("zone", "c1", 1)
        .rank("a_belt", "c1", 1)
        .rank("a_belt", "c2", 2)
        .rank("all", "c1", 1)
        .rank("all", "t1", 2)
        .rank("c", "c2", 2)
        .rank("c", "c1", 1)
        .rank("c", "c1", 1)
        .rank("peers", "c1", 1)
        .rank("peers", "c2", 1)
        .rank("similar", "c1", 1)
        .rank("similar", "c2", 1);
  }

  /** Peers and similar ones have no list that everyone stands in. */
  @Test
  void groupsAreCitiesThenAllThenNamedOnesThenCityByCity() {
    Subjects subjects = of(grouped());

    assertThat(subjects.groups()).containsExactly("cities", "all", "a_belt", "zone", "c", "t");
    assertThat(subjects.furtherGroups()).containsExactly("all", "a_belt", "zone");
    assertThat(subjects.named()).containsExactly("a_belt", "zone");
  }

  /** The page of a city says that nobody of it can be ranked; a further group is left out. */
  @Test
  void aGroupNeedsTwoMembersAndANamedOneTwoThatAreRanked() {
    Subjects subjects =
        of(
            new SmallReport()
                .city("c", "City", null, null)
                .city("one", "One", null, null)
                .rank("c", "c1", null)
                .rank("c", "c2", null)
                .rank("one", "o1", 1)
                .rank("half", "c1", 1)
                .rank("half", "c2", null)
                .rank("none", "c1", null)
                .rank("none", "c2", null)
                .rank("cities", "c", 1));

    assertThat(subjects.groups()).containsExactly("c");
  }

  @Test
  void membersAreThereOnceRankedOrNot() {
    Subjects subjects = of(grouped());

    assertThat(subjects.members("c")).containsExactly("c1", "c2");
    assertThat(subjects.members("t")).containsExactly("t1", "t2");
    assertThat(subjects.members("peers")).isEmpty();
    assertThat(subjects.members("nobody")).isEmpty();
  }

  @Test
  void membersOfPeersAndSimilarOnesStandInNoList() {
    assertThat(Subjects.isListed("peers")).isFalse();
    assertThat(Subjects.isListed("similar")).isFalse();
    assertThat(Subjects.isListed("all")).isTrue();
    assertThat(Subjects.isListed("cities")).isTrue();
  }

  @Test
  void eachWeightingIsThereOnceAndEfficiencyFirst() {
    Subjects subjects =
        of(
            new SmallReport()
                .score("a", "public_value")
                .score("a", "efficiency")
                .score("b", "efficiency"));

    assertThat(subjects.weightings()).containsExactly("efficiency", "public_value");
    assertThat(of(new SmallReport()).weightings()).isEmpty();
    assertThat(of(new SmallReport()).groups()).isEmpty();
  }
}
