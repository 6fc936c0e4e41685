package org.cityeval.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cityeval.report.view.FunnelSheets;
import org.cityeval.report.view.PageModel;
import org.cityeval.report.view.RevisionSheets;
import org.cityeval.report.view.Sections;
import org.cityeval.report.view.Sheet;
import org.junit.jupiter.api.Test;

class FurtherTablesTest {
  private static final Map<String, String> NAMES = Map.of("c", "City 城", "d", "Dale", "e", "East");

  private static final Sheet NONE = new Sheet(List.of(), List.of());

  private static final List<String> FUNNELS = List.of("measure", "group", "period");

  private static final List<String> POINTS =
      List.of(
          "measure",
          "group",
          "period",
          "unit",
          "events",
          "exposure",
          "low",
          "high",
          "outerLow",
          "outerHigh");

  private static final List<String> RANKS =
      List.of("group", "unit", "period", "weighting", "before", "now");

  private static final Sheet PERIODS =
      sheet(
          List.of("city", "id", "title", "kind", "first", "last"),
          List.of("c", "span", "Whole span", "span", "2020-01-01", "2020-02-29"),
          List.of("t", "span", "Of a town", "span", "2021-01-01", "2021-02-28"),
          List.of("c", "wave-1", "First wave", "wave", "2020-01-03", "2020-01-05"));

  @SafeVarargs
  private static Sheet sheet(List<String> columns, List<Object>... rows) {
    List<List<Object>> all = new ArrayList<>();
    for (List<Object> row : rows) {
      all.add(row);
    }
    return new Sheet(columns, all);
  }

  private static List<StaticTables.Table> tables(
      Sheet periods, Sheet funnels, Sheet points, RevisionSheets revision) {
    PageModel model =
        new PageModel(
            "2020-03-01",
            NONE,
            NONE,
            NONE,
            periods,
            List.of(),
            NONE,
            NONE,
            NONE,
            NONE,
            NONE,
            NONE,
            NONE,
            NONE,
            List.of(),
            Map.of(),
            NONE,
            NONE,
            NONE,
            NONE,
            NONE,
            Map.of(),
            List.of(),
            Map.of(),
            revision,
            new FunnelSheets(funnels, points, NONE));
    return new FurtherTables(model, NAMES).all();
  }

  private static StaticTables.Table funnel(String group, String period, Sheet points) {
    List<StaticTables.Table> tables =
        tables(
            PERIODS,
            sheet(
                FUNNELS,
                List.of("D3", "c", "wave-1"),
                List.of("cases", group, period),
                List.of("cases", "c", "other")),
            points,
            null);
    assertThat(tables).hasSize(1);
    return tables.get(0);
  }

  /** By hand: 30 cases of 60,000 residents are 50 of 100,000, and 12 of them are 20. */
  @Test
  void ratesAndLimitsAreOf100000Residents() {
    StaticTables.Table table =
        funnel(
            "c",
            "span",
            sheet(
                POINTS,
                List.of("cases", "c", "span", "d", 30, 60_000.0, 12, 48, 6L, 60.0),
                List.of("cases", "c", "span", "e", 0, 200_000, 1.0, 2.0, 0, 3.0)));

    assertThat(table.id()).isEqualTo("static-funnel");
    assertThat(table.columns())
        .containsExactly("Name", "Cases per 100,000", "95 % limits", "99.8 % limits");
    assertThat(table.rows())
        .containsExactly(
            new Sections.Line("Dale", List.of("50", "20 to 80", "10 to 100")),
            new Sections.Line("East", List.of("0", "0.500 to 1", "0 to 1.50")));
  }

