package org.cityeval.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cityeval.report.data.ReportData;
import org.cityeval.report.data.SampleReport;
import org.junit.jupiter.api.Test;

class RankingsTest {
  private final ReportData data = SampleReport.data();
  private final Subjects subjects = new Subjects(data);
  private final Rankings rankings = new Rankings(data, subjects);

  @Test
  void ranksTheMembersOfANamedGroupAmongThemselves() {
    PageModel.View<PageModel.RankingRow> view = rankings.views().get("north_shore|span|efficiency");

    assertThat(view.title()).startsWith("North shore, Whole span");
    assertThat(view.rows())
        .extracting(PageModel.RankingRow::id)
        .containsExactly("riverton-1", "eastport-2", "millbrook-3");
    // By hand: rank 2 of 3; the score is that of the whole panel.
    assertThat(view.rows().get(1).cells()).startsWith("2 (1–3)", "1–3", "1–3");
    assertThat(view.rows().get(1).score()).isEqualTo(70.5);
  }

  @Test
  void makesNoRankingOfPeersSimilarOnesOrASingleMember() {
    assertThat(rankings.views().keySet())
        .noneMatch(key -> key.matches("(peers|similar|alone)\\|.*"));
  }

  @Test
  void saysHowFarOtherChoicesMoveATypicalRank() {
    // Of 15, ranks over other choices span 3, 4, eleven times 5, 4 and 3 places, their own
    // intervals thirteen times 3 and twice 2.
    String certainty =
        new RankFindings(subjects, "all", rankings.members("all", "span", "efficiency"))
            .certainty();

    assertThat(certainty)
        .startsWith(
            "A typical rank interval spans 3 of 15 places; over other choices of method a typical"
                + " rank moves within 5; on average ");
  }

  @Test
  void saysSoOfAWeightingThatJudgesNothingHere() {
    ReportData.Composite none =
        new ReportData.Composite(null, null, null, null, null, null, null, "not_applicable");
    List<Rankings.Placed> members = new ArrayList<>();
    for (Rankings.Placed member : rankings.members("all", "span", "efficiency")) {
      ReportData.Score score = member.score();
      members.add(
          new Rankings.Placed(
              new ReportData.Score(
                  score.cityId(),
                  score.unitId(),
                  score.level(),
                  score.group(),
                  score.periodId(),
                  score.weighting(),
                  none,
                  Map.of()),
              new ReportData.Place(null, null, null, null, null, "not_applicable", 0, null)));
    }
    RankFindings found = new RankFindings(subjects, "all", members);

    assertThat(found.finding())
        .isEqualTo("Not applicable: nobody has a value of what this weighting is about.");
    assertThat(found.weightingMatters()).isEmpty();
    assertThat(Rankings.median(members)).isNull();
  }

  @Test
  void saysNothingOfChoicesThatWereNotTried() {
    List<Rankings.Placed> untried = new ArrayList<>();
    for (Rankings.Placed member : rankings.members("all", "span", "efficiency")) {
      ReportData.Place place = member.place();
      untried.add(
          new Rankings.Placed(
              member.score(),
              new ReportData.Place(
                  place.rank(), place.low(), place.high(), null, null, "", 15, null)));
    }

    assertThat(new RankFindings(subjects, "all", untried).certainty()).doesNotContain("choices");
  }

  @Test
  void showsTheBestAndTheWorstOfVeryMany() {
    List<ReportData.Score> scores = new ArrayList<>();
    List<ReportData.Rank> ranks = new ArrayList<>();
    ReportData.Score score = data.results().scores().get(0);
    ReportData.Rank rank =
        data.results().ranks().stream().filter(r -> r.group().equals("all")).findFirst().get();
    for (int i = 1; i <= 250; i++) {
      String unit = "d" + i;
      scores.add(
          new ReportData.Score(
              score.cityId(),
              unit,
              "district",
              score.group(),
              "span",
              "efficiency",
              score.composite(),
              score.contributions()));
      ranks.add(
          new ReportData.Rank(
              "all",
              unit,
              "district",
              "span",
              "efficiency",
              unit,
              new ReportData.Place(i, i, i, i, i, "not_distinguishable", 250, null),
              rank.ciLevel()));
    }
    ReportData many =
        new ReportData(
            data.title(),
            data.publication(),
            data.scope(),
            new ReportData.Results(List.of(), List.of(), scores, ranks, data.results().beside()),
            data.daily(),
            data.quality());

    PageModel.View<PageModel.RankingRow> view =
        new Rankings(many, new Subjects(many)).views().get("all|span|efficiency");

    assertThat(view.rows()).hasSize(200);
    assertThat(view.rows().get(99).id()).isEqualTo("d100");
    assertThat(view.rows().get(100).id()).isEqualTo("d151");
    assertThat(view.finding())
        .endsWith("100 best and the 100 worst of 250; gold.rank_interval has all.");
  }

  @Test
  void hasAFindingForEveryGroupThatIsShown() {
    assertThat(new Headlines(data, subjects, rankings).all())
        .extracting(Headlines.GroupFinding::title)
        .containsExactly(
            "Cities",
            "All districts",
            "North shore",
            "Districts of Eastport",
            "Districts of Millbrook",
            "Districts of Riverton 河城");
  }

  @Test
  void theMapSaysTheRankWithinTheCity() {
    // riverton-5 is 5th of its city and 5th of all, riverton-1 1st of both, but 2nd of its peers.
    PageModel.MapView map =
        new Maps(data, subjects)
            .views(Map.of("riverton", ""))
            .get("riverton|span|composite:efficiency");

    assertThat(map.rows().get(0).cells().get(1)).isEqualTo("rank 1 (1–2)");
  }

  @Test
  void addsTheCityToNamesakesWhereSeveralCitiesStandTogether() {
    List<ReportData.District> districts = new ArrayList<>();
    for (ReportData.District d : data.scope().districts()) {
      boolean namesake = d.id().equals("riverton-1") || d.id().equals("eastport-2");
      districts.add(
          new ReportData.District(
              d.id(), d.cityId(), namesake ? "Suffolk" : d.name(), null, d.population(), null));
    }
    ReportData named =
        new ReportData(
            data.title(),
            data.publication(),
            new ReportData.Scope(
                data.scope().cities(),
                districts,
                data.scope().periods(),
                data.scope().indicators()),
            data.results(),
            data.daily(),
            data.quality());
    Rankings of = new Rankings(named, new Subjects(named));

    assertThat(of.views().get("north_shore|span|efficiency").rows())
        .extracting(PageModel.RankingRow::head)
        .containsExactly("Suffolk (Riverton 河城)", "Suffolk (Eastport)", "Northgate of millbrook");
    assertThat(of.views().get("riverton|span|efficiency").rows().get(0).head())
        .isEqualTo("Suffolk");
  }
}
