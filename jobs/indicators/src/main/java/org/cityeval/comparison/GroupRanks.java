package org.cityeval.comparison;

import java.util.stream.IntStream;
import org.cityeval.numeric.ranking.MedianStandings;
import org.cityeval.numeric.ranking.RankConfidence;
import org.cityeval.numeric.ranking.RankConfidence.StepRule;
import org.cityeval.numeric.ranking.RankErrors;
import org.cityeval.numeric.ranking.RankRange;
import org.cityeval.numeric.ranking.Standing;
import org.cityeval.numeric.statistics.DrawnEstimate;
import org.cityeval.numeric.statistics.Ranks;

/**
 * Ranks within a comparison group, 1 is the highest composite, with the ranks the data cannot tell
 * apart (Mogstad, Romano, Shaikh & Wilhelm 2024). They are given for a member by itself, and for
 * all at once.
 */
public final class GroupRanks {
  /** Composites are sums of a few dozen products up to 100: closer than this they are equal. */
  static final double ROUNDING = 1e-9;

  private GroupRanks() {}

  /**
   * The rank of one member.
   *
   * @param rank of the composite; ties, to nine decimals, share the better rank
   * @param marginal holds this member's rank with the nominal coverage
   * @param simultaneous hold all members' ranks at once with the nominal coverage
   * @param standing on which side of the median of the group, where that is beyond chance
   */
  public record Ranked(int rank, RankRange marginal, RankRange simultaneous, Standing standing) {}

  /**
   * Ranks of the members of a group.
   *
   * @param composites one per member
   * @param drawn per member, what its composite could be; independent across members
   * @param level nominal coverage
   */
  public static Ranked[] of(double[] composites, DrawnEstimate[] drawn, double level) {
    return of(composites, drawn, level, IntStream.range(0, composites.length));
  }

  /** The rank of one member alone; in its place of the array, the other places are empty. */
  public static Ranked[] ofOne(
      int member, double[] composites, DrawnEstimate[] drawn, double level) {
    return of(composites, drawn, level, IntStream.of(member));
  }

  private static Ranked[] of(
      double[] unrounded, DrawnEstimate[] drawn, double level, IntStream members) {
    double[] composites = Ranks.tied(unrounded, ROUNDING);
    Ranked[] ranked = new Ranked[composites.length];
    RankErrors errors = RankErrors.of(drawn);
    RankConfidence sets =
        RankConfidence.of(composites, errors, level, StepRule.fitting(composites.length));
    RankRange[] simultaneous = sets.simultaneous();
    Standing[] standings = MedianStandings.of(composites, errors, 1 - level);
    int[] ranks = Ranks.fromHighest(composites);
    members.forEach(
        member ->
            ranked[member] =
                new Ranked(
                    ranks[member], sets.marginal(member), simultaneous[member], standings[member]));
    return ranked;
  }
}
