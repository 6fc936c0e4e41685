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

/** Where one district or city lies among all, by the variables that peers are found by. */
public final class PeerGroupTable {
  public static final TableColumn<String> NAME = text("name", "Name of the district or city.");

  public static final TableColumn<String> VALUES = text("values", "Variable to its value, JSON.");

  public static final TableColumn<String> STANDARDISED =
      text("standardised", "Variable to its z-score, JSON.");

  public static final TableColumn<Integer> PEER_GROUP =
      integer(
          "peer_group",
          "Its group by k-means, 1 is the largest. Null where no groups were asked for, or a"
              + " variable is missing. Null too if fewer districts than groups have all"
              + " variables.");

  public static final TableColumn<Double> PC1 =
      number("pc1", "Place on the first principal component.");

  public static final TableColumn<Double> PC2 =
      number("pc2", "Place on the second principal component; 0 with one variable, that has none.");

  public static final TableColumn<Double> PC1_SHARE =
      number("pc1_share", "Share of the variance that the first explains.");

  public static final TableColumn<Double> PC2_SHARE =
      number("pc2_share", "Share of the variance that the second explains.");

  public static final TableSpec SPEC =
      TableSpec.of(
              "gold",
              "peer_group",
              "Where one district or city lies among all, by the variables that peers are found"
                  + " by.")
          .evaluationKey()
          .key(CITY_ID)
          .key(DISTRICT_ID)
          .key(LEVEL)
          .columns(
              NAME, VALUES, STANDARDISED, PEER_GROUP, PC1, PC2, PC1_SHARE, PC2_SHARE, INPUT_HASH)
          .checks(
              TableCheck.atLeast(PEER_GROUP, 1),
              TableCheck.nearly(PC1_SHARE, 0, 1),
              TableCheck.nearly(PC2_SHARE, 0, 1))
          .build();

  private PeerGroupTable() {}
}
