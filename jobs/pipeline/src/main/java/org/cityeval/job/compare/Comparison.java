package org.cityeval.job.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.compare.ComparisonScope;
import org.cityeval.compare.Covariates;
import org.cityeval.compare.PanelComparison;
import org.cityeval.compare.PeerComparison;
import org.cityeval.compare.WideRows;
import org.cityeval.run.KeptRows;
import org.cityeval.run.Run;
import org.cityeval.table.ComparisonTables;
import org.cityeval.table.GoldTables;
import org.cityeval.table.IndicatorTables;
import org.cityeval.table.TableSpec;
import org.cityeval.table.WideTables;
import org.cityeval.warehouse.Slice;

/**
 * Runs the stages of a comparison and writes their tables; what is read twice is kept meanwhile.
 */
final class Comparison implements AutoCloseable {
  private static final int AT_A_TIME = 4;
  private static final List<TableSpec> OF_PEERS =
      List.of(ComparisonTables.PEER, ComparisonTables.PEER_GROUP, WideTables.PEER);

  private final Run run;
  private final ComparisonScope scope;
  private final Slice slice;
  private final Deque<KeptRows> kept = new ArrayDeque<>();
  private Dataset<Row> names;
  private Dataset<Row> peers;
  private Dataset<Row> peerGroups;
  private Dataset<Row> compared;

  Comparison(Run run, ComparisonScope scope, Slice slice) {
    this.run = run;
    this.scope = scope;
    this.slice = slice;
  }

  /**
   * Compares.
   *
   * @param values rows of gold.indicator_value
   * @param described rows of {@link DescribedDistricts}
   */
  Comparison over(Dataset<Row> values, Dataset<Row> described) {
    Dataset<Row> days = run.warehouse().read(GoldTables.DISTRICT_DAY).where(slice.predicate());
    run.warehouse().now("finds peers");
    Dataset<Row> covariates = keep(Covariates.of(described, days, scope.peers().variables()));
    names = covariates;
    Dataset<Row> found = keep(new PeerComparison(scope).of(covariates));
    peers = PeerComparison.peers(found);
    peerGroups =
        keep(PeerGroups.of(run, PeerComparison.places(found), scope.peers(), scope.draws().seed()));
    compared = keep(new PanelComparison(scope).of(values, placed(covariates, found)));
    return this;
  }

  /** Each member with its group and its peers, null for none. */
  private Dataset<Row> placed(Dataset<Row> covariates, Dataset<Row> found) {
    String[] member = {"level", "district_id"};
    return covariates
        .join(peerGroups.select("level", "district_id", "peer_group"), member, "left")
        .join(PeerComparison.nearest(found), member, "left");
  }

  /**
   * Replaces the slices of all tables of the comparison, several at a time: a commit is mostly
   * waiting, and no two are of one table.
   *
   * @return the number of rows written
   */
  long write() {
    Dataset<Row> scorecard = PanelComparison.rows(compared, ComparisonTables.SCORECARD);
    Dataset<Row> ranks = PanelComparison.rows(compared, ComparisonTables.RANK_INTERVAL);
    Map<TableSpec, Dataset<Row>> tables = new LinkedHashMap<>();
    tables.put(ComparisonTables.SCORECARD, scorecard);
    tables.put(ComparisonTables.RANK_INTERVAL, ranks);
    tables.put(IndicatorTables.GOALPOST, PanelComparison.rows(compared, IndicatorTables.GOALPOST));
    tables.put(
        IndicatorTables.INDICATOR_STANDING,
        PanelComparison.rows(compared, IndicatorTables.INDICATOR_STANDING));
    tables.put(
        ComparisonTables.RANK_SENSITIVITY,
        PanelComparison.rows(compared, ComparisonTables.RANK_SENSITIVITY));
    tables.put(ComparisonTables.PEER, peers);
    tables.put(ComparisonTables.PEER_GROUP, peerGroups);
    tables.put(WideTables.SCORECARD, WideRows.scorecards(scorecard, names));
    tables.put(WideTables.RANK_INTERVAL, WideRows.ranks(ranks));
    tables.put(WideTables.PEER, WideRows.peers(peers, names));
    run.warehouse().now("scores and ranks");
    // The first to read it computes it; the others would do so again meanwhile.
    compared.count();
    ExecutorService commits = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      List<Future<Long>> written = new ArrayList<>();
      tables.forEach((table, rows) -> written.add(commits.submit(() -> write(table, rows))));
      long rows = 0;
      for (Future<Long> of : written) {
        rows += of.get();
      }
      return rows;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The comparison was interrupted", e);
    } finally {
      commits.shutdownNow();
    }
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
