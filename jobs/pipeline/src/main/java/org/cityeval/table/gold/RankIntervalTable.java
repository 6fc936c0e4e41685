package org.cityeval.table.gold;

import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.COMPARISON_GROUP;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.INPUT_HASH;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;
import static org.cityeval.table.spec.Keys.WEIGHTING;
import static org.cityeval.table.spec.TableColumn.integer;
import static org.cityeval.table.spec.TableColumn.number;
import static org.cityeval.table.spec.TableColumn.text;

import java.util.Arrays;
import java.util.stream.Stream;
import org.cityeval.numeric.ranking.Standing;
import org.cityeval.table.spec.TableCheck;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;

/**
 * Rank of one district or city in its comparison group, 1 is best, and the ranks the data cannot
 * tell apart.
 */
public final class RankIntervalTable {
  public static final TableColumn<String> NAME = text("name", "Name of the district or city.");

  public static final TableColumn<Integer> RANK =
      integer("rank", "Rank of the composite, 1 is best; ties share the better rank.");

  public static final TableColumn<Integer> RANK_LOW =
      integer("rank_low", "Best rank its own interval allows.");

  public static final TableColumn<Integer> RANK_HIGH =
      integer("rank_high", "Worst rank its own interval allows.");

  public static final TableColumn<Integer> RANK_WIDTH =
      integer("rank_width", "rank_high less rank_low; 0 where its own interval allows one rank.");

  public static final TableColumn<Integer> RANK_LOW_SIMULTANEOUS =
      integer("rank_low_simultaneous", "Best rank if all intervals hold at once.");

  public static final TableColumn<Integer> RANK_HIGH_SIMULTANEOUS =
      integer("rank_high_simultaneous", "Worst rank if all intervals hold at once.");

  public static final TableColumn<Integer> RANK_WIDTH_SIMULTANEOUS =
      integer("rank_width_simultaneous", "rank_high_simultaneous less rank_low_simultaneous.");

  public static final TableColumn<Integer> RANK_LOW_CHOICES =
      integer(
          "rank_low_choices",
          "Best rank over other outlier treatments, normalisations, weights and aggregations. Null"
              + " where they were not tried.");

  public static final TableColumn<Integer> RANK_HIGH_CHOICES =
      integer("rank_high_choices", "Worst rank over them.");

  public static final TableColumn<Integer> RANK_WIDTH_CHOICES =
      integer("rank_width_choices", "rank_high_choices less rank_low_choices.");

  public static final TableColumn<String> CLASS =
      text(
          "class",
          "clearly_better, not_distinguishable or clearly_worse than the median of the group. At a"
              + " ci_level of 0.95 at most one in twenty clear classes is expected to be false."
              + " not_ranked: more than half of the weight is missing. not_applicable: the"
              + " weighting judges nothing, see scorecard.");

  public static final TableColumn<Integer> COMPARED =
      integer("compared", "Members of the group that could be ranked.");

  public static final TableColumn<Double> CI_LEVEL =
      number("ci_level", "Nominal coverage, 0 to 1.");

  public static final TableColumn<String> CI_METHOD =
      text("ci_method", "How the interval was found.");

  public static final TableSpec SPEC =
      TableSpec.of(
              "gold",
              "rank_interval",
              "Rank of one district or city in its comparison group, 1 is best, and the ranks the"
                  + " data cannot tell apart.")
          .evaluationKey()
          .key(CITY_ID)
          .key(COMPARISON_GROUP)
          .key(DISTRICT_ID)
          .key(LEVEL)
          .key(PERIOD_ID)
          .key(WEIGHTING)
          .columns(
              NAME,
              RANK,
              RANK_LOW,
              RANK_HIGH,
              RANK_WIDTH,
              RANK_LOW_SIMULTANEOUS,
              RANK_HIGH_SIMULTANEOUS,
              RANK_WIDTH_SIMULTANEOUS,
              RANK_LOW_CHOICES,
              RANK_HIGH_CHOICES,
              RANK_WIDTH_CHOICES,
              CLASS,
              COMPARED,
              CI_LEVEL,
              CI_METHOD,
              INPUT_HASH)
          .checks(
              TableCheck.word(
                  CLASS,
                  Stream.concat(
                          Arrays.stream(Standing.values()).map(Standing::id),
                          Stream.of("not_ranked", "not_applicable"))
                      .toArray(String[]::new)),
              TableCheck.atLeast(RANK_LOW_SIMULTANEOUS, 1),
              TableCheck.ascending(
                  RANK_LOW_SIMULTANEOUS,
                  RANK_LOW,
                  RANK,
                  RANK_HIGH,
                  RANK_HIGH_SIMULTANEOUS,
                  COMPARED),
              TableCheck.width(RANK_LOW, RANK_HIGH, RANK_WIDTH),
              TableCheck.width(
                  RANK_LOW_SIMULTANEOUS, RANK_HIGH_SIMULTANEOUS, RANK_WIDTH_SIMULTANEOUS),
              TableCheck.atLeast(RANK_LOW_CHOICES, 1),
              TableCheck.ascending(RANK_LOW_CHOICES, RANK_HIGH_CHOICES, COMPARED),
              TableCheck.width(RANK_LOW_CHOICES, RANK_HIGH_CHOICES, RANK_WIDTH_CHOICES),
              TableCheck.within(CI_LEVEL, 0, 1))
          .check(
              "rank_where_ranked", "(class IN ('not_ranked', 'not_applicable')) = (rank IS NULL)")
          .build();

  private RankIntervalTable() {}
}