  @Test
  void onlyMembersOfThatFunnelWithANumberAreThere() {
    StaticTables.Table table =
        funnel(
            "c",
            "span",
            sheet(
                POINTS,
                List.of("D3", "c", "span", "d", 1, 100_000, 1, 1, 1, 1),
                List.of("cases", "t", "span", "d", 1, 100_000, 1, 1, 1, 1),
                List.of("cases", "c", "wave-1", "d", 1, 100_000, 1, 1, 1, 1),
                List.of("cases", "c", "span", "d"),
                List.of("cases", "c", "span", "e", 2, 100_000, 1, 3, 0, 4)));

    assertThat(table.rows())
        .containsExactly(new Sections.Line("East", List.of("2", "1 to 3", "0 to 4")));
  }

  @Test
  void theCaptionNamesWhoIsComparedAndThePeriodOfTheFirstCityThatHasIt() {
    String before = "Reported cases per 100,000 residents, beside the limits of chance: ";
    Sheet none = new Sheet(POINTS, List.of());

    assertThat(funnel("cities", "span", none).caption())
        .isEqualTo(before + "cities, Whole span, 2020-01-01 to 2020-02-29");
    assertThat(funnel("all", "wave-1", none).caption())
        .isEqualTo(before + "all districts, First wave, 2020-01-03 to 2020-01-05");
    assertThat(funnel("c", "gone", none).caption()).isEqualTo(before + "City 城, gone");
    assertThat(funnel("north_shore", "gone", none).caption())
        .isEqualTo(before + "north shore, gone");
  }

  @Test
  void withoutAFunnelOfCasesThereIsNoTable() {
    assertThat(
            tables(
                PERIODS,
                sheet(FUNNELS, List.of("D3", "c", "span")),
                new Sheet(POINTS, List.of()),
                null))
        .isEmpty();
  }

  private static RevisionSheets revision(String unreadable, Sheet ranks) {
    return new RevisionSheets("2020-02-01", unreadable, NONE, NONE, NONE, NONE, ranks);
  }

  private static List<StaticTables.Table> revised(Sheet periods, RevisionSheets revision) {
    return tables(periods, new Sheet(FUNNELS, List.of()), new Sheet(POINTS, List.of()), revision);
  }

  @Test
  void ranksThatChangedAreThoseOfTheFirstPeriod() {
    Sheet ranks =
        sheet(
            RANKS,
            List.of("cities", "c", "span", "public_value", 2, 1),
            Arrays.asList("c", "d", "span", "efficiency", null, 3),
            List.of("all", "e", "span", "efficiency", 4),
            List.of("north_shore", "e", "span", "efficiency", 1, 1),
            List.of("c", "d", "wave-1", "efficiency", 1, 2));

    StaticTables.Table table = revised(PERIODS, revision(null, ranks)).get(0);

    assertThat(table.id()).isEqualTo("static-revision");
    assertThat(table.caption())
        .isEqualTo("Ranks or classes that changed since the vintage of 2020-02-01");
    assertThat(table.columns())
        .containsExactly("Name", "Among", "Weighting", "Rank before", "Rank now");
    assertThat(table.rows())
        .containsExactly(
            new Sections.Line("City 城", List.of("cities", "public value", "2", "1")),
            new Sections.Line("Dale", List.of("City 城", "efficiency", "not ranked", "3")),
            new Sections.Line("East", List.of("all districts", "efficiency", "4", "not ranked")),
            new Sections.Line("East", List.of("north shore", "efficiency", "1", "1")));
  }

  /** A reader may know by it that nothing changed. */
  @Test
  void whereNoRankChangedTheTableIsEmpty() {
    assertThat(revised(PERIODS, revision(null, new Sheet(RANKS, List.of()))))
        .singleElement()
        .satisfies(table -> assertThat(table.rows()).isEmpty());
  }

  @Test
  void withoutARevisionThatCanBeReadOrAPeriodThereIsNoTable() {
    Sheet ranks = sheet(RANKS, List.of("c", "d", "span", "efficiency", 1, 2));

    assertThat(revised(PERIODS, null)).isEmpty();
    assertThat(revised(PERIODS, revision("Another release.", ranks))).isEmpty();
    assertThat(revised(new Sheet(PERIODS.columns(), List.of()), revision(null, ranks))).isEmpty();
  }
}
