package org.cityeval.job;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;

import java.util.Arrays;
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
import org.cityeval.compare.PeerComparison;
import org.cityeval.series.Level;
import org.cityeval.table.ComparisonTables;

/**
 * Groups of districts that are alike, by k-means over the standardised variables, and their places
 * on the two principal components, for a chart (both Spark MLlib). Groups are numbered by size. To
 * fit is an action, so this is no stage.
 */
final class PeerGroups {
  private static final String VECTOR = "_vector";

  private PeerGroups() {}

  /**
   * Rows of gold.peer_group; districts only are grouped, for cities are few.
   *
   * @param places rows of {@link PeerComparison#places}; read several times
   * @param groups how many groups; 0 leaves the columns empty
   */
  static Dataset<Row> of(Dataset<Row> places, int groups, long seed) {
    Dataset<Row> table = places.drop(PeerComparison.FEATURES);
    if (groups == 0) {
      return table;
    }
    // One partition, sorted: k-means starts from a seeded sample of its rows in their order.
    Dataset<Row> complete =
        places
            .where(
                col(PeerComparison.FEATURES)
                    .isNotNull()
                    .and(col("level").equalTo(Level.DISTRICT.id())))
            .select(
                col("district_id").as("_id"),
                functions.array_to_vector(col(PeerComparison.FEATURES)).as(VECTOR))
            .coalesce(1)
            .sortWithinPartitions("_id")
            .cache();
    try {
      if (complete.count() < groups) {
        return table;
      }
      KMeans means =
          new KMeans()
              .setK(groups)
              .setSeed(seed)
              .setFeaturesCol(VECTOR)
              .setPredictionCol("_cluster");
      return joined(table, numbered(components(means.fit(complete).transform(complete))));
    } finally {
      complete.unpersist();
    }
  }

  private static Dataset<Row> components(Dataset<Row> clustered) {
    PCAModel model = new PCA().setK(2).setInputCol(VECTOR).setOutputCol("_pc").fit(clustered);
    double[] shares = model.explainedVariance().toArray();
    Column places = functions.vector_to_array(col("_pc"), "float64");
    return model
        .transform(clustered)
        .withColumn("_pc1", places.getItem(0).multiply(sign(model.pc(), 0)))
        .withColumn("_pc2", places.getItem(1).multiply(sign(model.pc(), 1)))
        .withColumn("_pc1_share", lit(shares[0]))
        .withColumn("_pc2_share", lit(shares[1]));
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
        Arrays.stream(ComparisonTables.PEER_GROUP.columnNames())
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
            col("district_id").equalTo(col("_id")).and(col("level").equalTo(col("_level"))),
            "left")
        .select(columns);
  }
}
