package org.cityeval.job.compare;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.udf;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.LEVEL;

import java.util.List;
import org.apache.spark.ml.clustering.KMeans;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.cityeval.compare.ComparisonScope;
import org.cityeval.compare.PeerComparison;
import org.cityeval.config.lake.QualityConfig;
import org.cityeval.run.Check;
import org.cityeval.run.QualityGate;
import org.cityeval.run.Run;
import org.cityeval.series.Level;
import org.cityeval.table.gold.PeerGroupTable;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Groups of districts that are alike, by k-means over the standardised variables (Spark MLlib), and
 * their {@link GroupPlaces} for a chart. To fit is an action, so this is no stage.
 */
final class PeerGroups {
  private static final String VECTOR = "_vector";

  private static final String CLUSTER = "_cluster";

  /** Our sessions do not have MLlib's own function. */
  private static final UserDefinedFunction TO_VECTOR =
      udf(
          (UDF1<Seq<Double>, Vector>)
              numbers ->
                  Vectors.dense(
                      CollectionConverters.asJava(numbers).stream()
                          .mapToDouble(Double::doubleValue)
                          .toArray()),
          SQLDataTypes.VectorType());

  private PeerGroups() {}

  /**
   * Rows of gold.peer_group; districts only are grouped, for cities are few. Where fewer than the
   * groups asked for can be, none is, and a check of the run says so.
   *
   * @param places rows of {@link PeerComparison#places}; read several times
   * @param peers how many groups, by how many variables; 0 groups leave the columns empty
   */
  static Dataset<Row> find(Run run, Dataset<Row> places, ComparisonScope.Peers peers, long seed) {
    Dataset<Row> table = places.drop(PeerComparison.FEATURES);
    if (peers.groups() == 0 || peers.variables().isEmpty()) {
      return table;
    }
    Column isComplete =
        col(PeerComparison.FEATURES).isNotNull().and(LEVEL.col().equalTo(Level.DISTRICT.id()));
    // One partition, sorted: k-means starts from a seeded sample of its rows in their order.
    Dataset<Row> complete =
        places
            .where(isComplete)
            .withColumn(VECTOR, TO_VECTOR.apply(col(PeerComparison.FEATURES)))
            .coalesce(1)
            .sortWithinPartitions(DISTRICT_ID.col())
            .cache();
    try {
      long grouped = complete.count();
      QualityGate.pass(run, List.of(check(grouped, peers.groups())));
      if (grouped < peers.groups()) {
        return table;
      }
      KMeans means =
          new KMeans()
              .setK(peers.groups())
              .setSeed(seed)
              .setFeaturesCol(VECTOR)
              .setPredictionCol(CLUSTER);
      Dataset<Row> clustered = means.fit(complete).transform(complete).drop(VECTOR);
      return clustered
          .mapPartitions(
              new GroupPlaces(PeerComparison.FEATURES, CLUSTER),
              Encoders.row(PeerGroupTable.SPEC.structType()))
          .union(places.where(not(isComplete)).drop(PeerComparison.FEATURES));
    } finally {
      complete.unpersist();
    }
  }

  private static Check check(long districts, int groups) {
    return new Check(
        "as many districts with all variables as groups of similar ones",
        QualityConfig.Severity.WARN,
        districts >= groups,
        districts + " districts have all variables of comparison.peers",
        "at least " + groups + ", the groups");
  }
}
