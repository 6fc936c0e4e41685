package org.cityeval.report.data;

import static org.cityeval.table.spec.Keys.INPUT_HASH;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.revision.ResultState;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.warehouse.StoredRow;

/**
 * A row of a table of results in either of two vintages.
 *
 * @param any one of the two, for its key
 * @param before null where the earlier vintage has no such row
 * @param now likewise
 */
record ResultPair(StoredRow any, ResultState before, ResultState now) {

  /** Rows of both vintages by their keys. */
  static final class Gathered {
    private final List<String> key;
    private final CityIds cityIds;
    private final Map<String, ResultPair> pairs = new TreeMap<>();

    Gathered(List<String> key, CityIds cityIds) {
      this.key = List.copyOf(key);
      this.cityIds = cityIds;
    }

    void add(StoredRow row, boolean isBefore) {
      StringBuilder of = new StringBuilder();
      key.forEach(column -> of.append(row.text(column)).append('\0'));
      ResultPair known = pairs.get(of.toString());
      ResultState state = row.columns().contains("rank") ? rank(row) : value(row);
      pairs.put(
          of.toString(),
          new ResultPair(
              known == null ? cityIds.apart(row) : known.any,
              isBefore ? state : known == null ? null : known.before,
              isBefore ? (known == null ? null : known.now) : state));
    }

    List<ResultPair> all() {
      return List.copyOf(pairs.values());
    }

    private static ResultState value(StoredRow row) {
      return new ResultState(
          row.get(IndicatorValueTable.VALUE),
          row.get(IndicatorValueTable.CI_LOW),
          row.get(IndicatorValueTable.CI_HIGH),
          row.get(IndicatorValueTable.STATUS),
          new ResultState.Rests(
              row.get(IndicatorValueTable.PARAMETERS),
              row.get(IndicatorValueTable.METHOD_VERSION),
              row.get(IndicatorValueTable.DATA_HASH),
              row.get(INPUT_HASH)));
    }

    private static ResultState rank(StoredRow row) {
      return new ResultState(
          number(row.get(RankIntervalTable.RANK)),
          number(row.get(RankIntervalTable.RANK_LOW)),
          number(row.get(RankIntervalTable.RANK_HIGH)),
          row.get(RankIntervalTable.CLASS),
          new ResultState.Rests(null, null, null, row.get(INPUT_HASH)));
    }

    private static Double number(Integer rank) {
      return rank == null ? null : Double.valueOf(rank);
    }
  }
}
