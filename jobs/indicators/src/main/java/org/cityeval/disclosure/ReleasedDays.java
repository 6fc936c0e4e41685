package org.cityeval.disclosure;

/**
 * What is published of one series of counts, and of what is made of it. A number that is made of
 * published counts adds nothing to them. One that needs a withheld count is withheld, but for the
 * mean of a week that is published as such.
 */
public final class ReleasedDays {
  private final Release[] days;
  private final boolean[] weekEnds;

  ReleasedDays(Release[] days, boolean[] weekEnds) {
    this.days = days.clone();
    this.weekEnds = weekEnds.clone();
  }

  public int length() {
    return days.length;
  }

  /** How the day's count is published. */
  public Release of(int day) {
    return days[day];
  }

  /** Whether the count of the day is published. */
  public boolean isOpen(int day) {
    return days[day] == Release.DAILY;
  }

  /**
   * Whether a number is published that is made of the counts of the day and of those before it.
   *
   * @param window days it is made of, the day itself included; days before the first are not known
   */
  public boolean isOpen(int day, int window) {
    if (day - window + 1 < 0) {
      return false;
    }
    for (int at = day - window + 1; at <= day; at++) {
      if (!isOpen(at)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the trailing mean of a window up to the day is published. */
  public boolean isMeanOpen(int day, int window) {
    return isOpen(day, window) || (weekEnds[day] && days[day] == Release.WEEKLY);
  }

  /**
   * Whether a mean is published that is a straight line where the means have a gap: so are those at
   * both ends of the gap. A gap that lacks an end holds nothing that could be withheld.
   *
   * @param means the means, {@code NaN} in gaps
   */
  public boolean isBridgeOpen(double[] means, int day, int window) {
    int before = day;
    while (before >= 0 && Double.isNaN(means[before])) {
      before--;
    }
    int after = day;
    while (after < means.length && Double.isNaN(means[after])) {
      after++;
    }
    return before < 0
        || after == means.length
        || (isMeanOpen(before, window) && isMeanOpen(after, window));
  }
}
