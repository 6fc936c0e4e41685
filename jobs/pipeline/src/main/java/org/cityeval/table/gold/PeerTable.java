package org.cityeval.table.gold;

import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.INPUT_HASH;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.TableColumn.integer;
import static org.cityeval.table.spec.TableColumn.number;
import static org.cityeval.table.spec.TableColumn.text;

import org.cityeval.table.spec.TableCheck;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;

/** One of the districts or cities most like another in what its government did not choose. */
public final class PeerTable {
  public static final TableColumn<Integer> PEER_NO = integer("peer_no", "1 is the nearest.");

  public static final TableColumn<String> PEER_ID =
      text("peer_id", "The peer; key of dim_district, or of dim_city.");

  public static final TableColumn<String> PEER_NAME = text("peer_name", "Name of the peer.");

  public static final TableColumn<String> PEER_CITY_ID = text("peer_city_id", "City of the peer.");

  public static final TableColumn<Double> DISTANCE =
      number(
          "distance",
          "Euclidean distance over the standardised variables, in standard deviations.");

  public static final TableColumn<String> CONTRIBUTIONS =
      text(
          "contributions",
          "Variable to its share of the squared distance, JSON; they add up to 1.");

  public static final TableSpec SPEC =
      TableSpec.of(
              "gold",
              "peer",
              "One of the districts or cities most like another in what its government did not choose.")
          .evaluationKey()
          .key(CITY_ID)
          .key(DISTRICT_ID)
          .key(LEVEL)
          .key(PEER_NO)
          .columns(PEER_ID, PEER_NAME, PEER_CITY_ID, DISTANCE, CONTRIBUTIONS, INPUT_HASH)
          .checks(TableCheck.atLeast(PEER_NO, 1), TableCheck.atLeast(DISTANCE, 0))
          .build();

  private PeerTable() {}
}
