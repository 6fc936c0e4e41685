package org.cityeval.report.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Set;
import org.cityeval.table.gold.PeerGroupTable;
import org.cityeval.table.gold.PeerTable;
import org.cityeval.table.gold.RankSensitivityTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.testing.PublishedFew;
import org.cityeval.warehouse.Publication;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page has room for d and for the city x, which shares its id with a district. */
class BesideTablesTest {
  @TempDir private static Path folder;
  private static BesideData data;

  @BeforeAll
  static void write() {
    PublishedFew few =
        new PublishedFew(folder)
            .write(
                PeerTable.SPEC,
                peer("d", "district", 2, "f"),
                peer("d", "district", 1, "x"),
                peer("e", "district", 1, "d"),
                peer("x", "city", 1, "x"))
            .write(PeerGroupTable.SPEC, similar("e", 1.0), similar("d", 2.0), similar("f", null))
            .write(
                RankSensitivityTable.SPEC,
                factor("c", "d", "weights", 0.1, 0.5),
                factor("c", "e", "weights", 0.3, 0.6),
                factor("c", "f", "weights", null, null),
                factor("c", "e", "outliers", 0.2, 0.25),
                factor("all", "d", "weights", 0.7, 0.9),
                factor("peers", "d", "weights", 0.7, 0.9),
                factor("similar", "d", "weights", 0.7, 0.9));
    Publication publication = few.publish("tiny", "{}");
    data =
        new BesideTables(
                table -> few.publications().rows(publication, table),
                CityIds.of(Set.of("x", "c"), Set.of("d", "e", "f", "x")),
                Set.of("d", "x (city)"))
            .read();
  }

  private static TableRow peer(String unit, String level, int number, String peer) {
    return PublishedFew.row(PeerTable.SPEC, "tiny")
        .set(Keys.DISTRICT_ID, unit)
        .set(Keys.LEVEL, level)
        .set(PeerTable.PEER_NO, number)
        .set(PeerTable.PEER_ID, peer)
        .set(PeerTable.DISTANCE, 1.0 * number);
  }

  private static TableRow similar(String unit, Double first) {
    return PublishedFew.row(PeerGroupTable.SPEC, "tiny")
        .set(Keys.DISTRICT_ID, unit)
        .set(Keys.LEVEL, "district")
        .set(PeerGroupTable.PC1, first);
  }

  private static TableRow factor(
      String group, String unit, String factor, Double firstOrder, Double total) {
    return PublishedFew.row(RankSensitivityTable.SPEC, "tiny")
        .set(Keys.COMPARISON_GROUP, group)
        .set(Keys.DISTRICT_ID, unit)
        .set(Keys.LEVEL, "district")
        .set(Keys.PERIOD_ID, "span")
        .set(Keys.WEIGHTING, "efficiency")
        .set(RankSensitivityTable.FACTOR, factor)
        .set(RankSensitivityTable.FIRST_ORDER, firstOrder)
        .set(RankSensitivityTable.TOTAL, total);
  }

  /** The nearest first; a city's peer of a shared id is a city, too. */
  @Test
  void peersAreOfThoseThereIsRoomFor() {
    assertThat(data.peers())
        .extracting(BesideData.Peer::unitId, BesideData.Peer::number, BesideData.Peer::peerId)
        .containsExactly(tuple("d", 1, "x"), tuple("d", 2, "f"), tuple("x (city)", 1, "x (city)"));
  }

  /** A figure shows everyone's place, also of those whose days the page has no room for. */
  @Test
  void similarOnesAreAllWhoHaveAPlace() {
    assertThat(data.similar())
        .extracting(BesideData.Similar::unitId, similar -> similar.first().place())
        .containsExactly(tuple("d", 2.0), tuple("e", 1.0));
  }

  /** By hand: (0.1 + 0.3) / 2 and (0.5 + 0.6) / 2; what was not tried counts for nobody. */
  @Test
  void factorsAreTheMeansOfEachGroupThenThoseOfThoseThereIsRoomFor() {
    assertThat(data.factors())
        .extracting(BesideData.Factor::group, BesideData.Factor::unitId, BesideData.Factor::factor)
        .containsExactly(
            tuple("all", null, "weights"),
            tuple("c", null, "outliers"),
            tuple("c", null, "weights"),
            tuple("all", "d", "weights"),
            tuple("c", "d", "weights"));
    BesideData.Factor mean = data.factors().get(2);
    assertThat(mean.firstOrder()).isCloseTo(0.2, within(1e-15));
    assertThat(mean.total()).isCloseTo(0.55, within(1e-15));
    assertThat(data.factors().get(1).total()).isEqualTo(0.25);
    assertThat(data.factors().get(4))
        .isEqualTo(new BesideData.Factor("c", "d", "span", "efficiency", "weights", 0.1, 0.5));
  }
}
