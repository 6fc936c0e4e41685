package org.cityeval.table;

import java.util.List;
import java.util.Optional;

/** Every table, in the order data flows. */
public final class Tables {
  public static final List<TableSpec> ALL =
      List.of(
          SilverTables.OBSERVATION,
          SilverTables.SERVICE_REQUEST,
          OpsTables.QUARANTINE,
          OpsTables.SOURCE_FILE,
          OpsTables.MEND,
          OpsTables.QUALITY_CHECK,
          SilverTables.DISTRICT_DAY,
          DimensionTables.DISTRICT,
          DimensionTables.CITY,
          DimensionTables.DATE,
          DimensionTables.PERIOD,
          DimensionTables.INDICATOR,
          GoldTables.DISTRICT_DAY,
          GoldTables.WAVE,
          GoldTables.COHERENCE,
          GoldTables.INDICATOR_VALUE,
          IndicatorTables.GOALPOST,
          IndicatorTables.INDICATOR_STANDING,
          ComparisonTables.SCORECARD,
          ComparisonTables.RANK_INTERVAL,
          ComparisonTables.RANK_SENSITIVITY,
          ComparisonTables.PEER,
          ComparisonTables.PEER_GROUP,
          WideTables.SCORECARD,
          WideTables.RANK_INTERVAL,
          WideTables.PEER,
          GoldTables.PUBLICATION,
          OpsTables.RUN);

  /** What readers open: gold without the manifest itself. */
  public static final List<TableSpec> PUBLISHED =
      ALL.stream()
          .filter(table -> table.schema().equals("gold") && !table.equals(GoldTables.PUBLICATION))
          .toList();

  private Tables() {}

  /** The table of a qualified name, such as {@code gold.rank_interval}. */
  public static Optional<TableSpec> find(String qualifiedName) {
    return ALL.stream().filter(table -> table.qualifiedName().equals(qualifiedName)).findFirst();
  }
}
