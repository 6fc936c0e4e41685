package org.cityeval.compare;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.numeric.neighbours.PeerSpace;
import org.cityeval.series.Fingerprint;
import org.cityeval.table.ComparisonTables;
import org.cityeval.table.TableJson;
import org.cityeval.table.TableRow;

/** Finds the nearest neighbours of every district among districts, of every city among cities. */
public final class PeerComparison implements Serializable {
  /** Of the standardised variables, in the rows of {@link #places}; null where one is missing. */
  public static final String FEATURES = "features";

  private static final String PEERS = "peers";
  private static final String PLACES = "places";

  private final ComparisonScope scope;

  public PeerComparison(ComparisonScope scope) {
    this.scope = scope;
  }

  /**
   * One row per level, the rows of gold.peer and the places in the space of variables folded
   * within.
   *
   * @param covariates rows as {@link Covariates} makes them
   */
  public Dataset<Row> of(Dataset<Row> covariates) {
    return covariates
        .groupBy("level")
        .agg(
            sort_array(
                    collect_list(
                        struct(col("district_id"), col("city_id"), col("name"), col("variables"))))
                .as("members"))
        .map(
            (MapFunction<Row, Row>) level -> compare(level.getString(0), level.getList(1)),
            Encoders.row(
                new StructType()
                    .add(PEERS, DataTypes.createArrayType(ComparisonTables.PEER.structType()))
                    .add(PLACES, DataTypes.createArrayType(placeType()))));
  }

  /** Rows of gold.peer. */
  public static Dataset<Row> peers(Dataset<Row> compared) {
    return compared.select(inline(col(PEERS)));
  }

  /** One row per member that has peers: their ids, sorted, in the column {@code peers}. */
  public static Dataset<Row> nearest(Dataset<Row> compared) {
    return peers(compared)
        .groupBy("level", "district_id")
        .agg(sort_array(collect_list(col("peer_id"))).as(PEERS));
  }

  /** Rows of gold.peer_group, its groups still to be found, with the features to find them by. */
  public static Dataset<Row> places(Dataset<Row> compared) {
    return compared.select(inline(col(PLACES)));
  }

  private static StructType placeType() {
    return ComparisonTables.PEER_GROUP
        .structType()
        .add(FEATURES, DataTypes.createArrayType(DataTypes.DoubleType));
  }

  private Row compare(String level, List<Row> members) {
    if (scope.peers().variables().isEmpty()) {
      return RowFactory.create(new Row[0], new Row[0]);
    }
    double[][] values = new double[members.size()][];
    Fingerprint inputs =
        new Fingerprint().add(scope.peers().toString()).add(Long.toString(scope.draws().seed()));
    for (int unit = 0; unit < values.length; unit++) {
      values[unit] = known(members.get(unit).getList(3));
      inputs
          .add(members.get(unit).getString(0))
          .add(members.get(unit).getString(1))
          .add(members.get(unit).getString(2))
          .add(values[unit]);
    }
    String hash = inputs.hex();
    PeerSpace space = PeerSpace.of(scope.peers().variables(), values);
    List<Row> peers = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (int unit = 0; unit < values.length; unit++) {
      int number = 1;
      for (PeerSpace.Peer peer : space.nearest(unit, scope.peers().count())) {
        peers.add(peer(level, members.get(unit), members.get(peer.unit()), number++, peer, hash));
      }
      rows.add(place(level, members.get(unit), values[unit], space, unit, hash));
    }
    return RowFactory.create(peers.toArray(Row[]::new), rows.toArray(Row[]::new));
  }

  private static double[] known(List<Double> values) {
    return values.stream().mapToDouble(value -> value == null ? Double.NaN : value).toArray();
  }

  private Row peer(String level, Row member, Row of, int number, PeerSpace.Peer peer, String hash) {
    return new TableRow(ComparisonTables.PEER)
        .set("evaluation_id", scope.evaluationId())
        .set("as_of", scope.asOf())
        .set("city_id", member.getString(1))
        .set("district_id", member.getString(0))
        .set("level", level)
        .set("peer_no", number)
        .set("peer_id", of.getString(0))
        .set("peer_name", of.getString(2))
        .set("peer_city_id", of.getString(1))
        .number("distance", peer.distance())
        .set("contributions", named(peer.contributions()))
        .set("input_hash", hash)
        .row();
  }

  private Row place(
      String level, Row member, double[] values, PeerSpace space, int unit, String hash) {
    double[] features = space.complete(unit) ? space.standardised(unit) : null;
    Row row =
        new TableRow(ComparisonTables.PEER_GROUP)
            .set("evaluation_id", scope.evaluationId())
            .set("as_of", scope.asOf())
            .set("city_id", member.getString(1))
            .set("district_id", member.getString(0))
            .set("level", level)
            .set("name", member.getString(2))
            .set("values", named(values))
            .set("standardised", features == null ? null : named(features))
            .set("input_hash", hash)
            .row();
    Object[] cells = new Object[row.size() + 1];
    for (int i = 0; i < row.size(); i++) {
      cells[i] = row.get(i);
    }
    cells[row.size()] = features;
    return RowFactory.create(cells);
  }

  private String named(double[] numbers) {
    Map<String, Double> byName = new LinkedHashMap<>();
    for (int i = 0; i < numbers.length; i++) {
      byName.put(
          scope.peers().variables().get(i).name(), Double.isNaN(numbers[i]) ? null : numbers[i]);
    }
    return TableJson.write(byName);
  }
}
