package org.cityeval.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cityeval.draft.guess.LakeDraft;
import org.cityeval.draft.sample.FileSample;
import org.cityeval.draft.sample.Looked;
import org.cityeval.draft.sample.PassedOver;
import org.junit.jupiter.api.Test;

class DraftConfigTest {
  private static final FileSample LIST =
      file("list.csv", "code,name,population", "7,Alder,90000", "8,Birch,80000", "9,Cedar,70000");

  private static FileSample file(String path, String... lines) {
    List<String[]> rows = Arrays.stream(lines).map(line -> line.split(",", -1)).toList();
    return new FileSample(
        path,
        new FileSample.Notation("csv", "UTF-8", "", ',', '.'),
        List.of(rows.get(0)),
        rows.subList(1, rows.size()),
        rows.size() - 1,
        true);
  }

  /** Thirty days of three districts from a day on; numbers of some thousand are a level. */
  private static FileSample series(String path, String measure, String first) {
    List<String> lines = new ArrayList<>(List.of("day,code," + measure));
    for (int i = 0; i < 90; i++) {
      lines.add(LocalDate.parse(first).plusDays(i / 3) + "," + (7 + i % 3) + "," + (5_000 + i % 7));
    }
    return file(path, lines.toArray(String[]::new));
  }

  private static String of(String name, Looked... looked) {
    return DraftConfig.print(LakeDraft.guess(name, List.of(looked)));
  }

  @Test
  void theNameOfTheFolderBecomesAnId() {
    assertThat(of("My City, 2020!", LIST)).contains("id: my-city-2020  # guessed");
    assertThat(of("杭州", LIST)).contains("id: draft  # guessed", "title: 杭州  # DECIDE");
  }

  @Test
  void theSpanIsTheDaysThatAllDailySourcesReach() {
    assertThat(
            of(
                "x",
                LIST,
                series("cases.csv", "new_cases", "2020-03-01"),
                series("trips.csv", "trips", "2020-03-10")))
        .contains("first_day: 2020-03-10  # guessed", "last_day: 2020-03-30  # guessed");
    assertThat(
            of(
                "x",
                LIST,
                series("cases.csv", "new_cases", "2020-03-01"),
                series("trips.csv", "trips", "2020-06-01")))
        .contains("first_day: 2020-03-01  # DECIDE: the daily sources have no day in common");
  }

  /** Four weeks from 1 March on end on the 28th. */
  @Test
  void aLevelNeedsABaselineOfItsFirstFourWeeks() {
    assertThat(of("x", LIST, series("trips.csv", "trips", "2020-03-01")))
        .contains("baselines:\n  first_weeks:\n    first_day: 2020-03-01  # DECIDE")
        .contains("last_day: 2020-03-28\n", "method: weekday_median  # guessed");
    assertThat(of("x", LIST, series("cases.csv", "new_cases", "2020-03-01")))
        .doesNotContain("baselines:");
  }

  @Test
  void thePanelTakesWhatRestrictionsMove() {
    String draft =
        of(
            "x",
            LIST,
            series("a.csv", "parks", "2020-03-01"),
            series("b.csv", "transit", "2020-03-01"),
            series("c.csv", "merchants", "2020-03-01"),
            series("d.csv", "revenue", "2020-03-01"));

    assertThat(draft)
        .contains("mobility: [mobility_transit_change]  # guessed")
        .contains("enterprise: [enterprise_revenue_change]  # guessed")
        .contains(
            "work_resumption: {rate: enterprise_open_change, production: enterprise_revenue_change}")
        .contains("# DECIDE: no source gives new_cases");
  }

  @Test
  void whatIsLackingIsMarked() {
    assertThat(of("x", LIST, series("cases.csv", "new_cases", "2020-03-01")))
        .contains("mobility: []  # DECIDE: no measure of mobility was found")
        .contains("enterprise: []  # DECIDE: no measure of enterprises was found")
        .doesNotContain("no source gives new_cases");
  }

  @Test
  void noFileIsDroppedInSilence() {
    assertThat(
            of(
                "x",
                LIST,
                series("w.csv", "temperature", "2020-03-01"),
                file("other.csv", "a,b", "1,x", "1,y"),
                new PassedOver("notes.md", "a text for people")))
        .contains("# Not used:")
        .contains("# - w.csv: shape long; 2020-03-01 to 2020-03-30, by day; no word of it")
        .contains("# - other.csv: 2 rows without days (a, b)")
        .contains("# - notes.md: a text for people");
  }
}
