package org.cityeval.assembly;

import java.io.Serializable;
import java.util.Locale;
import org.cityeval.series.Quantity;
import org.cityeval.series.Unit;

/**
 * The numbers that a source can mean by a measure, in the source's own unit.
 *
 * @param low lowest number, included
 * @param high highest number, included; infinite where there is none
 * @param whole whether the numbers are whole
 * @param ofResidents whether a district's residents are the highest number
 */
public record ValueDomain(double low, double high, boolean whole, boolean ofResidents)
    implements Serializable {
  private static final double NO_END = Double.POSITIVE_INFINITY;
  private static final double STRICTEST_GRADE = 4;

  /**
   * The domain of a measure. A count that is a mean over several days need not be whole, nor need
   * an amount of enterprises, which may be an estimate.
   *
   * @param scale the number that stands for 100 %
   * @param smoothedDays length of the mean that the numbers are; 1 for raw ones
   */
  public static ValueDomain of(
      Quantity quantity, MeasureKind kind, double scale, int smoothedDays) {
    boolean persons = quantity.unit() == Unit.PERSONS;
    return switch (kind) {
      case DAILY_COUNT, CUMULATIVE_COUNT ->
          new ValueDomain(0, NO_END, persons && smoothedDays == 1, persons);
      case GRADE -> new ValueDomain(0, STRICTEST_GRADE, true, false);
      case INDEX -> new ValueDomain(0, NO_END, false, false);
      // Less than nothing cannot be left of a normal.
      case PERCENT_CHANGE ->
          new ValueDomain(isMoney(quantity) ? -NO_END : -scale, NO_END, false, false);
      case LEVEL -> new ValueDomain(isMoney(quantity) ? -NO_END : 0, NO_END, false, false);
    };
  }

  /** On a day more may be refunded than is paid. */
  private static boolean isMoney(Quantity quantity) {
    return quantity == Quantity.ENTERPRISE_REVENUE_CHANGE
        || quantity == Quantity.ENTERPRISE_SPENDING_CHANGE;
  }

  /** The same with numbers that need not be whole. */
  public ValueDomain orFractions() {
    return new ValueDomain(low, high, false, ofResidents);
  }

  /** The domain in words, such as "a whole number from 0 to 4". */
  public String words() {
    String kind = whole ? "a whole number" : "a number";
    if (ofResidents) {
      return kind + " from " + shown(low) + " to the district's residents";
    }
    return kind
        + (Double.isInfinite(high)
            ? " of " + shown(low) + " or more"
            : " from " + shown(low) + " to " + shown(high));
  }

  private static String shown(double number) {
    return number == Math.rint(number)
        ? String.format(Locale.ROOT, "%.0f", number)
        : Double.toString(number);
  }
}
