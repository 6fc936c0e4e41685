package org.cityeval.compare;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.EVALUATION_ID;
import static org.cityeval.table.spec.Keys.INPUT_HASH;
import static org.cityeval.table.spec.Keys.LEVEL;

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
import org.cityeval.table.gold.PeerGroupTable;
import org.cityeval.table.gold.PeerTable;
import org.cityeval.table.spec.TableJson;
import org.cityeval.table.spec.TableRow;

/** Finds the nearest neighbours of every district among districts, of every city among cities. */
public final class PeerComparison implements Serializable {
  /** Of the standardised variables, in the rows of {@link #places}; null where one is missing. */
  public static final String FEATURES = "features";

  private static final String PEERS = "peers";
  private static final String PLACES = "places";
  private static final String MEMBERS = "members";

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
  public Dataset<Row> compare(Dataset<Row> covariates) {
    return covariates
        .groupBy(LEVEL.col())
        .agg(
            sort_array(
                    collect_list(
                        struct(
                            DISTRICT_ID.col(),
                            CITY_ID.col(),
                            PeerGroupTable.NAME.col(),
                            col(Covariates.VARIABLES))))
                .as(MEMBERS))
        .map(
            (MapFunction<Row, Row>)
                level -> compare(LEVEL.of(level), level.getList(level.fieldIndex(MEMBERS))),
            Encoders.row(
                new StructType()
                    .add(PEERS, DataTypes.createArrayType(PeerTable.SPEC.structType()))
                    .add(PLACES, DataTypes.createArrayType(placeType()))));
  }

  /** Rows of gold.peer. */
  public static Dataset<Row> peers(Dataset<Row> compared) {
    return compared.select(inline(col(PEERS)));
  }

  /** One row per member that has peers: their ids, sorted, in the column {@code peers}. */
  public static Dataset<Row> nearest(Dataset<Row> compared) {
    return peers(compared)
        .groupBy(LEVEL.col(), DISTRICT_ID.col())
        .agg(sort_array(collect_list(PeerTable.PEER_ID.col())).as(PEERS));
  }

  /** Rows of gold.peer_group, its groups still to be found, with the features to find them by. */
  public static Dataset<Row> places(Dataset<Row> compared) {
    return compared.select(inline(col(PLACES)));
  }

  private static StructType placeType() {
    return PeerGroupTable.SPEC
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
      values[unit] =
          known(members.get(unit).getList(members.get(unit).fieldIndex(Covariates.VARIABLES)));
      inputs
          .add(DISTRICT_ID.of(members.get(unit)))
          .add(CITY_ID.of(members.get(unit)))
          .add(PeerGroupTable.NAME.of(members.get(unit)))
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
    return new TableRow(PeerTable.SPEC)
        .set(EVALUATION_ID, scope.evaluationId())
        .set(AS_OF, scope.asOf())
        .set(CITY_ID, CITY_ID.of(member))
        .set(DISTRICT_ID, DISTRICT_ID.of(member))
        .set(LEVEL, level)
        .set(PeerTable.PEER_NO, number)
        .set(PeerTable.PEER_ID, DISTRICT_ID.of(of))
        .set(PeerTable.PEER_NAME, PeerGroupTable.NAME.of(of))
        .set(PeerTable.PEER_CITY_ID, CITY_ID.of(of))
        .number(PeerTable.DISTANCE, peer.distance())
        .set(PeerTable.CONTRIBUTIONS, named(peer.contributions()))
        .set(INPUT_HASH, hash)
        .row();
  }

  private Row place(
      String level, Row member, double[] values, PeerSpace space, int unit, String hash) {
    double[] features = space.complete(unit) ? space.standardised(unit) : null;
    return new TableRow(PeerGroupTable.SPEC)
        .set(EVALUATION_ID, scope.evaluationId())
        .set(AS_OF, scope.asOf())
        .set(CITY_ID, CITY_ID.of(member))
        .set(DISTRICT_ID, DISTRICT_ID.of(member))
        .set(LEVEL, level)
        .set(PeerGroupTable.NAME, PeerGroupTable.NAME.of(member))
        .set(PeerGroupTable.VALUES, named(values))
        .set(PeerGroupTable.STANDARDISED, features == null ? null : named(features))
        .set(INPUT_HASH, hash)
        .rowAnd((Object) features);
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
