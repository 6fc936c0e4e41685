package org.cityeval.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.storage.StorageLevel;
import org.cityeval.compare.ComparisonScope;
import org.cityeval.compare.Covariates;
import org.cityeval.compare.PanelComparison;
import org.cityeval.compare.PeerComparison;
import org.cityeval.compare.WideRows;
import org.cityeval.table.ComparisonTables;
import org.cityeval.table.SilverTables;
import org.cityeval.table.Slice;
import org.cityeval.table.TableSpec;
import org.cityeval.table.WideTables;

/**
 * Runs the stages of a comparison and writes their tables; what is read twice is kept meanwhile.
 */
final class Comparison implements AutoCloseable {
  private final Run run;
  private final ComparisonScope scope;
  private final Slice slice;
  private final Deque<Dataset<Row>> kept = new ArrayDeque<>();
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
    Dataset<Row> days = run.warehouse().read(SilverTables.DISTRICT_DAY).where(slice.predicate());
    Dataset<Row> covariates = keep(Covariates.of(described, days, scope.peers().variables()));
    names = covariates;
    Dataset<Row> found = keep(new PeerComparison(scope).of(covariates));
    peers = PeerComparison.peers(found);
    peerGroups =
        keep(
            PeerGroups.of(
                PeerComparison.places(found), scope.peers().groups(), scope.draws().seed()));
    compared = keep(new PanelComparison(scope).of(values, placed(covariates)));
    return this;
  }

  private Dataset<Row> placed(Dataset<Row> covariates) {
    if (scope.peers().groups() == 0) {
      return covariates.withColumn("peer_group", lit(null).cast(DataTypes.IntegerType));
    }
    Dataset<Row> groups =
        peerGroups.select(
            col("district_id").as("_member"), col("level").as("_of"), col("peer_group"));
    return covariates
        .join(
            groups,
            col("district_id").equalTo(col("_member")).and(col("level").equalTo(col("_of"))),
            "left")
        .drop("_member", "_of");
  }

  /** Replaces the slices of all tables of the comparison; the number of rows written. */
  long write() {
    Dataset<Row> scorecard = PanelComparison.rows(compared, ComparisonTables.SCORECARD);
    Dataset<Row> ranks = PanelComparison.rows(compared, ComparisonTables.RANK_INTERVAL);
    return write(
            ComparisonTables.GOALPOST, PanelComparison.rows(compared, ComparisonTables.GOALPOST))
        + write(ComparisonTables.SCORECARD, scorecard)
        + write(ComparisonTables.RANK_INTERVAL, ranks)
        + write(
            ComparisonTables.RANK_SENSITIVITY,
            PanelComparison.rows(compared, ComparisonTables.RANK_SENSITIVITY))
        + write(ComparisonTables.PEER, peers)
        + write(ComparisonTables.PEER_GROUP, peerGroups)
        + write(WideTables.SCORECARD, WideRows.scorecards(scorecard, names))
        + write(WideTables.RANK_INTERVAL, WideRows.ranks(ranks))
        + write(WideTables.PEER, WideRows.peers(peers, names));
  }

  private long write(TableSpec table, Dataset<Row> rows) {
    return run.warehouse().replace(table, slice, rows, run.note()).rows();
  }

  private Dataset<Row> keep(Dataset<Row> rows) {
    Dataset<Row> persisted = rows.persist(StorageLevel.MEMORY_AND_DISK());
    kept.push(persisted);
    return persisted;
  }

  @Override
  public void close() {
    kept.forEach(Dataset::unpersist);
  }
}
