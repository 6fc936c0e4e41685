package org.cityeval.draft.guess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.draft.guess.SampleTables.table;

import org.junit.jupiter.api.Test;

class OrderWordsTest {
  @Test
  void aHeadingOrTheNameOfTheFileSpeaksOfOrders() {
    assertThat(OrderWords.areIn(table("a.csv", "day,StayAtHome", "2020-03-01,x"))).isTrue();
    assertThat(OrderWords.areIn(table("county_policies.csv", "a,b", "1,2"))).isTrue();
    assertThat(OrderWords.areIn(table("a.csv", "日期,管控措施", "2020-03-01,x"))).isTrue();
    assertThat(OrderWords.areIn(table("a.csv", "a,b", "1,2"))).isFalse();
    // A work order is a job to be done, and a border none at all.
    assertThat(OrderWords.areIn(table("a.csv", "work order,border", "1,2"))).isFalse();
  }

  @Test
  void namesTheKindsOfOrdersToBeGraded() {
    assertThat(
            OrderWords.told(
                table(
                    "npi.csv",
                    "county,intervention",
                    "A,schools",
                    "B,gatherings",
                    "C,schools",
                    "D,bars")))
        .contains(
            "it tells of orders: give each kind a grade from 0, none, to 4, stay at home, such as"
                + " those of intervention (bars, gatherings, schools), as policy_grade of kind"
                + " grade");
  }

  @Test
  void showsEightKindsAndThatThereAreMore() {
    String[] lines = new String[10];
    lines[0] = "county,policy";
    for (int i = 1; i <= 9; i++) {
      lines[i] = "c" + i + ",p" + i;
    }

    assertThat(OrderWords.told(table("f.csv", lines)).orElseThrow())
        .contains("(p1, p2, p3, p4, p5, p6, p7, p8, ...)");
  }

  @Test
  void aColumnOfOneKindOrOfOverFortyIsNotShown() {
    String[] lines = new String[42];
    lines[0] = "policy,order";
    for (int i = 1; i <= 41; i++) {
      lines[i] = "the same,text " + i;
    }

    assertThat(OrderWords.told(table("f.csv", lines)).orElseThrow())
        .isEqualTo(
            "it tells of orders: give each kind a grade from 0, none, to 4, stay at home, as"
                + " policy_grade of kind grade");
  }

  @Test
  void nothingIsToldOfOtherTables() {
    assertThat(OrderWords.told(table("cases.csv", "day,n", "2020-03-01,1"))).isEmpty();
  }
}
