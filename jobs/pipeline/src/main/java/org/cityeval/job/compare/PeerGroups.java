package org.cityeval.job.compare;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.dense_rank;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.LEVEL;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.clustering.KMeans;
import org.apache.spark.ml.feature.PCA;
import org.apache.spark.ml.feature.PCAModel;
import org.apache.spark.ml.functions;
import org.apache.spark.ml.linalg.DenseMatrix;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.compare.ComparisonScope;
import org.cityeval.compare.PeerComparison;
import org.cityeval.config.lake.QualityConfig;
import org.cityeval.run.Check;
import org.cityeval.run.QualityGate;
import org.cityeval.run.Run;
import org.cityeval.series.Level;
import org.cityeval.table.gold.PeerGroupTable;

/**
 * Groups of districts that are alike, by k-means over the standardised variables, and their places
 * on the two principal components, for a chart (both Spark MLlib). Groups are numbered by size. To
 * fit is an action, so this is no stage.
 */
final class PeerGroups {
  private static final String VECTOR = "_vector";

  /** As many as a chart has directions. */
  private static final int COMPONENTS = 2;

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
            .withColumn(VECTOR, functions.array_to_vector(col(PeerComparison.FEATURES)))
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
              .setPredictionCol("_cluster");
      Dataset<Row> clustered = means.fit(complete).transform(complete);
      return numbered(components(clustered, peers.variables().size()))
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

  private static Dataset<Row> components(Dataset<Row> clustered, int variables) {
    int components = Math.min(COMPONENTS, variables);
    PCAModel model =
        new PCA().setK(components).setInputCol(VECTOR).setOutputCol("_pc").fit(clustered);
    // Where nobody differs there is no variance to share.
    double[] shares =
        Arrays.stream(model.explainedVariance().toArray())
            .map(share -> Double.isNaN(share) ? 0 : share)
            .toArray();
    Column places = functions.vector_to_array(col("_pc"), "float64");
    Dataset<Row> placed = model.transform(clustered);
    Column none = lit(0.0);
    for (int i = 0; i < COMPONENTS; i++) {
      placed =
          placed
              .withColumn(
                  "_pc" + (i + 1),
                  i < components ? places.getItem(i).multiply(sign(model.pc(), i)) : none)
              .withColumn("_pc" + (i + 1) + "_share", i < components ? lit(shares[i]) : none);
    }
    return placed;
  }

  /** A component's direction is arbitrary: its largest loading shall be positive. */
  private static double sign(DenseMatrix loadings, int component) {
    double largest = 0;
    for (int variable = 0; variable < loadings.numRows(); variable++) {
      double loading = loadings.apply(variable, component);
      largest = Math.abs(loading) > Math.abs(largest) ? loading : largest;
    }
    return Math.signum(largest);
  }

  /** Rows of the table; the largest group is the first, of equal ones that of the first id. */
  private static Dataset<Row> numbered(Dataset<Row> placed) {
    WindowSpec group = Window.partitionBy("_cluster");
    Column number =
        dense_rank()
            .over(Window.orderBy(col("_size").desc(), col("_first")))
            .cast(DataTypes.IntegerType);
    Column[] columns =
        Arrays.stream(PeerGroupTable.SPEC.columnNames())
            .map(
                name ->
                    switch (name) {
                      case "peer_group" -> number.as(name);
                      case "pc1", "pc2", "pc1_share", "pc2_share" -> col("_" + name).as(name);
                      default -> col(name);
                    })
            .toArray(Column[]::new);
    return placed
        .withColumn("_size", count(lit(1)).over(group))
        .withColumn("_first", min(DISTRICT_ID.col()).over(group))
        .select(columns);
  }
}
