package org.cityeval.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cityeval.table.gold.PeerGroupTable;
import org.cityeval.table.gold.PeerTable;
import org.cityeval.table.gold.RankSensitivityTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.testing.PublishedFew;
import org.cityeval.testing.Written;
import org.junit.jupiter.api.Test;

/** What stands beside scores and ranks, cell by cell. */
class BesideRowsTest {
  private static TableRow row(TableSpec table) {
    return PublishedFew.row(table, "e").set(Keys.DISTRICT_ID, "d").set(Keys.LEVEL, "district");
  }

  @Test
  void peersSimilarOnesAndFactors() {
    assertThat(
            BesideRows.peer(
                Written.stored(
                    PeerTable.SPEC,
                    row(PeerTable.SPEC)
                        .set(PeerTable.PEER_NO, 2)
                        .set(PeerTable.PEER_ID, "p")
                        .set(PeerTable.DISTANCE, 1.5)
                        .set(PeerTable.CONTRIBUTIONS, "{\"density\":0.75}"))))
        .isEqualTo(new BesideData.Peer("d", "district", 2, "p", 1.5, Map.of("density", 0.75)));
    assertThat(
            BesideRows.similar(
                Written.stored(
                    PeerGroupTable.SPEC,
                    row(PeerGroupTable.SPEC)
                        .set(PeerGroupTable.PC1, 1.0)
                        .set(PeerGroupTable.PC1_SHARE, 0.6)
                        .set(PeerGroupTable.PC2, 2.0)
                        .set(PeerGroupTable.PC2_SHARE, 0.3)
                        .set(PeerGroupTable.STANDARDISED, "{\"density\":-1}"))))
        .isEqualTo(
            new BesideData.Similar(
                "d",
                "district",
                null,
                new BesideData.Component(1.0, 0.6),
                new BesideData.Component(2.0, 0.3),
                Map.of("density", -1.0)));
    assertThat(
            BesideRows.factor(
                Written.stored(
                    RankSensitivityTable.SPEC,
                    row(RankSensitivityTable.SPEC)
                        .set(Keys.PERIOD_ID, "span")
                        .set(Keys.COMPARISON_GROUP, "g")
                        .set(Keys.WEIGHTING, "efficiency")
                        .set(RankSensitivityTable.FACTOR, "weights")
                        .set(RankSensitivityTable.FIRST_ORDER, 0.1)
                        .set(RankSensitivityTable.TOTAL, 0.4))))
        .isEqualTo(new BesideData.Factor("g", "d", "span", "efficiency", "weights", 0.1, 0.4));
  }
}
