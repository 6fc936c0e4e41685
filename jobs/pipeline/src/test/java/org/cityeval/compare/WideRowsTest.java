package org.cityeval.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.table.spec.Keys.COMPARISON_GROUP;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;
import static org.cityeval.table.spec.Keys.WEIGHTING;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.place.District;
import org.cityeval.place.ListedDistricts;
import org.cityeval.table.gold.PeerTable;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.gold.WideTables;
import org.cityeval.table.spec.TableRow;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class WideRowsTest {
  private static Row rank(String district, String weighting, Integer rank) {
    return new TableRow(RankIntervalTable.SPEC)
        .set(DISTRICT_ID, district)
        .set(LEVEL, "district")
        .set(PERIOD_ID, "span")
        .set(COMPARISON_GROUP, "all")
        .set(WEIGHTING, weighting)
        .set(RankIntervalTable.NAME, "Name of " + district)
        .set(RankIntervalTable.COMPARED, weighting.equals("efficiency") ? 2 : 3)
        .set(RankIntervalTable.RANK, rank)
        .row();
  }

  /** A is 1st by efficiency and 2nd by public value; B has no rank by efficiency. */
  @Test
  void ranksOfBothWeightingsStandInOneRow(SparkSession spark) {
    List<Row> wide =
        WideRows.ranks(
                spark.createDataFrame(
                    List.of(
                        rank("A", "efficiency", 1),
                        rank("A", "public_value", 2),
                        rank("B", "efficiency", null),
                        rank("B", "public_value", 1)),
                    RankIntervalTable.SPEC.structType()))
            .orderBy(DISTRICT_ID.col())
            .collectAsList();

    assertThat(wide).hasSize(2);
    assertThat(wide.get(0).schema().fieldNames())
        .containsExactly(WideTables.RANK_INTERVAL.columnNames());
    assertThat(wide.get(0).<Integer>getAs("efficiency_rank")).isEqualTo(1);
    assertThat(wide.get(0).<Integer>getAs("public_value_rank")).isEqualTo(2);
    assertThat(wide.get(0).<Integer>getAs("compared")).isEqualTo(2);
    assertThat(wide.get(0).<String>getAs("name")).isEqualTo("Name of A");
    assertThat(wide.get(1).<Integer>getAs("efficiency_rank")).isNull();
    assertThat(wide.get(1).<Integer>getAs("public_value_rank")).isEqualTo(1);
  }

  private static Row peer(int number, String id, double distance) {
    return new TableRow(PeerTable.SPEC)
        .set(DISTRICT_ID, "A")
        .set(LEVEL, "district")
        .set(PeerTable.PEER_NO, number)
        .set(PeerTable.PEER_ID, id)
        .set(PeerTable.PEER_NAME, "Name of " + id)
        .set(PeerTable.DISTANCE, distance)
        .row();
  }

  @Test
  void peersStandInOneRowByTheirNumber(SparkSession spark) {
    ListedDistricts listed =
        new ListedDistricts(
            List.of(
                new District("A", "Alder", null, "c", "City", null, 1000, List.of(), null),
                new District("B", "Birch", null, "A", "Another", null, 1000, List.of(), null)));
    List<Row> wide =
        WideRows.peers(
                spark.createDataFrame(
                    List.of(peer(2, "C", 0.5), peer(1, "B", 0.25)), PeerTable.SPEC.structType()),
                listed)
            .collectAsList();

    assertThat(wide).hasSize(1);
    Row row = wide.get(0);
    assertThat(row.<String>getAs("name")).isEqualTo("Alder");
    assertThat(row.<String>getAs("peer_1_id")).isEqualTo("B");
    assertThat(row.<Double>getAs("peer_2_distance")).isEqualTo(0.5);
    assertThat(row.<String>getAs("peer_2_name")).isEqualTo("Name of C");
    assertThat(row.<String>getAs("peer_3_id")).isNull();
  }
}
