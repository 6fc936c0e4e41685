package org.cityeval.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the days of a city and of its districts are published, week by week. Weeks are counted from
 * the first day that is published; what lies before it is judged alike, for means of its last days
 * are published.
 */
public final class CityRelease {
  private static final int WEEK_DAYS = 7;

  private final ReleasedDays city;
  private final List<ReleasedDays> districts;

  private CityRelease(ReleasedDays city, List<ReleasedDays> districts) {
    this.city = city;
    this.districts = districts;
  }

  /** How a source counts. */
  public enum Counting {
    /** Every day by itself. */
    BY_DAY,
    /**
     * By weeks, months or running means, so that a day tells of others: all of it stands together.
     */
    BY_PERIOD
  }

  /**
   * Decides.
   *
   * @param reported by district and day, all of one length; {@code NaN} where not observed
   *     [persons]
   * @param adjusted the same as rates take them
   * @param firstPublished index of the first day that is published
   */
  public static CityRelease of(
      double[][] reported,
      double[][] adjusted,
      int firstPublished,
      Counting counting,
      SmallCount small) {
    int days = reported.length == 0 ? 0 : reported[0].length;
    List<Integer> starts = starts(days, firstPublished, counting);
    List<CountBlock> blocks = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : days;
      boolean isWeek = counting == Counting.BY_DAY && end - starts.get(i) == WEEK_DAYS;
      blocks.add(
          new CountBlock(
              cut(reported, starts.get(i), end), cut(adjusted, starts.get(i), end), isWeek));
    }
    boolean[] together = adjustedTogether(blocks, reported.length, small);
    Release[] city = new Release[days];
    Release[][] districts = new Release[reported.length][days];
    boolean[] weekEnds = new boolean[days];
    for (int i = 0; i < blocks.size(); i++) {
      CountBlock block = blocks.get(i);
      boolean[] mustClose = new boolean[reported.length];
      for (int district = 0; district < mustClose.length; district++) {
        mustClose[district] = together[district] && block.isAdjusted(district);
      }
      BlockRelease release = BlockRelease.of(block, mustClose, small);
      int end = starts.get(i) + block.days();
      weekEnds[end - 1] = block.isWeek();
      Arrays.fill(city, starts.get(i), end, release.city());
      for (int district = 0; district < mustClose.length; district++) {
        Arrays.fill(districts[district], starts.get(i), end, release.districts().get(district));
      }
    }
    return new CityRelease(
        new ReleasedDays(city, weekEnds),
        Arrays.stream(districts).map(of -> new ReleasedDays(of, weekEnds)).toList());
  }

  private static List<Integer> starts(int days, int firstPublished, Counting counting) {
    if (counting == Counting.BY_PERIOD) {
      return days == 0 ? List.of() : List.of(0);
    }
    int first = firstPublished % WEEK_DAYS;
    return IntStream.range(0, days)
        .filter(day -> day == 0 || (day - first) % WEEK_DAYS == 0)
        .boxed()
        .toList();
  }

  private static double[][] cut(double[][] counts, int from, int to) {
    return Arrays.stream(counts)
        .map(of -> Arrays.copyOfRange(of, from, to))
        .toArray(double[][]::new);
  }

  /**
   * Districts whose adjusted days are published or withheld together: those with such a day beside
   * a small count. One adjusted count and the reported ones would reveal another.
   */
  private static boolean[] adjustedTogether(
      List<CountBlock> blocks, int districts, SmallCount small) {
    boolean[] together = new boolean[districts];
    for (CountBlock block : blocks) {
      for (int district = 0; district < districts; district++) {
        together[district] |= block.isAdjusted(district) && block.isSmall(district, small);
      }
    }
    return together;
  }

  /** The days of the city itself. */
  public ReleasedDays city() {
    return city;
  }

  /** The days of a district, by its place among the counts. */
  public ReleasedDays district(int place) {
    return districts.get(place);
  }
}
