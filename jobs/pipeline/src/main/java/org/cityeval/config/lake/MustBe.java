package org.cityeval.config.lake;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.cityeval.numeric.statistics.Decimals;

/**
 * Operators a number must satisfy, all of those that are set. Ends of "between" are not included.
 *
 * <p>Source: Open Data Contract Standard 3.1, valid properties for operator.
 */
@JsonNaming(LowerCamelCaseStrategy.class)
public record MustBe(
    Double mustBe,
    Double mustNotBe,
    Double mustBeGreaterThan,
    Double mustBeGreaterOrEqualTo,
    Double mustBeLessThan,
    Double mustBeLessOrEqualTo,
    List<Double> mustBeBetween,
    List<Double> mustNotBeBetween)
    implements Serializable {

  /** The names of the operators, as they stand in a config. */
  public static final List<String> OPERATORS =
      List.of(
          "mustBe",
          "mustNotBe",
          "mustBeGreaterThan",
          "mustBeGreaterOrEqualTo",
          "mustBeLessThan",
          "mustBeLessOrEqualTo",
          "mustBeBetween",
          "mustNotBeBetween");

  private static final int DIGITS = 6;

  /** Whether a number satisfies every operator that is set; NaN satisfies none. */
  public boolean holds(double number) {
    return !Double.isNaN(number)
        && (mustBe == null || Decimals.same(number, mustBe))
        && (mustNotBe == null || !Decimals.same(number, mustNotBe))
        && (mustBeGreaterThan == null || Decimals.above(number, mustBeGreaterThan))
        && (mustBeGreaterOrEqualTo == null || Decimals.atLeast(number, mustBeGreaterOrEqualTo))
        && (mustBeLessThan == null || Decimals.below(number, mustBeLessThan))
        && (mustBeLessOrEqualTo == null || Decimals.atMost(number, mustBeLessOrEqualTo))
        && (mustBeBetween == null || isBetween(number, mustBeBetween))
        && (mustNotBeBetween == null || !isBetween(number, mustNotBeBetween));
  }

  /** Whether small numbers break it and large ones do not. */
  public boolean isFloor() {
    return (mustBeGreaterThan != null || mustBeGreaterOrEqualTo != null)
        && mustBeLessThan == null
        && mustBeLessOrEqualTo == null;
  }

  /** The operators in words, such as "at least 80 and below 100". */
  public String words() {
    List<String> words = new ArrayList<>();
    add(words, "exactly ", mustBe);
    add(words, "not ", mustNotBe);
    add(words, "above ", mustBeGreaterThan);
    add(words, "at least ", mustBeGreaterOrEqualTo);
    add(words, "below ", mustBeLessThan);
    add(words, "at most ", mustBeLessOrEqualTo);
    addRange(words, "between ", mustBeBetween);
    addRange(words, "not between ", mustNotBeBetween);
    return String.join(" and ", words);
  }

  private static boolean isBetween(double number, List<Double> ends) {
    return Decimals.above(number, ends.get(0)) && Decimals.below(number, ends.get(1));
  }

  private static void add(List<String> words, String operator, Double number) {
    if (number != null) {
      words.add(operator + text(number));
    }
  }

  private static void addRange(List<String> words, String operator, List<Double> ends) {
    if (ends != null) {
      words.add(operator + text(ends.get(0)) + " and " + text(ends.get(1)));
    }
  }

  /** A number in six significant digits, without a needless fraction: 14 and not 14.0. */
  public static String text(double number) {
    return Double.isFinite(number)
        ? new BigDecimal(number).round(new MathContext(DIGITS)).stripTrailingZeros().toPlainString()
        : String.valueOf(number);
  }
}
