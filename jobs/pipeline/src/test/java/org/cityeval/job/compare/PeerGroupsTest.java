package org.cityeval.job.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.compare.ComparisonScope;
import org.cityeval.numeric.neighbours.PeerSpace;
import org.cityeval.table.gold.PeerGroupTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Three districts lie at 0 of one variable and two at 10, so that groups are plain to see. */
@ExtendWith(SparkExtension.class)
class PeerGroupsTest {
  private static final String PLACES =
      "('d1', 'district', array(0D, 0D)), ('d2', 'district', array(0.1D, 0D)),"
          + " ('d3', 'district', array(-0.1D, 0D)), ('e1', 'district', array(10D, 0D)),"
          + " ('e2', 'district', array(10.1D, 0D)), ('u', 'district', null),"
          + " ('c', 'city', array(10D, 0D))";

  @TempDir private Path folder;

  private final SparkSession spark;

  PeerGroupsTest(SparkSession spark) {
    this.spark = spark;
  }

  private List<Row> found(int groups, int variables) {
    StringBuilder columns = new StringBuilder();
    for (String name : PeerGroupTable.SPEC.columnNames()) {
      String cell =
          switch (name) {
            case "district_id" -> "i";
            case "level" -> "l";
            case "peer_group" -> "cast(null as int)";
            case "pc1", "pc2", "pc1_share", "pc2_share" -> "cast(null as double)";
            case "as_of" -> "date'2020-04-10'";
            default -> "'x'";
          };
      columns.append(cell).append(" as ").append(name).append(", ");
    }
    Dataset<Row> places =
        spark.sql("select " + columns + "f as features from values " + PLACES + " as t(i, l, f)");
    PeerSpace.Variable[] all = new PeerSpace.Variable[variables];
    Arrays.fill(all, new PeerSpace.Variable("v", PeerSpace.Scale.LINEAR));
    return PeerGroups.find(
            TinyLake.in(folder).begin(spark),
            places,
            new ComparisonScope.Peers(List.of(all), 1, groups),
            7)
        .orderBy("district_id")
        .collectAsList();
  }

  private static List<String> groups(List<Row> rows) {
    return rows.stream()
        .map(row -> Keys.DISTRICT_ID.of(row) + " " + PeerGroupTable.PEER_GROUP.of(row))
        .toList();
  }

  /** The larger group is the first; cities, and who lacks a variable, are in none. */
  @Test
  void groupsAreNumberedByTheirSize() {
    assertThat(groups(found(2, 2)))
        .containsExactly("c null", "d1 1", "d2 1", "d3 1", "e1 2", "e2 2", "u null");
  }

  /** All that differs lies along the first variable; its direction is that of the variable. */
  @Test
  void placesOnTheChartFollowTheVariable() {
    List<Row> rows = found(2, 2);

    assertThat(PeerGroupTable.PC1.of(rows.get(4)))
        .isGreaterThan(PeerGroupTable.PC1.of(rows.get(1)));
    assertThat(PeerGroupTable.PC1_SHARE.of(rows.get(1))).isCloseTo(1, within(1e-9));
    assertThat(PeerGroupTable.PC2_SHARE.of(rows.get(1))).isCloseTo(0, within(1e-9));
    assertThat(PeerGroupTable.PC1.of(rows.get(0))).isNull();
  }

  @Test
  void withoutGroupsOrVariablesTheTableStaysAsItIs() {
    assertThat(groups(found(0, 2))).allMatch(row -> row.endsWith(" null")).hasSize(7);
    assertThat(groups(found(2, 0))).allMatch(row -> row.endsWith(" null")).hasSize(7);
  }

  /** Five have all variables. */
  @Test
  void fewerThanTheGroupsAreNotGrouped() {
    assertThat(groups(found(6, 2))).allMatch(row -> row.endsWith(" null")).hasSize(7);
    assertThat(groups(found(5, 2)).stream().filter(row -> !row.endsWith(" null"))).hasSize(5);
  }
}
