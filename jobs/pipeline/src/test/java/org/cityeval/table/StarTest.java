package org.cityeval.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.gold.PeerTable;
import org.cityeval.table.gold.PeriodTable;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.gold.ScorecardTable;
import org.cityeval.table.spec.TableSpec;
import org.junit.jupiter.api.Test;

class StarTest {
  private static List<String> dimensionsOf(TableSpec fact) {
    return Star.relations(fact).stream()
        .map(relation -> relation.to().name() + relation.columns())
        .toList();
  }

  @Test
  void everyPublishedTableIsADimensionOrAFact() {
    assertThat(Star.DIMENSIONS)
        .extracting(TableSpec::name)
        .contains("dim_district", "dim_city", "dim_period", "dim_indicator", "dim_date");
    assertThat(Star.FACTS).extracting(TableSpec::name).contains("scorecard", "district_day");
    assertThat(Star.DIMENSIONS.size() + Star.FACTS.size()).isEqualTo(Tables.PUBLISHED.size());
    assertThat(Star.FACTS).noneMatch(table -> table.name().startsWith("dim_"));
  }

  /** Evaluation and vintage are chosen before. */
  @Test
  void aKeyIsWhatIsLeftWithinAnEvaluationAndAVintage() {
    assertThat(Star.key(DistrictTable.SPEC)).containsExactly("district_id");
    assertThat(Star.key(PeriodTable.SPEC)).containsExactly("city_id", "district_id", "period_id");
  }

  @Test
  void aFactRefersToTheDimensionsOfWhichItHasTheWholeKey() {
    assertThat(dimensionsOf(ScorecardTable.SPEC))
        .contains(
            "dim_district[district_id]",
            "dim_city[city_id]",
            "dim_period[city_id, district_id, period_id]")
        .noneMatch(dimension -> dimension.startsWith("dim_indicator"))
        .noneMatch(dimension -> dimension.startsWith("dim_date"));
    assertThat(dimensionsOf(PeerTable.SPEC)).noneMatch(name -> name.startsWith("dim_period"));
  }

  /** The row of a city has the id of the city where that of a district stands. */
  @Test
  void whereCitiesHaveRowsTooAReferenceToADistrictHoldsForDistrictsAlone() {
    for (Star.Relation relation : Star.relations(RankIntervalTable.SPEC)) {
      assertThat(relation.isOfDistrictsAlone()).isEqualTo(relation.to().equals(DistrictTable.SPEC));
      assertThat(relation.isOfPeriod()).isEqualTo(relation.to().equals(PeriodTable.SPEC));
    }
    assertThat(
            new Star.Relation(DistrictTable.SPEC, DistrictTable.SPEC, List.of("district_id"))
                .isOfDistrictsAlone())
        .isFalse();
  }
}
