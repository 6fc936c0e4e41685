package org.cityeval.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cityeval.report.data.ReportData;
import org.cityeval.report.data.SampleReport;
import org.junit.jupiter.api.Test;

class ScoreSheetsTest {
  private final ReportData data = SampleReport.data();
  private final ScoreSheets scores = new ScoreSheets(data, new Subjects(data));

  @Test
  void ordersAGroupByRankAndPutsWhoHasNoneLast() {
    Sheet ranks = scores.ranks();

    assertThat(of(ranks, "eastport", "span", "efficiency"))
        .extracting(rank -> ranks.cell(rank, "unit"))
        .containsExactly("eastport-1", "eastport-2", "eastport-3", "eastport-4", "eastport-5");
    assertThat(ranks.cell(of(ranks, "eastport", "span", "efficiency").get(4), "rank")).isNull();
  }

  @Test
  void listsPeersOfAMemberButNoGroupOfOne() {
    Sheet ranks = scores.ranks();

    assertThat(ranks.rows()).anyMatch(rank -> ranks.cell(rank, "group").equals("peers"));
    assertThat(ranks.rows()).noneMatch(rank -> ranks.cell(rank, "group").equals("alone"));
  }

  @Test
  void givesTheMedianOfThoseWhoAreRanked() {
    Sheet groups = scores.groups();

    // By hand: of 82.0, 70.5, 59.0, 47.5 and 36.0 it is 59.0; without the last, 64.75.
    assertThat(groups.cell(of(groups, "riverton", "span", "efficiency").get(0), "median"))
        .isEqualTo(59L);
    assertThat(groups.cell(of(groups, "eastport", "span", "efficiency").get(0), "median"))
        .isEqualTo(64.75);
  }

  @Test
  void givesScoresOnceForAllWeightingsAndWeightsOnceForAllMembers() {
    Sheet parts = scores.parts();
    Sheet weights = scores.weights();

    // 18 members in two periods; two levels in two periods under two weightings.
    assertThat(parts.rows()).hasSize(36);
    assertThat(weights.rows()).hasSize(8);
    assertThat(weights.cell(weights.rows().get(0), "unit")).isEqualTo("");
    assertThat(weights.cell(weights.rows().get(0), "P1")).isEqualTo(0.5);
  }

  @Test
  void givesTheMiddleScoreOfEachIndicator() {
    Sheet middles = scores.middles();
    List<Object> riverton =
        middles.rows().stream()
            .filter(row -> row.get(0).equals("riverton") && row.get(1).equals("span"))
            .findFirst()
            .orElseThrow();

    // By hand: E1 is 92, 60.5, 69, 37.5 and 46.
    assertThat(middles.cell(riverton, "E1")).isEqualTo(60.5);
    assertThat(middles.cell(riverton, "P1")).isEqualTo(59L);
  }

  @Test
  void keepsTheBestAndTheWorstOfVeryMany() {
    List<ReportData.Score> many = new ArrayList<>();
    List<ReportData.Rank> ranks = new ArrayList<>();
    ReportData.Score score = data.results().scores().get(0);
    for (int i = 1; i <= 250; i++) {
      String unit = "d" + i;
      many.add(
          new ReportData.Score(
              score.cityId(),
              unit,
              "district",
              score.group(),
              "span",
              "efficiency",
              score.composite(),
              score.parts()));
      ranks.add(
          new ReportData.Rank(
              "all",
              unit,
              "district",
              "span",
              "efficiency",
              unit,
              new ReportData.Place(i, i, i, i, i, "not_distinguishable", 250, null),
              0.95));
    }
    ReportData large =
        new ReportData(
            data.title(),
            data.publication(),
            data.scope(),
            new ReportData.Results(List.of(), List.of(), many, ranks, data.results().beside()),
            data.daily(),
            data.quality());
    ScoreSheets of = new ScoreSheets(large, new Subjects(large));
    Sheet shown = of.ranks();

    assertThat(shown.rows()).hasSize(200);
    assertThat(shown.cell(shown.rows().get(99), "unit")).isEqualTo("d100");
    assertThat(shown.cell(shown.rows().get(100), "unit")).isEqualTo("d151");
    assertThat(of.groups().cell(of.groups().rows().get(0), "members")).isEqualTo(250);
  }

  private static List<List<Object>> of(Sheet sheet, String group, String period, String weighting) {
    return sheet.rows().stream()
        .filter(
            row ->
                sheet.cell(row, "group").equals(group)
                    && sheet.cell(row, "period").equals(period)
                    && sheet.cell(row, "weighting").equals(weighting))
        .toList();
  }
}
