package org.cityeval.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cityeval.report.data.ReportData;
import org.cityeval.report.data.SampleIndicators;
import org.cityeval.report.data.SampleReport;
import org.junit.jupiter.api.Test;

/** What is said of single indicators, in profiles, beside peers and on the map. */
class ProfilesTest {
  private static final ReportData DATA = SampleReport.data();
  private static final Map<String, PageModel.View<PageModel.ProfileRow>> PROFILES = profiles(DATA);

  @Test
  void aDirectionIsThatOfTheLevel() {
    // V1 of a city shall be low; a district's is its signed part, and the worst-off are below zero.
    PageModel.ProfileRow ofDistrict = row("riverton-1", "V1");
    PageModel.ProfileRow ofCity = row("riverton", "V1");

    assertThat(cell(ofDistrict, "Direction")).isEqualTo("◇ context, neither is better");
    assertThat(cell(ofDistrict, "Position (low–high)")).isEqualTo("not scored");
    assertThat(cell(ofDistrict, "Class, against that median")).isEqualTo("not compared");
    assertThat(ofDistrict.standing()).isEqualTo("context");
    assertThat(cell(ofCity, "Direction")).isEqualTo("↓ lower is better");
    assertThat(ofCity.standing()).isEqualTo("not_distinguishable");
    assertThat(new Sections(DATA, new Subjects(DATA)).methods())
        .filteredOn(method -> method.id().equals("V1"))
        .extracting(Sections.Method::better)
        .containsExactly("city: ↓ lower is better; district: ◇ context, neither is better");
  }

  @Test
  void neverPraisesOrBlamesByContext() {
    assertThat(PROFILES.get("riverton-1|span").finding())
        .isEqualTo(
            "Harbour 港口区 is clearly better than the median of the districts of Riverton 河城 by"
                + " resumption loss area, and clearly worse than it by targeting precision."
                + " Without a value: 1 of 12 indicators; the table says why.");
  }

  @Test
  void comparesATotalPerResidentWhereverItStands() {
    ReportData.Value total = value(DATA, "riverton-1", "P7");
    // By hand: the sample's totals are of 100,000 residents.
    String perResident =
        Wording.number(total.estimate().value() / 100_000)
            + " ("
            + Wording.number(total.estimate().low() / 100_000)
            + " to "
            + Wording.number(total.estimate().high() / 100_000)
            + ") person-days per resident";

    PageModel.ProfileRow row = row("riverton-1", "P7");
    assertThat(cell(row, "Value (interval)")).isEqualTo(perResident);
    assertThat(cell(row, "Median of the group")).isEqualTo("30 person-days per resident");
    PageModel.MapView map =
        new Maps(DATA, new Subjects(DATA)).views(Map.of("riverton", "")).get("riverton|span|P7");
    assertThat(map.rows().get(0).cells().get(0)).isEqualTo(perResident);
    assertThat(map.rows().get(0).value()).isEqualTo(total.estimate().value() / 100_000);
    assertThat(map.legend()).isEqualTo("person-days per resident; ↓ lower is better");
  }

  @Test
  void setsTheCensoredBeyondAllThatEnded() {
    // riverton-3 had not recovered in 84 days; the others did in less than 40.
    PageModel.ProfileRow row = row("riverton-3", "E5");

    assertThat(cell(row, "Value (interval)")).isEqualTo("censored: more than 84 d");
    assertThat(cell(row, "Position (low–high)")).isEqualTo("5 (5–5) of 5");
    assertThat(row.spine().open()).isTrue();
    PageModel.MapView map =
        new Maps(DATA, new Subjects(DATA)).views(Map.of("riverton", "")).get("riverton|span|E5");
    PageModel.MapRow onMap = map.rows().get(2);
    assertThat(onMap.id()).isEqualTo("riverton-3");
    assertThat(onMap.open()).isTrue();
    assertThat(onMap.label()).isEqualTo("more than 84");
    assertThat(map.finding())
        .startsWith("4 of 5 districts have a value, from ")
        .endsWith("Of 1 district only a follow-up is known, which the value exceeds.");
  }

  @Test
  void whoseErrorIsNotKnownHasNoClass() {
    ReportData.Results all = DATA.results();
    List<ReportData.Standing> without =
        all.standings().stream()
            .map(
                s ->
                    new ReportData.Standing(
                        s.unitId(),
                        s.level(),
                        s.periodId(),
                        s.indicatorId(),
                        s.scored(),
                        s.median(),
                        s.medianExceeds(),
                        null))
            .toList();
    ReportData data =
        new ReportData(
            DATA.title(),
            DATA.publication(),
            DATA.scope(),
            new ReportData.Results(all.values(), without, all.scores(), all.ranks(), all.beside()),
            DATA.daily(),
            DATA.quality());

    PageModel.ProfileRow row = row(profiles(data), "riverton-1", "E4");
    assertThat(row.standing()).isEqualTo("not_ranked");
    assertThat(cell(row, "Class, against that median"))
        .isEqualTo("○ no class: its error is not known");
  }

  @Test
  void saysOfAMedianAmongTheCensoredWhatItExceeds() {
    ReportData.Indicator days =
        SampleIndicators.all().stream().filter(i -> i.id().equals("E5")).findFirst().orElseThrow();
    ReportData.Standing standing =
        new ReportData.Standing(
            "a", "district", "span", "E5", new ReportData.Scored(null, 84.0, null), null, 79.0, "");

    assertThat(ComparedValues.median(standing, days)).isEqualTo("more than 79 d");
  }

  private static Map<String, PageModel.View<PageModel.ProfileRow>> profiles(ReportData data) {
    return new Profiles(data, new Subjects(data), Set.of("riverton", "riverton-1", "riverton-3"))
        .views();
  }

  private static ReportData.Value value(ReportData data, String unit, String indicator) {
    return data.results().values().stream()
        .filter(v -> v.unitId().equals(unit) && v.periodId().equals("span"))
        .filter(v -> v.indicatorId().equals(indicator))
        .findFirst()
        .orElseThrow();
  }

  private static PageModel.ProfileRow row(String unit, String indicator) {
    return row(PROFILES, unit, indicator);
  }

  private static PageModel.ProfileRow row(
      Map<String, PageModel.View<PageModel.ProfileRow>> profiles, String unit, String indicator) {
    return profiles.get(unit + "|span").rows().stream()
        .filter(row -> row.id().equals(indicator))
        .findFirst()
        .orElseThrow();
  }

  private static String cell(PageModel.ProfileRow row, String column) {
    // The first column is the head of the row.
    return row.cells().get(Profiles.COLUMNS.indexOf(column) - 1);
  }
}
