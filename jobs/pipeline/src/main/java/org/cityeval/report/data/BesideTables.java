package org.cityeval.report.data;

import static org.cityeval.table.spec.Keys.COMPARISON_GROUP;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.cityeval.comparison.GroupNames;
import org.cityeval.table.gold.PeerGroupTable;
import org.cityeval.table.gold.RankSensitivityTable;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.StoredRows;

/** Reads peers and what ranks rest on, of those members alone that a page has room for. */
final class BesideTables {
  private final Function<TableSpec, StoredRows> tables;
  private final CityIds cityIds;
  private final Set<String> units;

  BesideTables(Function<TableSpec, StoredRows> tables, CityIds cityIds, Set<String> units) {
    this.tables = tables;
    this.cityIds = cityIds;
    this.units = units;
  }

  BesideData read() {
    return new BesideData(peers(), similar(), factors());
  }

  private StoredRows rows(RowReading<?> reading) {
    return tables.apply(reading.table()).columns(reading.columns());
  }

  private List<BesideData.Peer> peers() {
    return rows(BesideRows.PEERS).list().stream()
        .map(cityIds::apart)
        .filter(row -> units.contains(row.get(DISTRICT_ID)))
        .map(BesideRows.PEERS.as())
        .sorted(
            Comparator.comparing(BesideData.Peer::unitId)
                .thenComparing(BesideData.Peer::level)
                .thenComparingInt(BesideData.Peer::number))
        .toList();
  }

  private List<BesideData.Similar> similar() {
    return rows(BesideRows.SIMILAR)
        .where(row -> row.cell(PeerGroupTable.PC1.name()) != null)
        .list()
        .stream()
        .map(cityIds::apart)
        .map(BesideRows.SIMILAR.as())
        .sorted(
            Comparator.comparing(BesideData.Similar::level)
                .thenComparing(BesideData.Similar::unitId))
        .toList();
  }

  /** First the means of each group, then those of the members there is room for. */
  private List<BesideData.Factor> factors() {
    Map<String, Mean> means = new TreeMap<>();
    Map<String, BesideData.Factor> own = new TreeMap<>();
    // Of the groups of which a page shows a ranking: their members stand in one list.
    rows(BesideRows.FACTORS)
        .where(
            row ->
                !Set.of(GroupNames.PEERS, GroupNames.SIMILAR).contains(row.get(COMPARISON_GROUP))
                    && row.cell(RankSensitivityTable.TOTAL.name()) != null)
        .each(
            row -> {
              BesideData.Factor factor = BesideRows.FACTORS.as().apply(cityIds.apart(row));
              means.computeIfAbsent(key(factor, ""), of -> new Mean(factor)).add(factor);
              if (units.contains(factor.unitId())) {
                own.put(key(factor, factor.unitId()), factor);
              }
            });
    List<BesideData.Factor> factors = new ArrayList<>();
    means.values().forEach(mean -> factors.add(mean.factor()));
    factors.addAll(own.values());
    return factors;
  }

  private static String key(BesideData.Factor factor, String unitId) {
    return String.join(
        "\0", factor.group(), unitId, factor.periodId(), factor.weighting(), factor.factor());
  }

  /** The mean of one factor over the members of a group. */
  private static final class Mean {
    private final BesideData.Factor any;
    private double firstOrder;
    private double total;
    private int members;

    Mean(BesideData.Factor any) {
      this.any = any;
    }

    void add(BesideData.Factor factor) {
      firstOrder += factor.firstOrder();
      total += factor.total();
      members++;
    }

    BesideData.Factor factor() {
      return new BesideData.Factor(
          any.group(),
          null,
          any.periodId(),
          any.weighting(),
          any.factor(),
          firstOrder / members,
          total / members);
    }
  }
}
