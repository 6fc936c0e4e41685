package org.cityeval.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.table.Tables;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A width is the upper end less the lower, in every table that publishes an interval. */
@ExtendWith(SparkExtension.class)
class WidthsTest {
  /**
   * What has two ends and is no interval: limits of outliers, and extremes of several districts.
   */
  private static final List<String> OTHER_ENDS =
      List.of("goalpost.value_low", "coherence.districts_low");

  @Test
  void everyIntervalHasAWidth() {
    for (TableSpec table : Tables.PUBLISHED) {
      List<String> columns = List.of(table.columnNames());
      for (String low : columns) {
        String high = low.replaceFirst("_low(?=_|$)", "_high");
        if (!low.equals(high)
            && columns.contains(high)
            && !OTHER_ENDS.contains(table.name() + "." + low)) {
          assertThat(columns).contains(low.replaceFirst("_low(?=_|$)", "_width"));
        }
      }
    }
  }

  @Test
  void isTheUpperEndLessTheLower(SparkSession spark) {
    Map<String, Integer> known = new TreeMap<>();
    for (TableSpec table : Tables.PUBLISHED) {
      List<String> widths =
          Arrays.stream(table.columnNames()).filter(name -> name.contains("_width")).toList();
      for (Row row : PublishedCells.read(spark, table).collectAsList()) {
        for (String width : widths) {
          Number low = row.getAs(width.replace("_width", "_low"));
          Number high = row.getAs(width.replace("_width", "_high"));
          Number apart = row.getAs(width);
          if (low == null || high == null) {
            assertThat(apart).as("%s of %s", width, row).isNull();
          } else {
            // Ranks are whole numbers, which doubles hold.
            assertThat(apart.doubleValue())
                .as("%s of %s", width, row)
                .isEqualTo(high.doubleValue() - low.doubleValue());
            known.merge(table.name() + "." + width, 1, Integer::sum);
          }
        }
      }
    }
    assertThat(known.keySet())
        .containsExactlyInAnyOrder(
            "district_day.rt_width",
            "indicator_value.ci_width",
            "indicator_standing.scored_width",
            "scorecard.composite_width",
            "scorecard.composite_difference_width",
            "rank_interval.rank_width",
            "rank_interval.rank_width_simultaneous",
            "rank_interval.rank_width_choices",
            "scorecard_wide.efficiency_composite_width",
            "scorecard_wide.public_value_composite_width",
            "scorecard_wide.composite_difference_width",
            "rank_interval_wide.efficiency_rank_width",
            "rank_interval_wide.public_value_rank_width");
  }
}
