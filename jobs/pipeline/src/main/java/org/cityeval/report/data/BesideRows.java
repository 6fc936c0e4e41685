package org.cityeval.report.data;

import static org.cityeval.table.spec.Keys.COMPARISON_GROUP;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;
import static org.cityeval.table.spec.Keys.WEIGHTING;

import org.cityeval.table.gold.PeerGroupTable;
import org.cityeval.table.gold.PeerTable;
import org.cityeval.table.gold.RankSensitivityTable;
import org.cityeval.warehouse.StoredRow;

/** Rows of what stands beside the results as records of the report. */
final class BesideRows {
  static final RowReading<BesideData.Peer> PEERS =
      RowReading.of(
          PeerTable.SPEC,
          BesideRows::peer,
          DISTRICT_ID,
          LEVEL,
          PeerTable.PEER_NO,
          PeerTable.PEER_ID,
          PeerTable.DISTANCE,
          PeerTable.CONTRIBUTIONS);
  static final RowReading<BesideData.Similar> SIMILAR =
      RowReading.of(
          PeerGroupTable.SPEC,
          BesideRows::similar,
          DISTRICT_ID,
          LEVEL,
          PeerGroupTable.PEER_GROUP,
          PeerGroupTable.PC1,
          PeerGroupTable.PC1_SHARE,
          PeerGroupTable.PC2,
          PeerGroupTable.PC2_SHARE,
          PeerGroupTable.STANDARDISED);
  static final RowReading<BesideData.Factor> FACTORS =
      RowReading.of(
          RankSensitivityTable.SPEC,
          BesideRows::factor,
          COMPARISON_GROUP,
          DISTRICT_ID,
          LEVEL,
          PERIOD_ID,
          WEIGHTING,
          RankSensitivityTable.FACTOR,
          RankSensitivityTable.FIRST_ORDER,
          RankSensitivityTable.TOTAL);

  private BesideRows() {}

  static BesideData.Peer peer(StoredRow row) {
    return new BesideData.Peer(
        row.get(DISTRICT_ID),
        row.get(LEVEL),
        row.get(PeerTable.PEER_NO),
        row.get(PeerTable.PEER_ID),
        row.get(PeerTable.DISTANCE),
        ReportRows.numbers(row.get(PeerTable.CONTRIBUTIONS)));
  }

  static BesideData.Similar similar(StoredRow row) {
    return new BesideData.Similar(
        row.get(DISTRICT_ID),
        row.get(LEVEL),
        row.get(PeerGroupTable.PEER_GROUP),
        new BesideData.Component(row.get(PeerGroupTable.PC1), row.get(PeerGroupTable.PC1_SHARE)),
        new BesideData.Component(row.get(PeerGroupTable.PC2), row.get(PeerGroupTable.PC2_SHARE)),
        ReportRows.numbers(row.get(PeerGroupTable.STANDARDISED)));
  }

  static BesideData.Factor factor(StoredRow row) {
    return new BesideData.Factor(
        row.get(COMPARISON_GROUP),
        row.get(DISTRICT_ID),
        row.get(PERIOD_ID),
        row.get(WEIGHTING),
        row.get(RankSensitivityTable.FACTOR),
        row.get(RankSensitivityTable.FIRST_ORDER),
        row.get(RankSensitivityTable.TOTAL));
  }
}
