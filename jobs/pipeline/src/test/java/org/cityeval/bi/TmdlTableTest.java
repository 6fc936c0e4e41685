package org.cityeval.bi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cityeval.table.Star;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.DateTable;
import org.cityeval.table.gold.PeriodTable;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.gold.ScorecardTable;
import org.cityeval.table.silver.DistrictDayTable;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;
import org.junit.jupiter.api.Test;

class TmdlTableTest {
  /** Of another schema than those that are related. */
  private static final TableSpec SMALL =
      TableSpec.of("gold", "small", "What a row is.")
          .key(TableColumn.text("id", "The id."))
          .columns(
              TableColumn.integer("few", "Few."),
              TableColumn.count("many", "Many."),
              TableColumn.number("share", "A share."),
              TableColumn.truth("is", "Whether."),
              TableColumn.day("day", "The day."),
              TableColumn.instant("at", "When."))
          .build();

  @Test
  void aTableIsItsColumnsAndTheFileTheyComeFrom() {
    assertThat(TmdlTable.of(SMALL))
        .isEqualTo(
            """
            /// What a row is.
            table small

            \t/// The id.
            \tcolumn id
            \t\tdataType: string
            \t\tsummarizeBy: none
            \t\tsourceColumn: id

            \t/// Few.
            \tcolumn few
            \t\tdataType: int64
            \t\tsummarizeBy: none
            \t\tsourceColumn: few

            \t/// Many.
            \tcolumn many
            \t\tdataType: int64
            \t\tsummarizeBy: none
            \t\tsourceColumn: many

            \t/// A share.
            \tcolumn share
            \t\tdataType: double
            \t\tsummarizeBy: none
            \t\tsourceColumn: share

            \t/// Whether.
            \tcolumn is
            \t\tdataType: boolean
            \t\tsummarizeBy: none
            \t\tsourceColumn: is

            \t/// The day.
            \tcolumn day
            \t\tdataType: dateTime
            \t\tformatString: yyyy-mm-dd
            \t\tsummarizeBy: none
            \t\tsourceColumn: day

            \t/// When.
            \tcolumn at
            \t\tdataType: dateTime
            \t\tsummarizeBy: none
            \t\tsourceColumn: at

            \tpartition small = m
            \t\tmode: import
            \t\tsource =
            \t\t\t\tlet
            \t\t\t\t\tRows = Parquet.Document(File.Contents(ExportFolder & "/small.parquet"))
            \t\t\t\tin
            \t\t\t\t\tRows
            """);
  }

  /** Power BI knows one table of days, by its key. */
  @Test
  void onlyTheTableOfDaysIsMarkedAsOne() {
    assertThat(TmdlTable.of(DateTable.SPEC))
        .contains("\ntable dim_date\n\tdataCategory: Time\n")
        .contains("\tcolumn date\n\t\tdataType: dateTime\n\t\tisKey\n")
        .containsOnlyOnce("isKey");
    assertThat(TmdlTable.of(CityTable.SPEC)).doesNotContain("dataCategory", "isKey");
    assertThat(TmdlTable.of(DistrictDayTable.GOLD))
        .contains("\tcolumn date\n")
        .doesNotContain("isKey");
  }

  @Test
  void aPeriodsKeyIsItsCityItsDistrictAndItself() {
    assertThat(TmdlTable.of(PeriodTable.SPEC))
        .contains(
            """
            \tcolumn period_key
            \t\tdataType: string
            \t\tisHidden
            \t\tsummarizeBy: none
            \t\tsourceColumn: period_key
            """)
        .endsWith(
            "Rows = Parquet.Document(File.Contents(ExportFolder & \"/dim_period.parquet\")),\n"
                + "\t\t\t\t\tKeyed = Table.AddColumn(Rows, \"period_key\", each [city_id] & \"|\" &"
                + " [district_id] & \"|\" & [period_id], type text)\n"
                + "\t\t\t\tin\n\t\t\t\t\tKeyed\n");
  }

  /** A district's own wave is the district's; any other period is its city's. */
  @Test
  void aRowThatRefersToAPeriodNamesWhoseItIs() {
    assertThat(TmdlTable.of(ScorecardTable.SPEC))
        .contains(
            "each [city_id] & \"|\" & (if Text.StartsWith([period_id], \"own-wave-\") then"
                + " [district_id] else [city_id]) & \"|\" & [period_id], type text)")
        .endsWith("\t\t\t\t\tKeyed\n");
    assertThat(TmdlTable.of(CityTable.SPEC)).doesNotContain("period_key").endsWith("Rows\n");
  }

  @Test
  void aMeasureIsBlankUnlessEachOfItsColumnsIsNarrowed() {
    assertThat(TmdlTable.of(RankIntervalTable.SPEC))
        .contains(
            "\tmeasure 'Members ranked' = IF(HASONEVALUE(rank_interval[comparison_group]) &&"
                + " HASONEVALUE(rank_interval[period_id]) && HASONEVALUE(rank_interval[weighting]),"
                + " CALCULATE(COUNTROWS(rank_interval), NOT ISBLANK(rank_interval[rank])))\n"
                + "\t\tformatString: #,0\n")
        .contains("\tmeasure 'Share clearly better' = ")
        .doesNotContain("Mean composite", "'Members clearly better'");
    assertThat(TmdlTable.of(ScorecardTable.SPEC))
        .contains("\tmeasure 'Mean composite' = ")
        .doesNotContain("Members ranked");
  }

  @Test
  void tablesAreRelatedByOneColumn() {
    assertThat(
            TmdlTable.column(
                new Star.Relation(
                    ScorecardTable.SPEC,
                    PeriodTable.SPEC,
                    List.of("city_id", "district_id", "period_id"))))
        .isEqualTo("period_key");
    assertThat(
            TmdlTable.column(
                new Star.Relation(ScorecardTable.SPEC, CityTable.SPEC, List.of("city_id"))))
        .isEqualTo("city_id");
  }
}
