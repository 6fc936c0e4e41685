package org.cityeval.job.compare;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
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
    // One partition, sorted: k-means starts from a seeded sample of its rows in their order.
    Dataset<Row> complete =
        places
            .where(
                col(PeerComparison.FEATURES)
                    .isNotNull()
                    .and(LEVEL.col().equalTo(Level.DISTRICT.id())))
            .select(
                DISTRICT_ID.col().as("_id"),
                functions.array_to_vector(col(PeerComparison.FEATURES)).as(VECTOR))
            .coalesce(1)
            .sortWithinPartitions("_id")
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
      return joined(table, numbered(components(clustered, peers.variables().size())));
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

  private static Dataset<Row> numbered(Dataset<Row> grouped) {
    Dataset<Row> numbers =
        grouped
            .groupBy(col("_cluster").as("_of"))
            .agg(count(lit(1)).as("_size"), min("_id").as("_first"))
            .withColumn(
                "_group", row_number().over(Window.orderBy(col("_size").desc(), col("_first"))))
            .select("_of", "_group");
    return grouped.join(broadcast(numbers), col("_cluster").equalTo(col("_of")));
  }

  private static Dataset<Row> joined(Dataset<Row> table, Dataset<Row> grouped) {
    Dataset<Row> of =
        grouped.select(
            col("_id"),
            lit(Level.DISTRICT.id()).as("_level"),
            col("_group").cast(DataTypes.IntegerType),
            col("_pc1"),
            col("_pc2"),
            col("_pc1_share"),
            col("_pc2_share"));
    Column[] columns =
        Arrays.stream(PeerGroupTable.SPEC.columnNames())
            .map(
                name ->
                    switch (name) {
                      case "peer_group" -> col("_group").as(name);
                      case "pc1", "pc2", "pc1_share", "pc2_share" -> col("_" + name).as(name);
                      default -> col(name);
                    })
            .toArray(Column[]::new);
    return table
        .join(
            broadcast(of),
            DISTRICT_ID.col().equalTo(col("_id")).and(LEVEL.col().equalTo(col("_level"))),
            "left")
        .select(columns);
  }
}
