package org.cityeval.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cityeval.report.data.BesideData;
import org.cityeval.report.data.ReportData;
import org.cityeval.report.data.SampleBeside;
import org.cityeval.report.data.SampleReport;
import org.cityeval.report.page.ReportPage;
import org.junit.jupiter.api.Test;

/** Every expected value is a literal of {@link SampleBeside} or {@link SampleReport}. */
class BesideViewsTest {
  private static final ReportData DATA = SampleReport.data();
  private static final BesideModel MODEL = model(DATA);

  @Test
  void showsAllDistrictsAndNamedGroupsButNeitherPeersNorSimilarOnes() {
    // In "alone" only one member is ranked.
    assertThat(MODEL.groups())
        .containsExactly(
            new PageModel.Choice("all", "All districts"),
            new PageModel.Choice("north_shore", "North shore"));
  }

  @Test
  void listsThePeersOfEachDistrictWithWhatMostOfTheirDistanceIs() {
    assertThat(MODEL.alike().nearest().get("riverton-1"))
        .containsExactly(
            new BesideModel.Nearest("riverton-2", "0.400", "population (75 %)"),
            new BesideModel.Nearest("riverton-3", "0.800", "population (75 %)"));
  }

  @Test
  void saysHowADistrictStandsAmongItsPeersAndItsSimilarOnes() {
    BesideModel.Standing standing = MODEL.alike().standings().get("riverton-1|span|efficiency");

    assertThat(standing.finding())
        .isEqualTo(
            "Among itself and its 2 nearest peers Harbour 港口区 comes 2 (1–3) of 3:"
                + " ● cannot be told apart from their median, 70.5.");
    // By hand: the middle of 82.0, 70.5 and 59.0.
    assertThat(standing.median()).isEqualTo(70.5);
    assertThat(standing.rank()).isEqualTo("2 (1–3)");
    assertThat(standing.similar())
        .isEqualTo(
            "Among the 10 of its group that could be ranked it comes 1 (1–2): ● cannot be told"
                + " apart from their median.");
  }

  @Test
  void saysSoWhereADistrictHasNoPeers() {
    BesideData beside = DATA.results().beside();
    BesideModel without =
        model(
            with(
                new BesideData(
                    beside.peers().stream().filter(p -> !p.unitId().equals("riverton-1")).toList(),
                    beside.similar(),
                    beside.factors())));

    assertThat(without.alike().standings().get("riverton-1|span|efficiency").finding())
        .isEqualTo("Harbour 港口区 has no peers: not everything they are found by is known of it.");
  }

  @Test
  void holdsEachMemberOnceWithBothWeightingsAndItsHeadlineIndicators() {
    BesideModel.Member member = MODEL.members().get("riverton-1|span");

    assertThat(member.composites().get("efficiency").score()).isEqualTo(82.0);
    assertThat(member.composites().get("public_value").score()).isEqualTo(36.0);
    assertThat(member.composites().get("efficiency").text()).startsWith("82.0 (");
    assertThat(member.cells())
        .hasSize(new BesideViews(DATA, new Subjects(DATA)).columns().members().size() - 2);
    // In a wave everyone has days of their own.
    assertThat(MODEL.periods()).extracting(PageModel.Choice::id).containsExactly("span");
    assertThat(MODEL.members()).doesNotContainKey("riverton-1|wave-1");
  }

  @Test
  void takesHeadlinesFromEveryDimensionThatHasValues() {
    assertThat(new BesideViews(DATA, new Subjects(DATA)).columns().members())
        .startsWith("Composite, efficiency (interval)", "Composite, public value (interval)")
        .anyMatch(column -> column.startsWith("P"))
        .anyMatch(column -> column.startsWith("E"))
        .anyMatch(column -> column.startsWith("V"))
        // Context has no direction, and D3 no value.
        .noneMatch(column -> column.startsWith("D"));
  }

  @Test
  void knowsTheNamedGroupsOfAMember() {
    assertThat(MODEL.named().of())
        .containsOnlyKeys("riverton-1", "eastport-2", "millbrook-3")
        .containsEntry("eastport-2", List.of("north_shore"));
    // By residents: 100,000, 140,000 and 180,000.
    assertThat(MODEL.named().members())
        .isEqualTo(Map.of("north_shore", List.of("millbrook-3", "eastport-2", "riverton-1")));
    assertThat(MODEL.named().leftOut()).isEmpty();
  }

