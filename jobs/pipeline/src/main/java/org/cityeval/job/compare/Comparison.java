package org.cityeval.job.compare;

import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.LEVEL;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.compare.ComparisonScope;
import org.cityeval.compare.Covariates;
import org.cityeval.compare.PanelComparison;
import org.cityeval.compare.PeerComparison;
import org.cityeval.compare.WideRows;
import org.cityeval.place.District;
import org.cityeval.place.ListedDistricts;
import org.cityeval.run.KeptRows;
import org.cityeval.run.Run;
import org.cityeval.run.SideBySide;
import org.cityeval.table.gold.GoalpostTable;
import org.cityeval.table.gold.IndicatorStandingTable;
import org.cityeval.table.gold.PeerGroupTable;
import org.cityeval.table.gold.PeerTable;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.gold.RankSensitivityTable;
import org.cityeval.table.gold.ScorecardTable;
import org.cityeval.table.gold.WideTables;
import org.cityeval.table.silver.DistrictDayTable;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.Slice;

/**
 * Runs the stages of a comparison and writes their tables; what is read twice is kept meanwhile.
 */
final class Comparison implements AutoCloseable {
  private static final List<TableSpec> OF_PEERS =
      List.of(PeerTable.SPEC, PeerGroupTable.SPEC, WideTables.PEER);

  private final Run run;
  private final ComparisonScope scope;
  private final Slice slice;
  private final ListedDistricts listed;
  private final Deque<KeptRows> kept = new ArrayDeque<>();
  private Dataset<Row> peers;
  private Dataset<Row> peerGroups;
  private Dataset<Row> compared;

  private Comparison(Run run, ComparisonScope scope, Slice slice, ListedDistricts listed) {
    this.run = run;
    this.scope = scope;
    this.slice = slice;
    this.listed = listed;
  }

  /**
   * Compares. Where that fails, nothing is kept.
   *
   * @param values rows of gold.indicator_value
   */
  static Comparison between(
      Run run, ComparisonScope scope, Slice slice, Dataset<Row> values, List<District> districts) {
    Comparison comparison = new Comparison(run, scope, slice, new ListedDistricts(districts));
    try {
      comparison.compare(values, DescribedDistricts.describe(run, districts), districts.size());
      return comparison;
    } catch (Throwable failure) {
      // Spark throws checked exceptions that Scala does not declare.
      comparison.close();
      throw failure;
    }
  }

  private void compare(Dataset<Row> values, Dataset<Row> described, int districts) {
    Dataset<Row> days = run.warehouse().read(DistrictDayTable.GOLD).where(slice.predicate());
    run.warehouse().now("finds peers");
    Dataset<Row> covariates = keep(Covariates.gather(described, days, scope.peers().variables()));
    Dataset<Row> found = keep(new PeerComparison(scope).compare(covariates));
    peers = PeerComparison.peers(found);
    peerGroups =
        keep(
            PeerGroups.find(
                run, PeerComparison.places(found), scope.peers(), scope.draws().seed()));
    compared =
        keep(new PanelComparison(scope).compare(values, placed(covariates, found), districts));
  }

  /** Each member with its group and its peers, null for none. */
  private Dataset<Row> placed(Dataset<Row> covariates, Dataset<Row> found) {
    String[] member = {LEVEL.name(), DISTRICT_ID.name()};
    return covariates
        .join(
            peerGroups.select(LEVEL.col(), DISTRICT_ID.col(), PeerGroupTable.PEER_GROUP.col()),
            member,
            "left")
        .join(PeerComparison.nearest(found), member, "left");
  }

  /**
   * Replaces the slices of all tables of the comparison, several at a time: a commit is mostly
   * waiting, and no two are of one table.
   *
   * @return the number of rows written
   */
  long write() {
    Dataset<Row> scorecard = PanelComparison.rows(compared, ScorecardTable.SPEC);
    Dataset<Row> ranks = PanelComparison.rows(compared, RankIntervalTable.SPEC);
    Map<TableSpec, Dataset<Row>> tables = new LinkedHashMap<>();
    tables.put(ScorecardTable.SPEC, scorecard);
    tables.put(RankIntervalTable.SPEC, ranks);
    tables.put(GoalpostTable.SPEC, PanelComparison.rows(compared, GoalpostTable.SPEC));
    tables.put(
        IndicatorStandingTable.SPEC, PanelComparison.rows(compared, IndicatorStandingTable.SPEC));
    tables.put(
        RankSensitivityTable.SPEC, PanelComparison.rows(compared, RankSensitivityTable.SPEC));
    tables.put(PeerTable.SPEC, peers);
    tables.put(PeerGroupTable.SPEC, peerGroups);
    tables.put(WideTables.SCORECARD, WideRows.scorecards(scorecard, listed));
    tables.put(WideTables.RANK_INTERVAL, WideRows.ranks(ranks));
    tables.put(WideTables.PEER, WideRows.peers(peers, listed));
    run.warehouse().now("scores and ranks");
    // The first to read it computes it; the others would do so again meanwhile.
    compared.count();
    AtomicLong written = new AtomicLong();
    List<Runnable> commits = new ArrayList<>();
    tables.forEach((table, rows) -> commits.add(() -> written.addAndGet(write(table, rows))));
    SideBySide.all(commits);
    return written.get();
  }

  /** A table that nothing is said in, and nothing was, need only be there. */
  private long write(TableSpec table, Dataset<Row> rows) {
    if (scope.peers().variables().isEmpty()
        && OF_PEERS.contains(table)
        && !run.warehouse().exists(table)) {
      run.warehouse().ensure(table);
      return 0;
    }
    return run.warehouse().replace(table, slice, rows, run.note()).rows();
  }

  private Dataset<Row> keep(Dataset<Row> rows) {
    KeptRows made = KeptRows.of(rows);
    kept.push(made);
    return made.rows();
  }

  @Override
  public void close() {
    kept.forEach(KeptRows::close);
  }
}
