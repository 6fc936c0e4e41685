package org.cityeval.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.INPUT_HASH;
import static org.cityeval.table.spec.Keys.LEVEL;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.numeric.neighbours.PeerSpace;
import org.cityeval.table.gold.PeerGroupTable;
import org.cityeval.table.gold.PeerTable;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Districts a, b, c and d of 1, 2, 4 and an unknown number of residents, and two cities. */
@ExtendWith(SparkExtension.class)
class PeerComparisonTest {
  private static final List<PeerSpace.Variable> POPULATION =
      List.of(new PeerSpace.Variable("population", PeerSpace.Scale.LINEAR));

  private static ComparisonScope scope(List<PeerSpace.Variable> variables, int count) {
    return new ComparisonScope(
        "test",
        LocalDate.of(2020, 6, 30),
        null,
        List.of(),
        new ComparisonScope.Draws(100, 0, 0.95, 1),
        List.of(),
        new ComparisonScope.Peers(variables, count, 0));
  }

  private static Dataset<Row> covariates(SparkSession spark) {
    return spark.sql(
        """
        select city_id, district_id, level, name, 1.0D as population,
          array(cast(residents as double)) as variables
        from values
          ('x', 'd', 'district', 'D', null), ('x', 'a', 'district', 'A', 1),
          ('x', 'c', 'district', 'C', 4), ('y', 'b', 'district', 'B', 2),
          ('x', 'x', 'city', 'X', 5), ('y', 'y', 'city', 'Y', 6)
          as t(city_id, district_id, level, name, residents)
        """);
  }

  private static Dataset<Row> compared(
      SparkSession spark, List<PeerSpace.Variable> variables, int count) {
    return new PeerComparison(scope(variables, count)).compare(covariates(spark));
  }

  @Test
  void theNearestOfTheSameLevelArePeers(SparkSession spark) {
    assertThat(
            PeerComparison.peers(compared(spark, POPULATION, 1)).collectAsList().stream()
                .map(
                    row ->
                        LEVEL.of(row)
                            + " "
                            + DISTRICT_ID.of(row)
                            + " "
                            + PeerTable.PEER_NO.of(row)
                            + " "
                            + PeerTable.PEER_NAME.of(row))
                .sorted())
        .containsExactly(
            "city x 1 Y", "city y 1 X", "district a 1 B", "district b 1 A", "district c 1 B");
  }

  @Test
  void whoLacksAVariableHasAPlaceButNoFeatures(SparkSession spark) {
    List<Row> places =
        PeerComparison.places(compared(spark, POPULATION, 2))
            .where(LEVEL.col().equalTo("district"))
            .orderBy(DISTRICT_ID.col())
            .collectAsList();

    assertThat(places).extracting(row -> DISTRICT_ID.of(row)).containsExactly("a", "b", "c", "d");
    assertThat(places)
        .extracting(row -> row.isNullAt(row.fieldIndex(PeerComparison.FEATURES)))
        .containsExactly(false, false, false, true);
    assertThat(PeerGroupTable.STANDARDISED.of(places.get(3))).isNull();
    assertThat(PeerGroupTable.VALUES.of(places.get(3))).isEqualTo("{\"population\":null}");
  }

  @Test
  void theIdsOfPeersStandInOrder(SparkSession spark) {
    assertThat(
            PeerComparison.nearest(compared(spark, POPULATION, 2))
                .where(DISTRICT_ID.col().equalTo("c"))
                .head()
                .<String>getList(2))
        .containsExactly("a", "b");
  }

  @Test
  void withoutVariablesNobodyHasPeers(SparkSession spark) {
    assertThat(PeerComparison.peers(compared(spark, List.of(), 2)).isEmpty()).isTrue();
    assertThat(PeerComparison.places(compared(spark, List.of(), 2)).isEmpty()).isTrue();
  }

  @Test
  void theHashTellsWhatPeersRestOn(SparkSession spark) {
    assertThat(hashes(spark, 1)).hasSize(2).isEqualTo(hashes(spark, 1));
    assertThat(hashes(spark, 2)).doesNotContainAnyElementsOf(hashes(spark, 1));
  }

  /** One of each level. */
  private static List<String> hashes(SparkSession spark, int count) {
    return PeerComparison.peers(compared(spark, POPULATION, count)).collectAsList().stream()
        .map(row -> INPUT_HASH.of(row))
        .distinct()
        .sorted()
        .toList();
  }
}