  @Test
  void mapsMembersByTheirComponentsAndGroups() {
    BesideModel.Scatter map = MODEL.alike().maps().get("district");
    BesideModel.Dot first =
        map.dots().stream().filter(dot -> dot.id().equals("riverton-1")).findFirst().orElseThrow();

    assertThat(map.horizontal()).isEqualTo("first principal component, 63 % of the variance");
    assertThat(map.vertical()).isEqualTo("second principal component, 30 % of the variance");
    assertThat(map.dots()).hasSize(15);
    assertThat(first.across()).isEqualTo(-1.5);
    assertThat(first.up()).isZero();
    assertThat(first.cells()).containsExactly("group 1", "−1.50", "0.00", "0.50", "−1.25");
    assertThat(first.finding()).isEqualTo("Harbour 港口区 is in group 1 of 2, with 9 others.");
  }

  @Test
  void namesTheFactorThatMattersMostAndGivesTheMembersOwn() {
    PageModel.View<BesideModel.FactorRow> view =
        MODEL.basis().views().get("riverton|span|efficiency");

    assertThat(view.finding())
        .startsWith(
            "What matters most to a rank is the uncertainty of the values: on average 62 % of its"
                + " variance");
    assertThat(view.rows())
        .extracting(BesideModel.FactorRow::id)
        .containsExactly("measurement", "weights");
    assertThat(view.rows().get(0).cells()).containsExactly("62 %", "35 %");
    assertThat(MODEL.basis().own().get("riverton-1|riverton|span|efficiency").get("measurement"))
        .isEqualTo(new BesideModel.Own(List.of("81 %", "48 %"), 0.81));
    assertThat(MODEL.basis().own()).hasSize(1);
  }

  @Test
  void ofVeryManyOnlyThoseWithMostResidentsAreSetBesideTheirPeers() {
    ReportData.Daily daily = DATA.daily();
    ReportData small =
        new ReportData(
            DATA.title(),
            DATA.publication(),
            DATA.scope(),
            DATA.results(),
            new ReportData.Daily(daily.series(), daily.waves(), 2, 1),
            DATA.quality());

    // The two districts of 260,000 residents, and the city of 1,240,000.
    assertThat(small.embedded()).containsExactlyInAnyOrder("eastport-5", "millbrook-5", "riverton");
    assertThat(ReportPage.render(small))
        .contains(
            "Days, profiles and peers stand on this page for those with the most residents: 2 of 15"
                + " districts and 1 of 3 cities. The tables hold all of them.");
  }

  @Test
  void saysWhatPeersAreFoundBy() {
    assertThat(ReportPage.render(DATA))
        .contains("Peers are alike in the declared variables only: density and population.");
  }

  @Test
  void setsTheChosenMemberBesideItsPeersAndItsNamedGroup() {
    String page = ReportPage.render(DATA);
    int from = page.indexOf("<table id=\"beside-table\">");
    String table = page.substring(from, page.indexOf("</table>", from));

    // The first chosen is riverton-1, of north_shore; its peers are the two after it.
    assertThat(table)
        .contains("Harbour 港口区 beside its peers and named groups, Whole span, 1 Mar 2020")
        .containsSubsequence(
            "Harbour 港口区</th><td>chosen, North shore</td><td>82.0 (",
            "Old Town 老城区</th><td>peer 1</td><td>70.5 (",
            "Northgate 北门区</th><td>peer 2</td><td>59.0 (",
            "Northgate of millbrook</th><td>North shore</td><td>59.0 (",
            "Old Town of eastport</th><td>North shore</td><td>70.5 (");
  }

  private static ReportData with(BesideData beside) {
    ReportData.Results results = DATA.results();
    return new ReportData(
        DATA.title(),
        DATA.publication(),
        DATA.scope(),
        new ReportData.Results(
            results.values(),
            results.standings(),
            results.scores(),
            new ArrayList<>(results.ranks()),
            beside),
        DATA.daily(),
        DATA.quality());
  }

  private static BesideModel model(ReportData data) {
    return new BesideViews(data, new Subjects(data)).model();
  }
}
