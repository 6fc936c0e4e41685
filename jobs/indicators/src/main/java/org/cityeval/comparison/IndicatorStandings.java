package org.cityeval.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.Seed;
import org.cityeval.indicator.Status;
import org.cityeval.numeric.ranking.MedianStandings;
import org.cityeval.numeric.ranking.RankErrors;
import org.cityeval.numeric.ranking.Standing;
import org.cityeval.numeric.statistics.DrawnEstimate;
import org.cityeval.numeric.statistics.Ranks;

/**
 * On which side of the median of a group its members lie by one indicator. The rule is the one of
 * composites, over the scores of the values. Of all members that one indicator tells apart at a
 * level of 95 %, one in twenty may be so by chance ({@link MedianStandings}).
 */
public final class IndicatorStandings {
  private final Panel panel;
  private final List<Yardstick> yardsticks;
  private final Composites.Draws how;

  /**
   * Standings of a panel's members.
   *
   * @param yardsticks of the panel's indicators, in their order
   */
  public IndicatorStandings(Panel panel, List<Yardstick> yardsticks, Composites.Draws how) {
    this.panel = panel;
    this.yardsticks = yardsticks;
    this.how = how;
  }

  /**
   * A group by one indicator.
   *
   * @param members those with a value or a follow-up, in the order given
   */
  public record Group(List<Member> members, Median median) {}

  /**
   * One member.
   *
   * @param unit its number in the panel
   * @param value as it is scored: a total per resident
   * @param standing none of a value whose error is not known
   */
  public record Member(int unit, Judged.Value value, Optional<Standing> standing) {}

  /**
   * The median of a group's values, those that are censored beyond all others.
   *
   * @param value {@code NaN} where it lies among the censored
   * @param exceeds what it exceeds then, {@code NaN} otherwise: the median, were every censored
   *     duration as long as its follow-up
   */
  public record Median(double value, double exceeds) {}

  /** How the given units stand by an indicator; numbers are those of the panel. */
  public Group of(int indicator, int[] units) {
    int[] known =
        Arrays.stream(units).filter(unit -> panel.evidence(unit, indicator).isKnown()).toArray();
    double[] scores = new double[known.length];
    DrawnEstimate[] drawn = new DrawnEstimate[known.length];
    List<Judged.Value> values = new ArrayList<>();
    for (int i = 0; i < known.length; i++) {
      Evidence evidence = panel.evidence(known[i], indicator);
      Yardstick yardstick = yardsticks.get(indicator);
      scores[i] = evidence.score(yardstick);
      double[] errors = panel.drawsOfKnownScale(known[i], indicator, how.count(), how.seed());
      double[] draws = evidence.scores(yardstick, errors);
      long seed =
          Seed.of(how.seed(), panel.units().get(known[i]).unitId(), "scale of " + indicator);
      drawn[i] = DrawnEstimate.of(draws, evidence.degreesOfFreedom(), new SplittableRandom(seed));
      values.add(panel.units().get(known[i]).values().get(panel.indicators().get(indicator).id()));
    }
    Standing[] standings =
        MedianStandings.of(
            Ranks.tied(scores, GroupRanks.ROUNDING), RankErrors.of(drawn), 1 - how.level());
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < known.length; i++) {
      members.add(
          new Member(
              known[i],
              values.get(i),
              isBounded(values.get(i)) ? Optional.of(standings[i]) : Optional.empty()));
    }
    return new Group(members, median(values, panel.indicators().get(indicator).better()));
  }

  /** Whether anything is known of how far a value may be off. */
  private static boolean isBounded(Judged.Value value) {
    return !Double.isNaN(value.low()) || !Double.isNaN(value.high());
  }

  /** The mean of the two in the middle where there are two. */
  private static Median median(List<Judged.Value> values, Direction better) {
    if (values.isEmpty()) {
      return new Median(Double.NaN, Double.NaN);
    }
    Comparator<Judged.Value> byMark = Comparator.comparingDouble(Judged.Value::mark);
    List<Judged.Value> bestFirst =
        values.stream()
            .sorted(
                Comparator.comparing((Judged.Value value) -> value.status() == Status.CENSORED)
                    .thenComparing(better == Direction.HIGHER ? byMark.reversed() : byMark))
            .toList();
    int half = bestFirst.size() / 2;
    Judged.Value upper = bestFirst.get(half);
    Judged.Value lower = bestFirst.get((bestFirst.size() - 1) / 2);
    // The censored come last, so the upper is one of them if any of the two is.
    if (upper.status() != Status.CENSORED) {
      return new Median((lower.mark() + upper.mark()) / 2, Double.NaN);
    }
    double[] marks = values.stream().mapToDouble(Judged.Value::mark).sorted().toArray();
    return new Median(Double.NaN, (marks[(marks.length - 1) / 2] + marks[half]) / 2);
  }
}
