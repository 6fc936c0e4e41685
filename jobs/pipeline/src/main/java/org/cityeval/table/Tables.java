package org.cityeval.table;

import java.util.List;
import java.util.Optional;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.CoherenceTable;
import org.cityeval.table.gold.DateTable;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.gold.GoalpostTable;
import org.cityeval.table.gold.IndicatorStandingTable;
import org.cityeval.table.gold.IndicatorTable;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.gold.PeerGroupTable;
import org.cityeval.table.gold.PeerTable;
import org.cityeval.table.gold.PeriodTable;
import org.cityeval.table.gold.PublicationTable;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.gold.RankSensitivityTable;
import org.cityeval.table.gold.ScorecardTable;
import org.cityeval.table.gold.WaveTable;
import org.cityeval.table.gold.WideTables;
import org.cityeval.table.ops.MendTable;
import org.cityeval.table.ops.QualityCheckTable;
import org.cityeval.table.ops.QuarantineTable;
import org.cityeval.table.ops.RunTable;
import org.cityeval.table.ops.SourceFileTable;
import org.cityeval.table.silver.DistrictDayTable;
import org.cityeval.table.silver.ObservationTable;
import org.cityeval.table.silver.ServiceRequestTable;
import org.cityeval.table.spec.TableSpec;

/** Every table, in the order data flows. */
public final class Tables {
  public static final List<TableSpec> ALL =
      List.of(
          ObservationTable.SPEC,
          ServiceRequestTable.SPEC,
          QuarantineTable.SPEC,
          SourceFileTable.SPEC,
          MendTable.SPEC,
          QualityCheckTable.SPEC,
          DistrictDayTable.SILVER,
          DistrictTable.SPEC,
          CityTable.SPEC,
          DateTable.SPEC,
          PeriodTable.SPEC,
          IndicatorTable.SPEC,
          DistrictDayTable.GOLD,
          WaveTable.SPEC,
          CoherenceTable.SPEC,
          IndicatorValueTable.SPEC,
          GoalpostTable.SPEC,
          IndicatorStandingTable.SPEC,
          ScorecardTable.SPEC,
          RankIntervalTable.SPEC,
          RankSensitivityTable.SPEC,
          PeerTable.SPEC,
          PeerGroupTable.SPEC,
          WideTables.SCORECARD,
          WideTables.RANK_INTERVAL,
          WideTables.PEER,
          PublicationTable.SPEC,
          RunTable.SPEC);

  /** What readers open: gold without the manifest itself. */
  public static final List<TableSpec> PUBLISHED =
      ALL.stream()
          .filter(table -> table.schema().equals("gold") && !table.equals(PublicationTable.SPEC))
          .toList();

  private Tables() {}

  /** The table of a qualified name, such as {@code gold.rank_interval}. */
  public static Optional<TableSpec> find(String qualifiedName) {
    return ALL.stream().filter(table -> table.qualifiedName().equals(qualifiedName)).findFirst();
  }
}
